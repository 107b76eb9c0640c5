"""A letter that is not true is not issued: whatever is changed in one, the last look finds it.

Each test takes a letter as it is planned, spoils one thing in it as a fault of a planning room would, and sees that the
letter is refused. That nothing is refused without need is shown by every other test that writes letters.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from arbiter import CaseFile, Decision, Policy, ReportError, report
from arbiter.decide import derive
from arbiter.explain.explanation import explain_derivation
from arbiter.report.faithful import unfaithful
from arbiter.report.letter import Day, Entry, Letter, MoneyRow, Party, Sentence, Verbatim
from arbiter.report.plan import letter as planning
from arbiter.report.plan.account import Account
from arbiter.report.plan.letter import plan_letter
from evidence import Money

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
Spoil = Callable[[Letter], Letter]
CARRIER_BEARS = 3


@pytest.fixture
def account(example: Example) -> Callable[[int, str], Account]:
    """What a letter of an example is planned from."""

    def build(number: int, audience: str) -> Account:
        case, policy, decision = example(number)
        assert case.as_of is not None
        derivation = derive(case, policy, case.as_of)
        return Account(decision, derivation, explain_derivation(decision.id, derivation), audience, "Europe/Berlin")

    return build


def with_arg(section: str, name: str, value: Callable[[object], object]) -> Spoil:
    def spoil(letter: Letter) -> Letter:
        sentences = list(getattr(letter, section))
        at = next(number for number, one in enumerate(sentences) if name in one.args)
        args = {**sentences[at].args, name: value(sentences[at].args[name])}
        sentences[at] = replace(sentences[at], args=args)
        return replace(letter, **{section: tuple(sentences)})

    return spoil


def a_cent_more(amount: object) -> Money:
    assert isinstance(amount, Money)
    return Money(amount.minor + 1, amount.currency)


def an_hour_later(day: object) -> Day:
    assert isinstance(day, Day)
    return replace(day, at=day.at + timedelta(hours=1))


def _without_nodes(letter: Letter) -> Letter:
    return replace(letter, next_steps=(replace(letter.next_steps[0], nodes=()), *letter.next_steps[1:]))


def _with_foreign_record(letter: Letter) -> Letter:
    return replace(letter, how=(*letter.how, Sentence("how-versions", {}, ("record:of-another-case",))))


def _two_more_cents_in_the_sum(letter: Letter) -> Letter:
    rows = [replace(row, amount=Money(2, "EUR")) if row.total else row for row in letter.money]
    return replace(letter, money=tuple(rows))


def _another_operand(letter: Letter) -> Letter:
    return replace(letter, money=(MoneyRow(letter.money[0].label, Money(987_654_321, "EUR"), 1), *letter.money))


def _other_payer(letter: Letter) -> Letter:
    first, *rest = letter.title
    return replace(letter, title=(replace(first, args={**first.args, "payer": Party("seller")}), *rest))


def _with_unknown_rule(letter: Letter) -> Letter:
    return replace(letter, how=(*letter.how, Sentence("how-versions", {}, ("rule:price.never-written",))))


def _invented_words(letter: Letter) -> Letter:
    party, _, you = letter.cast[0]
    quoted = Sentence("how-to-reply", {"case": Verbatim("Somebody else")}, ("case",))
    return replace(letter, cast=((party, Verbatim("Somebody else"), you),), appeal=(*letter.appeal, quoted))


def _an_exhibit_less(letter: Letter) -> Letter:
    return replace(letter, exhibits=letter.exhibits[:-1])


def _an_exhibit_twice(letter: Letter) -> Letter:
    return replace(letter, exhibits=(*letter.exhibits, letter.exhibits[0]))


def _no_winning_evidence(letter: Letter) -> Letter:
    def without(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(replace(one, refs=()) for one in entries)

    blocks = tuple(
        replace(block, sides=tuple(replace(s, entries=without(s.entries)) if s.wins else s for s in block.sides))
        for block in letter.questions
    )
    return replace(letter, questions=blocks)


def _nothing_in_the_title(letter: Letter) -> Letter:
    return replace(letter, title=(Sentence("nothing-owed", {}, ("transfers",)),))


SPOILT: dict[str, tuple[Spoil, str]] = {
    "a sum in the title": (with_arg("title", "amount", a_cent_more), "the title says"),
    "who pays, in the title": (_other_payer, "from seller to buyer"),
    "nothing in the title": (_nothing_in_the_title, "the title says nothing"),
    "a day": (with_arg("next_steps", "day", an_hour_later), "no moment of the case and no deadline"),
    "the sum of the money": (_two_more_cents_in_the_sum, "the money section comes to"),
    "an operand": (_another_operand, "no amount of the reasoning"),
    "words that nobody wrote": (_invented_words, "nobody wrote"),
    "a sentence that rests on nothing": (_without_nodes, "rests on nothing"),
    "a record of another case": (_with_foreign_record, "is in no decision"),
    "a rule that nobody wrote": (_with_unknown_rule, "is in no decision"),
    "a record left out": (_an_exhibit_less, "0 times among the evidence"),
    "a record twice": (_an_exhibit_twice, "2 times among the evidence"),
    "what an answer rests on": (_no_winning_evidence, "no whole set is said"),
}


@pytest.mark.parametrize("audience", ["buyer", "carrier"])
@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_letter_is_found(account: Callable[..., Account], name: str, audience: str) -> None:
    spoil, problem = SPOILT[name]
    found = account(CARRIER_BEARS, audience)
    letter = plan_letter(found, "Europe/Berlin")
    assert unfaithful(letter, found) is None
    assert problem in (unfaithful(spoil(letter), found) or "nothing found")


def test_one_of_two_equal_records_is_enough(account: Callable[..., Account]) -> None:
    """Of records that carry a premise equally, one makes a whole set: naming it says what the answer rests on."""
    found = account(CARRIER_BEARS, "buyer")
    letter = plan_letter(found, "Europe/Berlin")

    def first_only(block_letter: Letter) -> Letter:
        blocks = tuple(
            replace(
                block,
                sides=tuple(
                    replace(side, entries=tuple(replace(one, refs=one.refs[:1]) for one in side.entries))
                    for side in block.sides
                ),
            )
            for block in block_letter.questions
        )
        return replace(block_letter, questions=blocks)

    assert unfaithful(first_only(letter), found) is None


def test_no_untrue_letter_is_issued(monkeypatch: pytest.MonkeyPatch, example: Example) -> None:
    """The check stands in the way of every letter, and the refusal says that a person writes."""
    case, policy, decision = example(CARRIER_BEARS)
    honest = planning.plan_letter
    monkeypatch.setattr(planning, "plan_letter", lambda *given: SPOILT["a sum in the title"][0](honest(*given)))
    for form in ("html", "md"):
        with pytest.raises(ReportError) as refused:
            report(decision, case, policy, audience="buyer", form=form)
        (diagnostic,) = refused.value.diagnostics
        assert diagnostic.code == "ARB549"
        assert "a person writes" in (diagnostic.help or "")
