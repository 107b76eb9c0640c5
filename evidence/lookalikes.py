"""Characters that editors and input methods put in place of plain ones, and the plain ones.

Owns the table. It judges no text: a letter may quote «like this», a key may not.
"""

import unicodedata

OPENING_QUOTES = frozenset("“„‟‘‚‛«‹»›「『＂＇”’")
CLOSING_QUOTES = frozenset("”’»›«‹」』＂＇“‘")
_QUOTES = OPENING_QUOTES | CLOSING_QUOTES
_OTHERS = {
    "【": "[", "】": "]", "〔": "[", "〕": "]", "、": ",", "≥": ">=", "≤": "<=", "⩾": ">=", "⩽": "<=", "…": "..",
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u3000": " ", "\u202f": " ", "\u2009": " ",
    "\u200b": "", "\ufeff": "", "\u2060": "",
}  # fmt: skip
_FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}
_PLAIN = _FULL_WIDTH | _OTHERS | dict.fromkeys(_QUOTES, '"')
_TABLE = str.maketrans(_PLAIN)
_BLANKS = {" ": "a blank", "": "nothing"}


def lookalike_in(text: str) -> int | None:
    """Where the first character that only looks like a plain one stands in a text, from 0; None if none does."""
    if text.isascii():
        return None
    return next((at for at, character in enumerate(text) if character in _PLAIN), None)


def plainly(text: str) -> str:
    """The text in plain characters. Quotes round the whole are taken off, as a reader of YAML would."""
    if len(text) > 1 and text[0] in OPENING_QUOTES and text[-1] in CLOSING_QUOTES:
        text = text[1:-1]
    return text.translate(_TABLE)


def told(character: str) -> str:
    """What is wrong with one character of the table, as a message."""
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    plain = _PLAIN[character]
    article = "an" if name[0] in "aeiou" else "a"
    return f"`{character}` is {article} {name}, not {_BLANKS.get(plain) or f'`{plain}`'}"


def cure_of(character: str) -> str:
    """What to write in place of one character of the table."""
    plain = _PLAIN[character]
    return f"write {_BLANKS.get(plain) or f'`{plain}`'}" if plain else "remove it"
