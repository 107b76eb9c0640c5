"""What the bundled packs hold, on one page: claims, who must show what, promises, parameters in force on one day.

Owns the form of the tables and the day of which the page tells. What stands in them is read from the packs alone.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from arbiter.engine.compile import needed_questions
from arbiter.policy.checks.own import is_own
from arbiter.policy.dated import DatedValue, Parameter
from arbiter.policy.load import load_policy
from arbiter.policy.model import Burden, Policy, Question
from arbiter.prose.phrases import Phrases

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "packs.md"
# The page tells of one named day, never of the day on which it is made: so it is the same whenever it is made.
DAY = date(2026, 11, 25)
SHARED = "common"
HEAD = """# The packs that come with arbiter

Each is a folder in `rules/`. `arbiter show policy <pack>` tells it whole, and its `manual.md` says why. This page is
made from the packs. Its amounts and limits are those of {day}; where it is known on which later
day one changes, that day is named.

"""


def pages() -> dict[Path, str]:
    """The page with its content. What all packs share comes first."""
    folders = [folder for folder in (ROOT / "rules").iterdir() if (folder / "policy.yaml").exists()]
    packs = [load_policy(folder) for folder in sorted(folders, key=lambda folder: (folder.name != SHARED, folder.name))]
    head = HEAD.format(day=Phrases(packs[0], "en", DAY).day(DAY))
    return {PAGE: "\n".join([head, *(line for pack in packs for line in _pack(pack))]).rstrip("\n") + "\n"}


def _pack(policy: Policy) -> Iterator[str]:
    phrases = Phrases(policy, "en", DAY)
    yield f"## {phrases.text('policy_title')} (`{policy.id}` {policy.version})"
    yield ""
    yield from _table(("Claim", "Who claims", "Who must show what, and else"), _claims(phrases))
    yield from _table(("Promise", "To", "Claim", "Clause"), _guarantees(phrases))
    if not policy.claims:
        yield from _table(("What a record shows", "Signal", "Strength", "In the hands of"), _signals(phrases))
    own = [one for one in policy.parameters.values() if is_own(policy, one.span)]
    yield from _table(("Parameter", "In force", "Since", "Changes", "Clause"), _parameters(phrases, own))
    taken = [f"`{one.id}`" for one in policy.parameters.values() if not is_own(policy, one.span)]
    if taken:
        yield f"As in `{policy.header.extends}`: {', '.join(taken)}."
        yield ""


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


def _signals(phrases: Phrases) -> Iterator[tuple[str, ...]]:
    for one in phrases.policy.signals.values():
        strength = phrases.quantity(one.strength, "strength")
        yield phrases.text(one.id), f"`{one.id}`", strength, phrases.policy.noun(one.held_by)


def _parameters(phrases: Phrases, parameters: Iterable[Parameter]) -> Iterator[tuple[str, ...]]:
    for one in parameters:
        name = f"`{one.id}`"
        if f"parameter {one.id}" in phrases.policy.replaced:
            name += f"<br>(not as in `{phrases.policy.header.extends}`)"
        for value in one.values:
            if value.first <= DAY and (value.last is None or value.last >= DAY):
                yield name, _shown(phrases, one, value), f"{value.first}", _change(phrases, one, value), one.clause


def _shown(phrases: Phrases, parameter: Parameter, value: DatedValue) -> str:
    region = f" ({value.region})" if value.region else ""
    return phrases.quantity(value.value, parameter.unit) + region


def _change(phrases: Phrases, parameter: Parameter, value: DatedValue) -> str:
    """The next value of a region and its first day, or that none is known."""
    later = [one for one in parameter.values if one.region == value.region and one.first > value.first]
    if later:
        following = min(later, key=lambda one: one.first)
        return f"{following.first}: {_shown(phrases, parameter, following)}"
    return f"ends {value.last}" if value.last else "–"
