"""What the writer of a value probably meant: cures for values that cannot be read, as people write them elsewhere.

Owns no construct: it is given a text and gives back the text to write, or nothing if it does not know. What it gives
back can always be read where it is proposed.
"""

from collections.abc import Callable, Iterable
from datetime import date
from re import ASCII, IGNORECASE
from re import compile as pattern

from evidence import Money, MoneyError
from evidence.lookalikes import plainly
from evidence.source import Mapping, Node, Scalar

_MAX = 80
_YES = frozenset({"true", "yes", "y", "on", "1"})
_NO = frozenset({"false", "no", "n", "off", "0"})
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "₽": "RUB", "₹": "INR", "₴": "UAH", "₸": "KZT", "R$": "BRL"}
_UNITS = {
    "m": ("m", "metre", "metres", "meter", "meters"),
    "min": ("min", "mins", "minute", "minutes"),
    "d": ("d", "day", "days"),
    "percent": ("%", "percent", "per cent"),
    "count": ("times", "pieces", "pcs"),
    "steps": ("step", "steps"),
}
_NUMBER = pattern(r"[+-]?[0-9.,'_ ]{1,40}", ASCII)
_COMMAS = pattern(r"[0-9]{1,3}([, '_])[0-9]{3}(\1[0-9]{3}){0,4}(\.[0-9]{1,12})?", ASCII)
_POINTS = (
    pattern(r"[0-9]{1,3}(\.[0-9]{3}){1,4},[0-9]{1,12}", ASCII),
    pattern(r"[0-9]{1,3}(\.[0-9]{3}){2,4}", ASCII),
)
_PLAIN = pattern(r"[0-9]{1,15}(\.[0-9]{1,12})?", ASCII)
_CODE = pattern(r"([A-Za-z]{3}) ?(\S.*)|(\S.*?) ?([A-Za-z]{3})", ASCII)
_NAME = pattern(r"[a-z][a-z0-9_]{0,79}(\.[a-z][a-z0-9_]{0,79})?", ASCII)
_SIGN = pattern(r"(>=|<=|=>|=<|==|> =|< =|=|>|<) *(.*)", ASCII)
_RANGE = pattern(r"(?:between |from )?(\S.{0,39}?) ?(?:\.{2,3}|-| to | and | - ) ?(\S.{0,39})", ASCII)
_OPEN = pattern(r"\.\. ?(\S.*)|(\S.*?) ?(?:\.\.|\+| or more)", ASCII)
_WORDS = {
    "more than": ">", "greater than": ">", "larger than": ">", "over": ">", "above": ">", "at least": ">=",
    "not less than": ">=", "less than": "<", "smaller than": "<", "under": "<", "below": "<", "at most": "<=",
    "up to": "<=", "not more than": "<=", "is": "=", "equals": "=", "equal to": "=", "exactly": "=",
}  # fmt: skip
_FLIPPED = {"=>": ">=", "=<": "<=", "> =": ">=", "< =": "<=", "==": "="}
_IS = pattern(r"(==|=|!=|<>|is not |isn't |is |equals |! ?|not )+ *(\S.*)", IGNORECASE | ASCII)
_EITHER = pattern(r" or |\|\|?|/|,")
_AND = pattern(r" and | ?&&? ?", IGNORECASE | ASCII)
_OR = pattern(r" or | ?\|\|? ?", IGNORECASE | ASCII)
_TEST = pattern(
    r"([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?) ?(==|=>|=<|>=|<=|[=><:]|is(?= )) ?"
    r"((?!not )[a-z0-9][a-z0-9_. ]{0,39})",
    ASCII,
)
_DATE = pattern(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", ASCII)
_PERIOD = pattern(
    r"(?:(?:from|since|starting|as of|valid from) *:? *)?([0-9./-]{8,10})"
    r"(?: *(?:until|to|till|through|-|\.\.) *([0-9./-]{8,10}))?(?: *,? *in ([A-Z]{2}(?:-[A-Z0-9]{1,3})?))?",
    IGNORECASE | ASCII,
)


def number_meant(text: str, unit: str = "") -> str | None:
    """The number that a text was meant to be, `1500` for `1,500 m`."""
    text = plainly(text[:_MAX]).strip().lower()
    for word in sorted(_UNITS.get(unit, ()), key=len, reverse=True):
        if text.endswith(word):
            text = text.removesuffix(word).strip()
            break
    if not _NUMBER.fullmatch(text):
        return None
    sign = "-" if text.startswith("-") else ""
    text = text.lstrip("+-").strip()
    if text.startswith("."):
        text = f"0{text}"
    text = text.removesuffix(".")
    text = _ungrouped(text)
    return sign + text if _PLAIN.fullmatch(text) else None


def _ungrouped(number: str) -> str:
    """A number without marks between its thousands, its decimals after a point."""
    if any(form.fullmatch(number) for form in _POINTS):
        return number.replace(".", "").replace(",", ".")
    if _COMMAS.fullmatch(number):
        return "".join(sign for sign in number if sign in "0123456789.")
    return number.replace(",", ".") if number.count(",") == 1 and "." not in number else number


def money_meant(text: str) -> str | None:
    """The amount that a text was meant to be, `1000.00 EUR` for `€1,000`."""
    text = plainly(text[:_MAX]).strip()
    for sign, currency in sorted(_CURRENCIES.items(), key=lambda item: -len(item[0])):
        if text.startswith(sign) or text.endswith(sign):
            return _money(text.removeprefix(sign).removesuffix(sign), currency)
    found = _CODE.fullmatch(text)
    if found is None:
        return None
    return _money(found[2], found[1]) if found[1] else _money(found[3], found[4])


def _money(number: str, currency: str) -> str | None:
    meant = number_meant(number)
    if meant is None:
        return None
    try:
        return str(Money.parse(f"{meant} {currency.upper()}"))
    except MoneyError:
        return None


def comparison_meant(text: str, operand: Callable[[str], str | None]) -> str | None:
    """The comparison or range that a text was meant to be, `10..20` for `10 to 20`; `operand` reads one side."""
    text = plainly(text[:_MAX]).strip().removeprefix("[").removesuffix("]").strip()
    lower = text.lower()
    for words, sign in _WORDS.items():
        if lower.startswith(words + " "):
            text = f"{sign} {text[len(words) :].strip()}"
            break

    def side(part: str | None) -> str | None:
        part = (part or "").strip()
        return part if _NAME.fullmatch(part) else operand(part)

    signed = _SIGN.fullmatch(text)
    if signed is not None:
        sign, value = _FLIPPED.get(signed[1], signed[1]), side(signed[2])
        if value is None:
            return None
        return f"{value}..{value}" if sign == "=" else f"{sign} {value}"
    limit = _OPEN.fullmatch(text)
    if limit is not None and (value := side(limit[1] or limit[2])) is not None:
        return f"<= {value}" if limit[1] else f">= {value}"
    between = _RANGE.fullmatch(text)
    low, high = (side(between[1]), side(between[2])) if between is not None else (None, None)
    return f"{low}..{high}" if low is not None and high is not None else None


def word_meant(text: str, allowed: Iterable[str]) -> str | None:
    """The value that a word was meant to be, `not signature` for `!= Signature`, `[a, b]` for `a or b`."""
    known = {_folded(word): word for word in allowed}
    text = plainly(text[:_MAX]).strip()
    whole = _one_of(text, known)
    if whole is not None:
        return whole
    negated = False
    bare = _IS.fullmatch(text)
    if bare is not None:
        lead = text[: bare.start(2)].lower()
        negated = "!" in lead or "<>" in lead or "not" in lead or "n't" in lead
        text = bare[2]
    parts = [part.strip() for part in _EITHER.split(text)]
    found = [_one_of(part, known) for part in parts]
    words = [word for word in found if word is not None]
    if not words or len(words) < len(found) or (negated and len(words) > 1):
        return None
    if len(words) > 1:
        return f"[{', '.join(words)}]"
    return f"not {words[0]}" if negated else words[0]


def _one_of(part: str, known: dict[str, str]) -> str | None:
    word = known.get(_folded(part))
    if word is not None or not {"yes", "no"} <= known.keys():
        return word
    return "yes" if _folded(part) in _YES else "no" if _folded(part) in _NO else None


def _folded(word: str) -> str:
    return word.strip(" \"'").casefold().replace("-", "_").replace(" ", "_")


def answer_meant(text: str, answers: Iterable[str] = ("yes", "no")) -> str | None:
    """The answer that a question was meant to be tested for, `shown yes` for `Shown: true`."""
    text = plainly(text[:_MAX]).strip()
    lower = text.casefold()
    leads = ("shown", "show", "proven", "proved")
    lead = next((word for word in leads if lower.startswith((f"{word} ", f"{word}:"))), "")
    word = word_meant(text[len(lead) :].lstrip(" :"), answers)
    if word is None or word.startswith(("not ", "[")):
        return None
    return f"shown {word}" if lead else word


def condition_meant(text: str) -> str | None:
    """The condition that a sentence was meant to be, `{sent: yes, arrived: no}` for `sent is yes and arrived == no`."""
    if len(text) > 2 * _MAX:
        return None
    text = plainly(text).strip()
    both, either = _AND.split(text), _OR.split(text)
    if len(both) > 1 and len(either) > 1:
        return None
    tests = [_test(part) for part in (both if len(both) > 1 else either)]
    if None in tests:
        return None
    inner = [test for test in tests if test is not None]
    if len(either) > 1:
        return "[" + ", ".join(f"{{{test}}}" for test in inner) + "]"
    return "{" + ", ".join(inner) + "}"


def _test(part: str) -> str | None:
    found = _TEST.fullmatch(part.strip())
    if found is None:
        return None
    name, sign, value = found[1], _FLIPPED.get(found[2], found[2]), found[3]
    if sign in (">", "<", ">=", "<="):
        return f'{name}: "{sign} {value}"'
    return f"{name}: {value}"


def period_meant(key: str) -> str | None:
    """The period that a key was meant to name, `from 2026-03-01` for `From 01.03.2026`."""
    found = _PERIOD.fullmatch(plainly(key[:_MAX]).strip())
    if found is None:
        return None
    first, last = _day(found[1]), _day(found[2])
    if first is None or (found[2] and last is None):
        return None
    return f"from {first}" + (f" until {last}" if last else "") + (f" in {found[3].upper()}" if found[3] else "")


def _day(text: str | None) -> str | None:
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    year, month, day = (found[1], found[3], found[4]) if found[1] else (found[7], found[6], found[5])
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def did_mean(meant: str | None, otherwise: str, quotes: bool = False) -> str:
    """A help line that proposes what was meant, else another one."""
    if meant is None:
        return otherwise
    return f'did you mean `"{meant}"`?' if quotes else f"did you mean `{meant}`?"


def comparison_cure(text: str, money: bool, example: str) -> str:
    """The cure for a value that is no comparison."""
    meant = comparison_meant(text, money_meant if money else number_meant)
    return did_mean(meant, f'write a comparison in quotes, like `"{example}"`', quotes=True)


def operand_cure(text: str, unit: str | None, otherwise: str) -> str:
    """The cure for one side of a comparison that cannot be read; `unit` is None for money."""
    if len(text) <= _MAX and (" and " in text or "<" in text or "&" in text):
        return 'two limits are a range: write it like `"10..20"`'
    return did_mean(money_meant(text) if unit is None else number_meant(text, unit), otherwise)


def without_list(items: list[str], money: bool) -> str:
    """The cure for a list where a comparison is wanted."""
    read = money_meant if money else number_meant
    meant = comparison_meant(items[0], read) if len(items) == 1 else None
    if len(items) == 2:
        low, high = (read(item) for item in items)
        meant = f"{low}..{high}" if low and high else None
    otherwise = 'write a comparison or a range in quotes, like `"> 150"` or `"10..20"`'
    return f'without brackets: `"{meant}"`' if meant else otherwise


def burden_cure(node: Node) -> str:
    """The cure for a burden that does not name one party and one answer."""
    meant = None
    if isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(node.entries[0][1], Scalar):
        party, word = node.entries[0][0], answer_meant(node.entries[0][1].text)
        meant = f"{{{party.text}: {word.removeprefix('shown ')}}}" if word and len(party.text) <= _MAX else None
    return did_mean(meant, "like `{seller: yes}`")
