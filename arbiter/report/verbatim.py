"""People's own words among ours: however they turn the order of reading, it ends where they end (UAX 9)."""

from unicodedata import bidirectional

# Letters from right to left, and signs that nobody sees and that turn the order of what follows: they could make
# "you pay" of "pay you".
_TURNING = frozenset({"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"})
_ISOLATES = "\u2066\u2067\u2068"
_START, _END = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """The text, set apart from what stands around it if it turns the order of reading."""
    if text.isascii() or not any(bidirectional(char) in _TURNING for char in text):
        return text
    kept, open_ones = [], 0
    for char in text:
        if char == _END and not open_ones:
            continue  # it would end our own
        open_ones += (char in _ISOLATES) - (char == _END)
        kept.append(char)
    return _START + "".join(kept) + _END * (open_ones + 1)
