"""The cliffs of a policy, for its authors: what `arbiter check --cliffs` adds."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arbiter.explain.cliffs import Cliff
    from arbiter.policy.model import Policy


def tell_cliffs(policy: "Policy") -> None:
    """Print every place where one step of a parameter or of a strength flips who bears, what is owed, or the route."""
    from arbiter.cli.consoles import line, out
    from arbiter.explain.cliffs import cliffs_of

    console = out()
    cliffs = cliffs_of(policy)
    if not cliffs:
        console.print(line("  no cliffs: no single step of a number or a strength flips what follows"), soft_wrap=True)
    for cliff in cliffs:
        console.print(line("  ", (_cause(cliff), "bold"), f"  {cliff.span.file}:{cliff.span.line}"), soft_wrap=True)
        for text in _lines(cliff):
            console.print(line(f"      {text}"), soft_wrap=True)
    if any(cliff.bounded for cliff in cliffs):
        console.print(line("  not every situation was looked at: there may be more cliffs"), soft_wrap=True)


def _cause(cliff: "Cliff") -> str:
    if cliff.cause == "parameter":
        return f"{cliff.name} = {cliff.value} ({cliff.clause}), {cliff.step}"
    return f"{cliff.name}: {cliff.step}"


def _lines(cliff: "Cliff") -> list[str]:
    found = [f"{cliff.claim}, {cliff.at}: {cliff.before} → {cliff.after}{_where(cliff.situation)}"]
    return found + [f"then {flip.what}: {flip.before} → {flip.after}{_where(flip.where)}" for flip in cliff.then]


def _where(words: tuple[str, ...]) -> str:
    return f", where {'; '.join(words)}" if words else ""
