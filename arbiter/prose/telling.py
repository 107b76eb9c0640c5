"""A policy told from its title to its promises, as Markdown that reads well without being rendered.

Owns the order in which things are told. Everything that the policy has is told; nothing else is.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from arbiter.engine.compile import needed_questions
from arbiter.policy.dated import Parameter
from arbiter.policy.model import Claim, Policy
from arbiter.prose.claims import tell_claim
from arbiter.prose.conditions import formula_words
from arbiter.prose.phrases import LANGUAGES, Phrases
from arbiter.prose.questions import tell_question, tell_signals

__all__ = ["LANGUAGES", "policy_prose"]


def policy_prose(policy: Policy, language: str, day: date, claims: Sequence[str] = ()) -> str:
    """The policy, or some of its claims, as Markdown. Numbers are those in force on `day` where no region differs."""
    phrases = Phrases(policy, language, day)
    chosen = [claim for name, claim in policy.claims.items() if not claims or name in claims]
    return "\n".join(_tell(phrases, chosen)).rstrip("\n") + "\n"


def _tell(phrases: Phrases, claims: Sequence[Claim]) -> Iterator[str]:
    policy = phrases.policy
    yield f"# {phrases.text('policy_title')}"
    yield ""
    parent = phrases.say("subtitle-parent", parent=policy.header.extends) if policy.header.extends else ""
    yield phrases.sentences(phrases.say("subtitle", version=policy.version, day=phrases.day(phrases.on)), parent)
    yield from _section(2, phrases.say("parties"), _parties(phrases))
    yield from _section(2, phrases.say("numbers"), _numbers(phrases))
    yield from _section(2, phrases.say("periods"), _periods(phrases))
    yield from _section(2, phrases.say("derived"), _derived(phrases))
    for claim in claims:
        yield from _claim(phrases, claim)


def _claim(phrases: Phrases, claim: Claim) -> Iterator[str]:
    yield ""
    yield f"## {phrases.say('claim', title=phrases.text(claim.id), id=claim.id, clause=claim.clause)}"
    yield ""
    yield phrases.say("claim-by", **phrases.party(claim.by))
    questions = needed_questions(phrases.policy, claim)
    sections = tell_claim(phrases, claim)
    yield from _section(3, phrases.say("evidence"), sections.evidence)
    yield from _section(3, phrases.say("first"), sections.gates)
    if questions:
        yield from _section(3, phrases.say("questions"), (), always=True)
    for question in questions:
        title = phrases.say("question", text=phrases.text(question.id), id=question.id, clause=question.clause)
        yield from _section(4, title, tell_question(phrases, question))
    yield from _section(3, phrases.say("signals"), tell_signals(phrases, questions))
    for title, lines in sections.heads:
        yield from _section(3, title, lines)
    yield from _section(3, phrases.say("measures"), sections.measures)
    yield from _section(3, phrases.say("routes"), sections.routes)
    yield from _section(3, phrases.say("guarantees"), sections.guarantees)


def _section(level: int, title: str, lines: Iterable[str], always: bool = False) -> Iterator[str]:
    told = list(lines)
    if told or always:
        yield ""
        yield f"{'#' * level} {title}"
    if told:
        yield ""
        yield from told


def _parties(phrases: Phrases) -> Iterator[str]:
    for role in dict.fromkeys((*phrases.policy.header.roles.values(), "platform")):
        named = phrases.party(role, "noun")
        plain = phrases.policy.noun(role) == role
        yield "* " + phrases.say("party-plain" if plain else "party", role=role, **named)


def _numbers(phrases: Phrases) -> Iterator[str]:
    for parameter in phrases.policy.parameters.values():
        yield from _number(phrases, parameter)


def _number(phrases: Phrases, parameter: Parameter) -> Iterator[str]:
    """The value in force, those of regions that differ, and those to come."""
    on = phrases.on
    general = [one for one in parameter.values if one.region is None and one.first <= on]
    now = next((one for one in sorted(general, key=lambda one: one.first, reverse=True)
                if one.last is None or on <= one.last), None)  # fmt: skip
    shown = phrases.quantity(now.value, parameter.unit) if now else phrases.say("number-none")
    yield "* " + phrases.say("number", id=parameter.id, value=shown, clause=parameter.clause)
    regions = dict.fromkeys(one.region for one in parameter.values if one.region is not None)
    for region in regions:
        value = parameter.on(on, region)
        if value is not None and (now is None or value != now.value):
            yield "  * " + phrases.say(
                "number-region", region=str(region), value=phrases.quantity(value, parameter.unit)
            )
    for one in sorted(parameter.values, key=lambda one: (one.first, one.region or "")):
        if one.first > on:
            message = "number-later" if one.region is None else "number-later-region"
            value_shown = phrases.quantity(one.value, parameter.unit)
            yield "  * " + phrases.say(message, day=phrases.day(one.first), region=one.region or "", value=value_shown)


def _periods(phrases: Phrases) -> Iterator[str]:
    for period in phrases.policy.periods.values():
        stretches = dict.fromkeys(
            phrases.day(one.first)
            if one.first == one.last
            else phrases.say("period-days", first=phrases.day(one.first), last=phrases.day(one.last))
            for one in period.days
        )
        days = phrases.listed(stretches)
        regions = phrases.listed(dict.fromkeys(one.region for one in period.days if one.region))
        shown = phrases.say("period-in", days=days, regions=regions) if regions else days
        yield "* " + phrases.say("period", id=period.id, days=shown, clause=period.clause)


def _derived(phrases: Phrases) -> Iterator[str]:
    for derived in phrases.policy.derived.values():
        formula = formula_words(phrases, derived.formula.expression)
        yield "* " + phrases.say("derived-field", name=f"`{derived.id}`", formula=formula)
