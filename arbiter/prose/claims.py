"""Claims in words: evidence, gates, heads, measures, routes and promises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arbiter.policy.model import ACCOUNT_MEASURES, ADVERSE_MEASURES, Claim, Head, What, Who
from arbiter.prose.conditions import condition_words, formula_words, is_nothing
from arbiter.prose.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Told:
    """The lines of each section of a claim; a section without lines is left out."""

    evidence: Sequence[str]
    gates: Sequence[str]
    heads: Sequence[tuple[str, Sequence[str]]]
    measures: Sequence[str]
    routes: Sequence[str]
    guarantees: Sequence[str]


def tell_claim(phrases: Phrases, claim: Claim) -> Told:
    """Everything about a claim but its questions."""
    heads = []
    for head in claim.heads:
        title = phrases.say("head", text=phrases.text(head.id), id=head.id)
        heads.append((title, list(_head(phrases, head))))
    return Told(
        list(_evidence(phrases, claim)),
        list(_gates(phrases, claim)),
        heads,
        list(_measures(phrases, claim)),
        list(_routes(phrases, claim)),
        list(_guarantees(phrases, claim)),
    )


def _evidence(phrases: Phrases, claim: Claim) -> Iterator[str]:
    for party, one in claim.evidence.items():
        lists = (("required", one.required), ("any", one.any_of), ("optional", one.optional))
        for message, kinds in lists:
            if kinds:
                named = phrases.listed(phrases.kind(kind) for kind in kinds)
                yield "* " + phrases.say(f"evidence-{message}", kinds=named, **phrases.party(party))


def _gates(phrases: Phrases, claim: Claim) -> Iterator[str]:
    for gate in claim.gates:
        otherwise = phrases.say(f"else-{gate.otherwise}", desk=_desk(phrases, gate.desk))
        yield "* " + phrases.say(
            "gate", text=phrases.text(claim.id, gate.id), id=gate.id, clause=gate.clause,
            condition=condition_words(phrases, gate.condition), **{"else": otherwise},
        )  # fmt: skip


def _head(phrases: Phrases, head: Head) -> Iterator[str]:
    amount = formula_words(phrases, head.amount.expression)
    yield "* " + phrases.say("head-amount", amount=amount, **phrases.party(head.to))
    if head.cap is not None:
        yield "* " + phrases.say("head-cap", cap=formula_words(phrases, head.cap.expression))
    yield "* " + phrases.say("what")
    for what in head.what:
        yield "  * " + phrases.sentences(*_what(phrases, head, what))
    yield "* " + phrases.say("who")
    for who in head.who:
        yield "  * " + phrases.sentences(*_who(phrases, head, who))


def _what(phrases: Phrases, head: Head, rule: What) -> Iterator[str]:
    yield phrases.say(
        "what-rule", text=phrases.text(head.id, rule.wording or rule.id), id=rule.id, clause=rule.clause,
        condition=condition_words(phrases, rule.condition),
    )  # fmt: skip
    if rule.amount is not None and is_nothing(rule.amount.expression):
        yield phrases.say("what-nothing")
    elif rule.amount is not None:
        yield phrases.say("what-amount", amount=formula_words(phrases, rule.amount.expression))
    yield from _over(phrases, rule.over)
    if rule.then is not None:
        yield phrases.say("then", kind=phrases.plain(rule.then.ask), days=_days(phrases, rule.then.within))


def _who(phrases: Phrases, head: Head, rule: Who) -> Iterator[str]:
    yield phrases.say(
        "who-rule", text=phrases.text(head.id, rule.wording or rule.id), id=rule.id, clause=rule.clause,
        condition=condition_words(phrases, rule.condition), **phrases.party(rule.bearer),
    )  # fmt: skip
    yield from _over(phrases, rule.over)


def _over(phrases: Phrases, over: Sequence[str]) -> Iterator[str]:
    if over:
        yield phrases.say("over", rules=phrases.listed(f"`{name}`" for name in over))


def _measures(phrases: Phrases, claim: Claim) -> Iterator[str]:
    for measure in claim.measures:
        person = measure.measure in ACCOUNT_MEASURES or (
            measure.to == "courier" and measure.measure in ADVERSE_MEASURES
        )
        line = phrases.say(
            "measure", measure=phrases.say(f"measure-{measure.measure}"), auto="no" if person else "yes",
            text=phrases.text(claim.id, measure.id), condition=condition_words(phrases, measure.condition),
            id=measure.id, clause=measure.clause, **phrases.party(measure.to),
        )  # fmt: skip
        lasts = phrases.say("measure-lasts", days=_days(phrases, measure.lasts)) if measure.lasts else ""
        yield "* " + phrases.sentences(line, lasts)


def _routes(phrases: Phrases, claim: Claim) -> Iterator[str]:
    for route in claim.routes:
        line = phrases.say(
            f"route-{route.route}", desk=_desk(phrases, route.desk), text=phrases.text(claim.id, route.id),
            condition=condition_words(phrases, route.condition), id=route.id, clause=route.clause,
        )  # fmt: skip
        yield "* " + phrases.sentences(line, "" if route.letters else phrases.say("route-no-letters"))
    yield "* " + phrases.say("route-else")


def _guarantees(phrases: Phrases, claim: Claim) -> Iterator[str]:
    for one in claim.guarantees:
        when = phrases.say("always")
        if one.condition is not None:
            when = phrases.say("when", condition=condition_words(phrases, one.condition))
        told = phrases.say(
            "guarantee", text=phrases.text(claim.id, one.id), when=when, id=one.id, clause=one.clause,
            **phrases.party(one.to),
        )  # fmt: skip
        if one.never_bears is not None:
            told = phrases.sentences(told, phrases.say("guarantee-bears", head=phrases.text(one.never_bears)))
        if one.never_auto is not None:
            measure = phrases.say(f"measure-{one.never_auto}")
            never = phrases.say("guarantee-auto", measure=measure, measure_lower=measure.lower())
            told = phrases.sentences(told, never)
        yield f"* {told}"


def _desk(phrases: Phrases, desk: str | None) -> str:
    # The frame trims what it says, and a comma follows the word before it.
    return phrases.say("desk", desk=phrases.plain(desk)) if desk else ""


def _days(phrases: Phrases, name: str) -> str:
    parameter = phrases.policy.parameters[name]
    value = parameter.on(phrases.on, None)
    if value is None:
        return phrases.say("value-unknown", id=name)
    return phrases.say("value-of", value=phrases.quantity(value, parameter.unit), id=name)
