"""ARB313: one name for two things. Their sentences share one list, so one would speak for the other."""

from collections.abc import Iterator

from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems
from evidence import Span


def check_names(policy: Policy, problems: Problems) -> None:
    """Signals, private texts, questions, heads and claims have names of their own."""
    first: dict[str, tuple[str, Span]] = {}
    for what, name, span in _named(policy):
        known = first.setdefault(name, (what, span))
        if known[0] != what:
            problems.error(
                "ARB313", f"`{name}` names a {known[0]} and a {what}", span, "rename one", (f"the {known[0]}", known[1])
            )


def _named(policy: Policy) -> Iterator[tuple[str, str, Span]]:
    for signal in policy.signals.values():
        yield "signal", signal.id, signal.span
        if signal.private:
            yield "private text", signal.private, signal.span
    for question in policy.questions.values():
        yield "question", question.id, question.span
    for claim in policy.claims.values():
        yield "claim", claim.id, claim.span
        for head in claim.heads:
            yield "head", head.id, head.span
