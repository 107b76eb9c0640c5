"""What came of a case file, good or bad, and what must hold of it whatever is wrong with it.

Nothing here knows a pack: amounts, currencies and parties are compared with what the case file itself says.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from arbiter import CaseFile, DecideError, Policy, report
from arbiter.decide import Derivation, derive_claims, record
from arbiter.explain.model import Explanation
from arbiter.policy.formulas import FieldOf, parts_of
from arbiter.report.letter import Sentence
from arbiter.report.open_doors import audiences
from arbiter.report.plan.account import Account
from arbiter.report.plan.letter import plan_letter
from arbiter.report.words import Words
from arbiter.verdict.model import Head
from evidence import Diagnostic, Money
from evidence.casefile import read_case
from tests.properties.claimed import Data
from tests.properties.faults import claim_of


@dataclass(frozen=True)
class Came:
    """A case that was refused (no derivations), or decided; with all diagnostics. Every claim is derived."""

    case: CaseFile | None
    diagnostics: tuple[Diagnostic, ...]
    derivations: tuple[Derivation, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether no claim was decided."""
        return not self.derivations

    @property
    def codes(self) -> set[str]:
        """The codes of the errors, where it was refused; else of the warnings."""
        severity = "error" if self.refused else "warning"
        return {one.code for one in self.diagnostics if one.severity == severity}

    @property
    def verdict(self) -> Any:
        """The verdict of the claim that was filed last."""
        return self.derivations[-1].verdict

    @property
    def reasons(self) -> set[tuple[str, str]]:
        """Why a person decides."""
        return {(one.cause, one.ref) for one in self.verdict.route.reasons}

    @property
    def asked(self) -> set[tuple[str, str | None]]:
        """What is asked for: kind and field."""
        return {(one.kind, one.field) for one in self.verdict.asks}

    @property
    def paid(self) -> int:
        """What all claims together come to, in minor units."""
        return sum(one.amount.minor for found in self.derivations for one in found.verdict.transfers)


def what_comes(data: Data, policy: Policy, folder: Path) -> Came:
    """Read a case file and decide every claim in it. Whatever is wrong with it, this raises nothing."""
    path = folder / "case.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    case, problems = read_case(path)
    if case is None:
        return Came(None, tuple(problems))
    try:
        derivations = derive_claims(case, policy)
    except DecideError as error:
        return Came(case, (*problems, *error.diagnostics))
    return Came(case, (*problems, *derivations[-1].dossier.problems), derivations)


def check(came: Came, policy: Policy) -> None:
    """What holds of every case file: it is refused in words that help, or nobody gets more than was lost."""
    for one in came.diagnostics:
        assert one.help, one
        assert one.span is not None, one
        assert one.message == one.message.strip(), one
        assert "Error" not in one.message, one
    if came.refused:
        assert any(one.severity == "error" for one in came.diagnostics)
        return
    for derivation in came.derivations:
        check_transfers(derivation)
        check_heads(derivation)
    check_loss(came.derivations[-1])


def check_transfers(derivation: Derivation) -> None:
    """No negative transfer, none to oneself, none from a courier, no more than is claimed."""
    verdict, claim = derivation.verdict, derivation.dossier.claim
    for one in verdict.transfers:
        assert one.amount.minor > 0, one
        assert one.payer != one.payee, one
        assert one.payer != "courier", one
    if claim.amount is not None:
        assert {one.amount.currency for one in verdict.transfers} <= {claim.amount.currency}
        assert sum(one.amount.minor for one in verdict.transfers) <= claim.amount.minor
    assert not verdict.transfers or all(one.bearer != "courier" for one in verdict.heads)


def check_heads(derivation: Derivation) -> None:
    """An amount that rests on something unknown is not paid, and amounts of two currencies are not put together."""
    paid = {one.head for one in derivation.verdict.transfers}
    for head in derivation.verdict.heads:
        if head.amount is None or not head.amount.minor or head.id not in paid or head.bearer is None:
            continue
        unknown = [one.name for one in head.operands if one.value is None]
        assert not unknown, (head.id, unknown)
        amounts = [one.value for one in head.operands if isinstance(one.value, Money) and one.value.minor]
        assert len({one.currency for one in (*amounts, head.amount)}) == 1, head


