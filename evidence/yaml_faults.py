"""Why a text is not valid YAML, in the words of whoever wrote it: the true place, the true cause, the cure.

A parser of YAML says where it gave up, which is often lines after the slip. This module looks at the text round that
place for the slips that people make. It reads no valid document, and what it does not know it tells as the parser did.
"""

from collections.abc import Callable
from re import compile as pattern
from typing import Any

import yaml

from evidence.diagnostics import Span, quoted
from evidence.lookalikes import OPENING_QUOTES, cure_of, lookalike_in, told
from evidence.nodes import RefusedError
from evidence.yaml_look import Look, Place

_KEY = pattern(r"( *+)((?:- ++)*+)([^\s\-:#\"'{}\[\],][^:#\"'{}\[\],]{0,80}):(?: |$)")
_RUN_TOGETHER = pattern(r"( *+(?:- ++)*+)([A-Za-z_][\w.]{0,80}):([^ ].*)$")
_CLOSING = {"{": "}", "[": "]"}


def refusal(text: str, file: str, error: yaml.MarkedYAMLError, loader: Any) -> RefusedError:
    """What is wrong with a text that a parser of YAML refused."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return RefusedError("ARB103", "not valid YAML", Span(file, 1, 1, 1), "check quotes, colons and indentation")
    began = error.context_mark
    look = Look(
        file,
        text.split("\n"),
        text,
        error.context or "",
        error.problem or "it cannot be read",
        Place(began.line, began.column) if began else None,
        Place(mark.line, mark.column),
        loader,
    )
    for known in _SLIPS:
        found = known(look)
        if found is not None:
            return found
    what = look.problem.replace("`", "").replace("'", "`")
    span = look.span(look.at.line, look.at.column)
    return RefusedError("ARB103", f"not valid YAML: {what}", span, "check quotes, colons and indentation")


def _tab(look: Look) -> RefusedError | None:
    line = look.line(look.at.line)
    lead = line[: len(line) - len(line.lstrip())]
    column = look.at.column if look.character(look.at) == "\t" else lead.find("\t")
    if column < 0 or not ("token" in look.problem or "tab" in look.problem or "\t" in lead):
        return None
    message = "a tab stands where only blanks may stand"
    return RefusedError("ARB103", message, look.span(look.at.line, column), "replace it by blanks, two for each level")


def _comparison(look: Look) -> RefusedError | None:
    place = look.began if look.context == "while scanning a block scalar" else look.at
    sign = look.character(place)
    if place is None or sign not in (">", "|") or not ("scalar" in look.context or "start any token" in look.problem):
        return None
    value = _value_from(look, place, in_flow="start any token" in look.problem)
    reads = "a folded text" if sign == ">" else "a text of several lines"
    message = f"{quoted(value)} is not in quotes, and `{sign}` alone starts {reads}"
    return RefusedError("ARB117", message, look.span(place.line, place.column, len(value)), f"write {in_quotes(value)}")


def _start(look: Look) -> RefusedError | None:
    place = look.began if look.context in ("while scanning an alias", "while scanning an anchor") else look.at
    sign = look.character(place)
    if place is None or not sign or not (place == look.began or "start any token" in look.problem):
        return None
    value = _value_from(look, place, in_flow=False)
    message = f"a value cannot start with `{sign}`" if sign != "`" else "a value cannot start with a backtick"
    cure = "put it in quotes" if "`" in value else f"put it in quotes: {in_quotes(value)}"
    return RefusedError("ARB103", message, look.span(place.line, place.column), cure)


def _dash(look: Look) -> RefusedError | None:
    if not look.problem.startswith("block sequence entries"):
        return None
    message = "a list cannot begin with `-` on the line of its key"
    cure = "begin it on the next line, or put a text that starts with `-` in quotes"
    return RefusedError("ARB103", message, look.span(look.at.line, look.at.column), cure)


def _escape(look: Look) -> RefusedError | None:
    if "unknown escape" not in look.problem:
        return None
    sign = look.line(look.at.line)[look.at.column : look.at.column + 2]
    message = f"{quoted(sign)} means nothing within double quotes"
    return RefusedError(
        "ARB103", message, look.span(look.at.line, look.at.column, 2), "use single quotes, or write `\\\\`"
    )


def _open_quote(look: Look) -> RefusedError | None:
    if look.context != "while scanning a quoted scalar" or look.began is None:
        return None
    return _unclosed(look, look.began, look.span(look.at.line, look.at.column), "nothing closes it up to here")


def _after_quote(look: Look) -> RefusedError | None:
    """A quote that was closed by the opening of another, or by an apostrophe within it."""
    if "expected" not in look.problem:
        return None
    last = _quoted_before(look)
    if last is None:
        return None
    began, ended = last
    if began.line < ended.line:
        return _unclosed(look, began, look.span(ended.line, ended.column - 1), "this closed it, and more follows")
    if look.context.startswith("while parsing a flow"):
        return None  # a comma is missing
    sign = look.character(began)
    message = f"a `{sign}` ends the text, and more follows"
    cure = "write `''` for an apostrophe in single quotes" if sign == "'" else 'write `\\"` for a quote within quotes'
    related = ("the text begins here", look.span(began.line, began.column))
    return RefusedError("ARB103", message, look.span(ended.line, ended.column - 1), cure, related)


def _quoted_before(look: Look) -> tuple[Place, Place] | None:
    """Where the quoted text begins and ends that stands right before the place where the parser gave up."""
    last = None
    try:
        for token in yaml.scan(look.text, Loader=look.loader):
            if (token.end_mark.line, token.end_mark.column) > (look.at.line, look.at.column):
                break
            last = token
    except yaml.YAMLError:
        pass
    if not isinstance(last, yaml.ScalarToken) or last.style not in ("'", '"') or last.end_mark.line != look.at.line:
        return None
    if look.line(look.at.line)[last.end_mark.column : look.at.column].strip():
        return None
    return Place(last.start_mark.line, last.start_mark.column), Place(last.end_mark.line, last.end_mark.column)


def _unclosed(look: Look, began: Place, until: Span, label: str) -> RefusedError:
    sign = look.character(began)
    end = _CLOSING.get(sign, sign)
    message = f"the `{sign}` that opens here is not closed"
    return RefusedError(
        "ARB103", message, look.span(began.line, began.column), f"close it with `{end}`", (label, until)
    )


def _look_alike_quote(look: Look) -> RefusedError | None:
    """A text in quotes that are none, so that its colons and commas count."""
    line = look.line(look.at.line)[: look.at.column + 1]
    for sign in OPENING_QUOTES:
        for lead in (": ", ", ", "[", "{", "- "):
            column = line.find(lead + sign)
            if column >= 0:
                return _look_alike(look, look.at.line, column + len(lead))
    return None


def _look_alike_sign(look: Look) -> RefusedError | None:
    """A colon, comma or bracket that is none, on the line where the parser gave up or began."""
    numbers = [place.line for place in (look.began, look.at) if place]
    if look.problem.startswith("mapping values") and _own_line(look):
        numbers.append(_line_above(look, look.at.line))
    for number in dict.fromkeys(numbers):
        line = look.line(number).partition(" #")[0]
        column = lookalike_in(line)
        if column is not None and line[column] in "：，【】［］｛｝（）\u00a0\u3000\u200b":
            return _look_alike(look, number, column)
    return None


def _look_alike(look: Look, line: int, column: int) -> RefusedError:
    sign = look.line(line)[column]
    return RefusedError("ARB115", told(sign), look.span(line, column), cure_of(sign))


def _bracket(look: Look) -> RefusedError | None:
    if look.context not in ("while parsing a flow sequence", "while parsing a flow mapping") or look.began is None:
        return None
    sign = look.character(look.at)
    at = look.span(look.at.line, look.at.column)
    opened = look.character(look.began)
    if sign in ("]", "}") and sign != _CLOSING.get(opened):
        return _unclosed(look, look.began, at, f"`{sign}` cannot close it")
    line = look.line(look.at.line)
    own = look.line(look.began.line)
    indent = len(line) - len(line.lstrip())
    new_key = look.at.line > look.began.line and indent <= len(own) - len(own.lstrip())
    if look.at_end or new_key:
        return _unclosed(look, look.began, at, "the text goes on here without it")
    column = look.at.column
    if sign == ":":  # the parser read the key as a part of the value before it
        column = line.rfind(" ", 0, column) + 1 or indent
    message = "a comma is missing, or a text that holds `: ` is not in quotes"
    related = ("in what opens here", look.span(look.began.line, look.began.column))
    length = max(1, look.at.column - column)
    return RefusedError("ARB103", message, look.span(look.at.line, column, length), "write a comma before it", related)


def _closes_nothing(look: Look) -> RefusedError | None:
    sign = look.character(look.at)
    if sign not in ("]", "}"):
        return None
    return RefusedError("ARB103", f"`{sign}` closes nothing", look.span(look.at.line, look.at.column), "remove it")


def _no_blank(look: Look) -> RefusedError | None:
    """`strength:strong`, told at the colon."""
    if look.problem.startswith("found unexpected ':'"):
        after = look.line(look.at.line)[look.at.column + 1 :]
        return no_blank(look.span(look.at.line, look.at.column), after)
    if "expected ':'" in look.problem and look.began is not None:
        number = look.began.line
    elif look.problem.startswith("mapping values") and _own_line(look):
        number = _line_above(look, look.at.line)
    else:
        return None
    found = _RUN_TOGETHER.match(look.line(number))
    if found is not None:
        return no_blank(look.span(number, found.end(2)), found[3])
    if "expected ':'" not in look.problem:
        return None
    line = look.line(number)
    if lookalike_in(line) is not None:
        return None
    indent = len(line) - len(line.lstrip())
    cure = "write `key: value`, or put a text of several lines in quotes"
    return RefusedError(
        "ARB103", f"no colon follows {quoted(line.strip())}", look.span(number, indent, len(line.strip())), cure
    )


def no_blank(span: Span, after: str) -> RefusedError:
    """A colon that is no sign of YAML, because no blank follows it."""
    value = after.strip()[:40]
    cure = "write `key: value`" if not value or "`" in value or value[0] in "]}," else f"write `: {value}`"
    return RefusedError("ARB118", "no blank follows the colon", span, cure)


def _indentation(look: Look) -> RefusedError | None:
    """A key, or an item of a list, that is not in line with its neighbours."""
    misplaced = ("mapping values", "expected key", "expected '-'")
    if not _own_line(look) or not any(word in look.problem for word in misplaced):
        return None
    line = look.line(look.at.line)
    indent = len(line) - len(line.lstrip())
    found = _KEY.match(line)
    word = found[3] if found else line.strip().split(" ")[0]
    neighbours = _neighbours(look, indent)
    beside = look.began is not None and look.began.column == indent and "expected '-'" in look.problem
    if beside or not neighbours or any(column == indent for column, _, _ in neighbours):
        message = "a key and an item of a list stand side by side"
        cure = "begin every item with `- `, or none"
        return RefusedError("ARB103", message, look.span(look.at.line, indent, len(word)), cure)
    where = ", or ".join(f"in column {column + 1}, like {quoted(name)}" for column, name, _ in neighbours)
    message = f"{quoted(word)} is not in line with its neighbours"
    related = [("a neighbour", look.span(number, column, len(name))) for column, name, number in neighbours]
    return RefusedError("ARB103", message, look.span(look.at.line, indent, len(word)), f"begin it {where}", *related)


def _neighbours(look: Look, indent: int) -> list[tuple[int, str, int]]:
    """The keys above that a key may have been meant to stand in line with: column, name, line; deeper ones last."""
    found: dict[int, tuple[int, str, int]] = {}
    lowest = 10_000
    for number in range(look.at.line - 1, max(-1, look.at.line - 200), -1):
        key = _KEY.match(look.line(number))
        if key is None:
            continue
        column = key.start(3)
        if column < lowest:
            lowest = column
            found[column] = (column, key[3], number)
        if column <= indent or len(key[1]) == 0:
            break
    return sorted(found.values())[:2]


def _second_colon(look: Look) -> RefusedError | None:
    if not look.problem.startswith("mapping values"):
        return None
    line = look.line(look.at.line)
    found = _RUN_TOGETHER.match(line)
    if found is not None and found[3][0] in "{[":
        return no_blank(look.span(look.at.line, found.end(2)), found[3])
    first = line.find(": ")
    if not 0 <= first < look.at.column:
        return None
    value = line[first + 2 :].partition(" #")[0].strip()
    message = f"a second colon stands in {quoted(value)}"
    long = "`" in value or len(value) > 60
    cure = "put the value in quotes" + ("" if long else f": {in_quotes(value)}")
    return RefusedError("ARB103", message, look.span(look.at.line, look.at.column), cure)


def _too_early(look: Look) -> RefusedError | None:
    if not look.at_end:
        return None
    span = look.span(look.at.line, look.at.column)
    return RefusedError("ARB103", "the document ends too early", span, "close what is open")


def _own_line(look: Look) -> bool:
    """Whether nothing but one key stands before the place on its line."""
    before = look.line(look.at.line)[: look.at.column]
    return ": " not in before and '"' not in before and "{" not in before


def _line_above(look: Look, number: int) -> int:
    number -= 1
    while number > 0 and not look.line(number).strip():
        number -= 1
    return number


def _value_from(look: Look, place: Place, in_flow: bool) -> str:
    """What was meant as one value: up to a comma or bracket within brackets, else up to the end of the line."""
    rest = look.line(place.line)[place.column :].partition(" #")[0]
    if in_flow:
        ends = [at for sign in ",}]" if (at := rest.find(sign)) >= 0]
        rest = rest[: min(ends)] if ends else rest
    return rest.strip()


def in_quotes(value: str) -> str:
    """A value as it is to be written, in quotes and backticks."""
    shown = value if len(value) <= 60 else value[:59] + "…"
    return f'`"{shown}"`' if '"' not in shown else f"`'{shown}'`"


_SLIPS: tuple[Callable[[Look], RefusedError | None], ...] = (
    _tab,
    _comparison,
    _start,
    _dash,
    _escape,
    _open_quote,
    _look_alike_quote,
    _after_quote,
    _look_alike_sign,
    _bracket,
    _closes_nothing,
    _no_blank,
    _indentation,
    _second_colon,
    _too_early,
)
