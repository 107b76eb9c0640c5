"""A comparison or a range as it is written, taken apart.

Read by hand and not by patterns: the text may be as long as a file, and no length of it may take long.
"""

_SIGNS = (">=", "<=", ">", "<", "=")


def comparison(text: str) -> tuple[str, str] | None:
    """The sign and the operand of `> 150`; None if the text is no comparison."""
    sign = next((sign for sign in _SIGNS if text.startswith(sign)), None)
    operand = text[len(sign) :].strip() if sign else ""
    return (sign, operand) if sign and operand and operand[0] not in "=<>" else None


def limits(text: str) -> tuple[str, str] | None:
    """Both ends of `10..20`; None if the text is no range."""
    low, dots, high = text.partition("..")
    low, high = low.strip(), high.strip()
    return (low, high) if dots and low and high else None
