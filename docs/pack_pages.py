"""What the bundled packs hold, on one page: claims, who must show what, parameters by date, promises.

Owns the form of the tables. What stands in them is read from the packs alone.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from arbiter.engine.compile import needed_questions
from arbiter.policy.dated import Parameter
from arbiter.policy.load import load_policy
from arbiter.policy.model import Burden, Policy, Question
from arbiter.prose.phrases import Phrases

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "packs.md"
HEAD = """# The packs that come with arbiter

Each is a folder in `rules/`. `arbiter show policy <pack>` tells it whole, and its `manual.md` says why. This page is
made from the packs.
"""


def pages() -> dict[Path, str]:
    """The page with its content."""
    packs = [load_policy(folder) for folder in sorted((ROOT / "rules").iterdir()) if (folder / "policy.yaml").exists()]
    return {PAGE: "\n".join([HEAD, *(line for pack in packs for line in _pack(pack))]).rstrip("\n") + "\n"}


def _pack(policy: Policy) -> Iterator[str]:
    phrases = Phrases(policy, "en", _newest(policy))
    yield f"## {phrases.text('policy_title')} (`{policy.id}` {policy.version})"
    yield ""
    if policy.claims:
        yield from _table(("Claim", "Who claims", "Who must show what, and else"), _claims(phrases))
        yield from _table(("Promise", "To", "Claim", "Clause"), _guarantees(phrases))
    own = [one for one in policy.parameters.values() if policy.id in Path(one.span.file).parts]
    yield from _table(("Parameter", "Value", "In force from", "Clause"), _parameters(phrases, own))


def _newest(policy: Policy) -> date:
    """The last day on which something changes: what is in force on it counts from then on."""
    return max((value.first for one in policy.parameters.values() for value in one.values), default=date(2026, 1, 1))


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    found = list(rows)
    if found:
        yield f"| {' | '.join(columns)} |"
        yield "|" + "---|" * len(columns)
        yield from (f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in found)
        yield ""


def _claims(phrases: Phrases) -> Iterator[tuple[str, ...]]:
    policy = phrases.policy
    for claim in policy.claims.values():
        burdens = "<br>".join(_burden(phrases, question) for question in needed_questions(policy, claim))
        title = f"{phrases.text(claim.id)}<br>`{claim.id}`, {claim.clause}"
        yield title, policy.noun(claim.by), burdens


def _burden(phrases: Phrases, question: Question) -> str:
    return f"*{phrases.text(question.id)}* {_must(phrases, question, question.burden)}"


def _must(phrases: Phrases, question: Question, burden: Burden) -> str:
    policy = phrases.policy
    if question.on_record:
        return f"On record; else “{burden.fails}”."
    shifted = dict.fromkeys(f"the {policy.noun(one.burden.party)}" for one in question.shifts if one.burden.party)
    answer = f"“{burden.answer}”" if burden.answer else "it"
    moves = f" The burden may move to {' or '.join(shifted)}." if shifted else ""
    return f"The {policy.noun(burden.party)} must show {answer}; else “{burden.fails}”.{moves}"


def _guarantees(phrases: Phrases) -> Iterator[tuple[str, ...]]:
    policy = phrases.policy
    for claim in policy.claims.values():
        for promise in claim.guarantees:
            yield phrases.text(claim.id, promise.id), policy.noun(promise.to), f"`{claim.id}`", promise.clause


def _parameters(phrases: Phrases, parameters: Iterable[Parameter]) -> Iterator[tuple[str, ...]]:
    for one in parameters:
        for value in one.values:
            region = f" ({value.region})" if value.region else ""
            days = f"{value.first}" if value.last is None else f"{value.first} to {value.last}"
            yield f"`{one.id}`", phrases.quantity(value.value, one.unit) + region, days, one.clause
