"""ARB321: a sentence that a report needs is missing. ARB322: a sentence that cannot be parsed."""

from collections.abc import Iterator
from functools import lru_cache

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from arbiter.policy.model import Policy, Texts
from arbiter.policy.parse.reader import Problems
from evidence import Span

Wanted = tuple[str, str | None]


def check_texts(policy: Policy, problems: Problems) -> None:
    """Every question, head, claim, signal and rule has its sentence in every language of the pack."""
    for language, texts in policy.texts.items():
        defined = _defined(texts, problems)
        for name, attribute in needed_texts(policy):
            if (name, attribute) not in defined:
                wanted = f"{name}.{attribute}" if attribute else name
                problems.error(
                    "ARB321",
                    f"no text `{wanted}` in `{language}`",
                    policy.header.span,
                    f"add it to texts/{language}.ftl",
                )


def needed_texts(policy: Policy) -> Iterator[Wanted]:
    """The messages, and attributes of messages, that a report may ask for."""
    yield "policy_title", None
    for signal in policy.signals.values():
        yield signal.id, None
        yield signal.id, "missing"
        if signal.private is not None:
            yield signal.private, None
    for role in (*policy.header.roles.values(), "platform"):
        yield f"role_{role}", None
    for question in policy.questions.values():
        yield question.id, None
        for answer in ("yes", "no"):
            yield question.id, answer
        for rule in (*question.shifts, *question.only_counts):
            yield question.id, rule.id
    for claim in policy.claims.values():
        yield claim.id, None
        for head in claim.heads:
            yield head.id, None
            for outcome in (*head.what, *head.who):
                yield head.id, outcome.id
        for consequence in (*claim.measures, *claim.routes, *claim.guarantees):
            yield claim.id, consequence.id


def _defined(texts: Texts, problems: Problems) -> set[Wanted]:
    defined: set[Wanted] = set()
    for shown, source in texts.sources:
        names, junk = _parsed(source)
        defined |= names
        for line, column, text, reason in junk:
            span = Span(shown, line, column, max(1, len(text)))
            problems.error("ARB322", f"this sentence cannot be parsed: {reason}", span, "see the Fluent syntax guide")
    return defined


@lru_cache(maxsize=64)
def _parsed(source: str) -> tuple[frozenset[Wanted], tuple[tuple[int, int, str, str], ...]]:
    names: set[Wanted] = set()
    junk: list[tuple[int, int, str, str]] = []
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ftl.Message):
            if entry.value is not None:
                names.add((entry.id.name, None))
            names |= {(entry.id.name, attribute.id.name) for attribute in entry.attributes}
        elif isinstance(entry, ftl.Junk):
            start = entry.span.start if entry.span else 0
            line = source.count("\n", 0, start) + 1
            first = entry.content.splitlines()[0] if entry.content else ""
            reason = (entry.annotations[0].message or "") if entry.annotations else "not Fluent"
            junk.append((line, 1, first, reason.rstrip(".")[:1].lower() + reason.rstrip(".")[1:]))
    return frozenset(names), tuple(junk)