def of_the_price(derivation: Derivation, head: Head) -> bool:
    """Whether a head gives back what was paid for the order, and not what something else cost."""
    rules = next(one for one in derivation.book.claim.heads if one.id == head.id)
    formulas = [rules.amount, *(rule.amount for rule in rules.what if rule.amount is not None)]
    named = [part for formula in formulas for part in parts_of(formula.expression) if isinstance(part, FieldOf)]
    return {one.kind for one in named} <= {"order", "item"}


def check_loss(derivation: Derivation) -> None:
    """What is given back of the price is no more than was paid, less what was made good already."""
    order = next(item for item in derivation.items if item.kind == "order")
    total = order.fields.get("total")
    made_good = derivation.dossier.claim.already_made_good
    heads = {head.id for head in derivation.verdict.heads if of_the_price(derivation, head)}
    given = [one.amount for one in derivation.verdict.transfers if one.head in heads]
    if not isinstance(total, Money) or not given:
        return
    assert {one.currency for one in given} == {total.currency}
    less = made_good.minor if made_good is not None and made_good.currency == total.currency else 0
    assert sum(one.minor for one in given) <= max(0, total.minor - less), (given, total, made_good)


def result(came: Came) -> tuple[Any, ...]:
    """All that parties see of what was decided, without digests."""
    return tuple(
        (one.verdict.status, one.verdict.transfers, one.verdict.measures, one.verdict.route, one.verdict.asks)
        for one in came.derivations
    )


# Letters


class Letters:
    """Letters about what came of cases. Two cases of one shape have the same sentences, so one of them is enough."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.said: set[str] = set()
        self.shapes: set[str] = set()
        to = audiences(policy)
        self.turns = cycle([(one, language) for language in policy.header.languages for one in to])

    def check(self, came: Came) -> None:
        """A letter can be written to everybody, in every language, about every claim that was decided."""
        for derivation in came.derivations:
            shape = shape_of(derivation)
            if shape in self.shapes:
                continue
            self.shapes.add(shape)
            decision = record(derivation)
            # What would have changed a decision has tests of its own, and takes as long as all the rest.
            explanation = Explanation(decision.id, (), (), 0, False)
            for audience in audiences(self.policy):
                letter = plan_letter(Account(decision, derivation, explanation, audience, None), None)
                for sentence in sentences_of(letter):
                    self._say(sentence)

    def _say(self, sentence: Sentence) -> None:
        if repr(sentence) in self.said:
            return
        self.said.add(repr(sentence))
        for language in self.policy.header.languages:
            text = Words(self.policy, language, "Europe/Berlin").say(sentence)
            assert not re.search(r"\bNone\b(?! of the)", text), (sentence.id, language, text)
            assert text.strip() or not sentence.args, (sentence.id, language)

    def whole(self, came: Came) -> str:
        """One whole letter: to the next party, in the next language."""
        assert came.case is not None
        audience, language = next(self.turns)
        decision = record(came.derivations[-1])
        return report(decision, came.case, self.policy, audience=audience, language=language)


def shape_of(derivation: Derivation) -> str:
    """What the sentences of a letter depend on, without amounts and times."""
    verdict = derivation.verdict
    heads = [
        (one.id, one.what.winner, one.who.winner, one.gate, one.amount is None or bool(one.amount.minor), one.capped,
         one.capped_by_claim, one.capped_by_paid) for one in verdict.heads
    ]  # fmt: skip
    records = [(one.kind, one.admission.code, sorted(one.fields)) for one in derivation.items]
    asks = [(one.party, one.kind, one.field) for one in verdict.asks]
    findings = [(one.question, one.answer, one.by, one.open) for one in verdict.findings]
    claim = derivation.book.claim.id
    return repr((claim, verdict.status, verdict.route, heads, records, asks, findings, verdict.priors))


def sentences_of(value: object) -> Iterator[Sentence]:
    """The sentences of a letter, not those inside others, which are said with them."""
    if isinstance(value, Sentence):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from sentences_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from sentences_of(getattr(value, field.name))


def given_back(data: Data) -> Money:
    """What the claim says was made good already."""
    return Money.parse(claim_of(data)["already_made_good"])
