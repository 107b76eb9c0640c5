"""ARB320: a clause is cited that the manual does not have. ARB329: a clause of the manual that no rule cites.
ARB338: a number that means one clause in the pack and another one in a parent.

A pack may hold its policy in plain words, in `manual.md`. A clause there is a heading whose first word looks like
`P-3.1`, `M-7` or `C-2.4`. A heading that only groups clauses (`P-3` above `P-3.1`) needs no rule of its own.
"""

from collections.abc import Iterator
from re import DOTALL, MULTILINE
from re import compile as pattern

from arbiter.policy.checks.own import inherited_files, is_own, own_files, shown_own
from arbiter.policy.checks.walk import citations_of
from arbiter.policy.files import MANUAL
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems
from evidence import Span, did_you_mean

_CLAUSE = r"[A-Za-z]+-[0-9][0-9.]*"
_HEADING = pattern(rf"^#{{1,6}}[ \t]+({_CLAUSE})", MULTILINE)
_FENCED = pattern(r"^(```|~~~).*?^\1", MULTILINE | DOTALL)
_CITED = pattern(_CLAUSE)
_LISTED = 6
"""How many clauses a message names."""


def check_clauses(policy: Policy, problems: Problems) -> None:
    """The rules and the manual name each other: no rule without its clause, no clause without a rule."""
    own = own_files(policy).get(MANUAL) if policy.files else None
    if policy.files:
        _check_parents(policy, own, problems)
    if own is None or not policy.files:
        return
    clauses = dict(_clauses(own))
    known = {*clauses, *(name for text in inherited_files(policy, MANUAL) for name, _ in _clauses(text))}
    cited = {name for text, _ in citations_of(policy) for name in _named(text)}
    told: set[tuple[str, Span]] = set()
    inherited = {name for text, span in citations_of(policy) if not is_own(policy, span)
                 for name in _cited(text)}  # fmt: skip
    uncited = [name for name in clauses if name not in cited]
    for text, span in citations_of(policy):
        for name in _named(text) if is_own(policy, span) else ():
            place = problems.place(span, "clause", text)
            if name not in known | inherited and (name, place) not in told:
                told.add((name, place))
                # One that another rule cites is hardly meant: this one is merely not written yet.
                near = did_you_mean(name, uncited)
                cure = f"did you mean `{near}`?" if near else f"write it in {MANUAL}, or cite one that is there"
                problems.error("ARB320", f"the manual has no clause `{name}`", place, cure)
    if problems.fatal:
        return  # a clause that is misspelt in a rule leaves the meant one without a rule
    for name, at in clauses.items():
        if name not in cited and not any(other.startswith(f"{name}.") for other in clauses):
            span = Span(shown_own(policy, MANUAL), own.count("\n", 0, at) + 1, at - own.rfind("\n", 0, at), len(name))
            cure = "cite it in the rule that carries it out, or make it running text"
            problems.warn("ARB329", f"no rule cites clause `{name}` of the manual", span, cure)


def _check_parents(policy: Policy, own: str | None, problems: Problems) -> None:
    """No clause has the number of one of a parent's.

    It is another one if the pack's own manual says it and its own rules cite it, or if no manual says what it is. A
    parameter that the pack defines in a parent's place may cite the parent's clause.
    """
    said = {name for name, _ in _clauses(own)} if own is not None else None
    if said is None and inherited_files(policy, MANUAL):
        return
    theirs = {name: span for text, span in citations_of(policy) if not is_own(policy, span) for name in _cited(text)}
    for text in inherited_files(policy, MANUAL):
        theirs |= {name: policy.header.span for name, _ in _clauses(text) if name not in theirs}
    replacing = {one.span for one in policy.parameters.values() if f"parameter {one.id}" in policy.replaced}
    found: dict[str, Span] = {}
    for text, span in citations_of(policy):
        for name in _cited(text) if is_own(policy, span) and span not in replacing else ():
            if name in theirs and (said is None or name in said):
                found.setdefault(name, problems.place(span, "clause", text))
    if found:
        first = next(iter(found))
        named = ", ".join(f"`{name}`" for name in sorted(found)[:_LISTED]) + (" …" if len(found) > _LISTED else "")
        message = f"a parent has a clause of that number too: {named}"
        cure = "give your clauses another letter, or two, so that a letter cites one clause and not the other"
        at = theirs[first]
        related = [("cited here by the parent", at)] if at != policy.header.span else []
        problems.warn("ARB338", message, found[first], cure, *related)


def _clauses(manual: str) -> Iterator[tuple[str, int]]:
    """The clauses of a manual with the offsets of their names. What stands in a code block is an example."""
    plain = _FENCED.sub(lambda block: "".join("\n" if char == "\n" else " " for char in block[0]), manual)
    yield from ((found[1].rstrip("."), found.start(1)) for found in _HEADING.finditer(plain))


def _named(text: str) -> list[str]:
    """The clauses that a citation names; a text that looks like none is the name of one."""
    return _cited(text) or ([text] if text else [])


def _cited(text: str) -> list[str]:
    """The clauses that a text names."""
    return [name.rstrip(".") for name in _CITED.findall(text)]
