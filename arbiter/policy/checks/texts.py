"""ARB321: a sentence that a report needs is missing. ARB322: a sentence that cannot be parsed.
ARB323: a variable that nothing gives a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import compile as pattern

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from arbiter.policy.conditions import Between, Compare
from arbiter.policy.model import Policy, Rule, Texts
from arbiter.policy.parse.reader import KEBAB, SNAKE, Problems, misnamed
from evidence import Span

Wanted = tuple[str, str | None]
_NAME = pattern(r"[a-zA-Z][a-zA-Z0-9_-]*")


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable in a sentence, and where its name stands."""

    message: str
    attribute: str | None
    name: str
    start: int


@dataclass(frozen=True, slots=True)
class _Parsed:
    """One source of sentences: what each message has, what could not be read, which variables are used."""

    messages: dict[str, frozenset[str | None]]
    junk: tuple[tuple[str | None, int, str], ...]
    variables: tuple[_Variable, ...]


def check_texts(policy: Policy, problems: Problems) -> None:
    """Every question, head, claim, signal and rule has its sentence in every language of the pack."""
    for language, texts in policy.texts.items():
        if not texts.sources and "text" not in problems.unread:
            place = problems.place(policy.header.span, "languages", language)
            problems.error("ARB321", f"there are no texts in `{language}`", place, f"add texts/{language}.ftl")
            continue
        defined, unreadable = _defined(policy, texts, problems)
        missing = {} if "text" in problems.unread else dict(needed_texts(policy, problems))
        for (name, attribute), span in missing.items():
            if attribute not in defined.get(name, ()) and name not in unreadable and SNAKE.fullmatch(name):
                wanted = f"{name}.{attribute}" if attribute else name
                cure = f"add it to texts/{language}.ftl"
                problems.error("ARB321", f"no text `{wanted}` in `{language}`", span, cure)


def needed_texts(policy: Policy, problems: Problems) -> Iterator[tuple[Wanted, Span]]:
    """What a report may ask for, with the place in the policy that asks."""
    yield ("policy_title", None), policy.header.span
    yield ("appeal_effect", None), policy.header.span
    for role in dict.fromkeys((*policy.header.roles.values(), "platform")):
        yield (f"role_{role}", None), policy.header.span
    for signal in policy.signals.values():
        yield (signal.id, None), signal.span
        yield (signal.id, "missing"), signal.span
        if any(isinstance(test.check, Compare | Between) for test in signal.test.tests):
            yield (signal.id, "otherwise"), signal.span
        if signal.private:
            yield (signal.private, None), signal.span
    for question in policy.questions.values():
        for answer in (None, *question.all_answers):
            yield (question.id, answer), question.span
        yield from _of_rules(question.id, (*question.shifts, *question.only_counts), problems)
    for claim in policy.claims.values():
        yield (claim.id, None), claim.span
        for head in claim.heads:
            yield (head.id, None), head.span
            yield from _of_rules(head.id, (*head.what, *head.who), problems)
        yield from _of_rules(claim.id, (*claim.gates, *claim.measures, *claim.routes, *claim.guarantees), problems)


def _of_rules(name: str, rules: tuple[Rule, ...], problems: Problems) -> Iterator[tuple[Wanted, Span]]:
    for rule in rules:
        wording = getattr(rule, "wording", "") or rule.id
        if KEBAB.fullmatch(wording):
            yield (name, wording), problems.place(rule.span, "id", rule.id)


def _defined(policy: Policy, texts: Texts, problems: Problems) -> tuple[dict[str, frozenset[str | None]], set[str]]:
    """What the sources of a language define, later ones in place of earlier ones, and what of it cannot be read."""
    defined: dict[str, frozenset[str | None]] = {}
    unreadable: set[str] = set()
    for shown, source in texts.sources:
        parsed = _parsed(source)
        defined |= parsed.messages
        for name, start, reason in parsed.junk:
            unreadable |= {name} if name else set()
            cure = "write `name = sentence`, more lines of it indented, and close every `{`"
            problems.error("ARB322", f"this sentence cannot be parsed: {reason}", _span(shown, source, start, 1), cure)
        for variable in parsed.variables:
            _check_variable(policy, variable, _span(shown, source, variable.start, len(variable.name) + 1), problems)
    return defined, unreadable


def _check_variable(policy: Policy, variable: _Variable, span: Span, problems: Problems) -> None:
    """A sentence may quote parameters; that of a signal also the fields of the record that shows it."""
    if variable.name in policy.parameters or problems.unread & {"parameter", "signal"}:
        return
    signal = policy.signals.get(variable.message) if variable.attribute is None else None
    if signal is not None and signal.span in problems.spoilt:
        return
    if variable.name in misnamed(tuple(policy.parameters)):
        return
    fields = policy.vocabulary.get(signal.test.kind, {}) if signal else {}
    known = [f"{variable.message}__{field}" for field in fields]
    if variable.name not in known:
        cure = problems.meant(variable.name, [*known, *policy.parameters])
        problems.error("ARB323", f"nothing gives `${variable.name}` a value in this sentence", span, cure)


def _span(shown: str, source: str, start: int, length: int) -> Span:
    """The place of an offset, drawn back to the last character written before it if it is at the end of a line."""
    start = min(start, len(source) - 1)
    while start > 0 and source[start].isspace():
        start -= 1
    return Span(shown, source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start), length)


@lru_cache(maxsize=64)
def _parsed(source: str) -> _Parsed:
    messages: dict[str, frozenset[str | None]] = {}
    junk: list[tuple[str | None, int, str]] = []
    variables: list[_Variable] = []
    try:
        entries = FluentParser().parse(source).body
    except RecursionError:
        return _Parsed({}, ((None, 0, "it is nested too deep"),), ())
    last: str | None = None
    for entry in entries:
        if isinstance(entry, ftl.Message):
            last = name = entry.id.name
            patterns: dict[str | None, ftl.Pattern | None] = {None: entry.value}
            patterns |= {attribute.id.name: attribute.value for attribute in entry.attributes}
            messages[name] = frozenset(key for key, value in patterns.items() if value is not None)
            for key, value in patterns.items():
                variables += [_Variable(name, key, *found) for found in _variables_in(value)]
        elif isinstance(entry, ftl.Junk):
            named = _NAME.match(entry.content or "")
            last = named[0] if named else last
            note = entry.annotations[0] if entry.annotations else None
            reason = (note.message or "").rstrip(".") if note else "it is not Fluent"
            place = note.span if note and note.span else entry.span
            reason = reason[:1].lower() + reason[1:]
            junk.append((last, place.start if place else 0, reason.replace('"', "`")))
    return _Parsed(messages, tuple(junk), tuple(variables))


def _variables_in(node: object) -> Iterator[tuple[str, int]]:
    """Every variable below a node of a sentence: its name and the offset of its `$`."""
    if isinstance(node, ftl.VariableReference):
        yield node.id.name, node.span.start if node.span else 0
    elif isinstance(node, list):
        for item in node:
            yield from _variables_in(item)
    elif isinstance(node, ftl.BaseNode):
        yield from _variables_in(list(vars(node).values()))
