"""What letters say about money that is held, about what a decision is about, and about what may follow later."""

import re
from pathlib import Path

from arbiter import CaseFile, decide, load_policy, report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def told(example: str, audience: str, language: str = "en", **fields: object) -> str:
    """The letter of an example, as plain words; `fields` take the place of those of the case."""
    case = CaseFile.read(EXAMPLES / example)
    case = case.model_copy(update=fields)
    policy = load_policy(str(case.policy))
    text = report(decide(case, policy), case, policy, audience=audience, language=language, form="md")
    return re.sub(r"\\([\\`*_{}\[\]<>#|~&])", r"\1", text.replace("\u00a0", " "))


def test_no_more_comes_out_of_the_money_held_than_was_paid_for_the_order() -> None:
    """The kitchen owes 38.00 EUR for the cleaning, and only 27.90 EUR were paid for the meal."""
    kitchen = told("meal/consequential_damage/auto", "seller")
    assert "You owe 38.00 EUR. Of this, 27.90 EUR is taken from the money held for this order." in kitchen
    assert "Please pay the other 10.10 EUR by the end of" in kitchen
    assert "You do not have to pay anything more." not in kitchen
    assert "The kitchen pays the other 10.10 EUR by then." in told("meal/consequential_damage/auto", "buyer")


def test_what_is_not_more_comes_out_of_it_alone() -> None:
    kitchen = told("meal/cannot_fulfil/auto-dearer-substitute", "seller")
    assert "51.90 EUR is taken from the money held for this order. You do not have to pay anything more." in kitchen


def test_money_that_the_seller_has_is_paid_by_the_seller() -> None:
    kitchen = told("meal/consequential_damage/auto", "seller", funds_at="seller")
    assert "You owe 38.00 EUR. Please pay by the end of" in kitchen
    assert "held" not in kitchen


def test_no_loss_is_dropped_from_what_a_decision_is_about() -> None:
    """All that was paid goes back, so the total is told; a dearer substitute is one of two losses, not the only one."""
    assert "This decision is about" not in told("meal/cannot_fulfil/auto-dearer-substitute", "buyer")
    cleaned = told("meal/consequential_damage/auto", "buyer")
    assert "The whole order cost 27.90 EUR. This decision is about: the cleaning, the replacement." in cleaned


def test_a_final_decision_without_a_measure_leaves_nothing_to_a_person() -> None:
    final = told("parcel/buyer_abuse/auto-explained", "buyer")
    assert "# No measure follows.\n" in final
    assert "A person decides" not in final.partition("##")[0]


def test_a_pack_says_when_a_sequel_comes_in() -> None:
    cleaned = told("meal/consequential_damage/auto", "buyer")
    said = "If the cleaning does not help, its result shows that. You can still send the result of the cleaning by"
    assert said in cleaned
    assert "If this first step is not enough" not in cleaned


def test_one_paper_of_two_kinds_is_asked_for_once() -> None:
    """A picture may come as a photo or as a document: one of the two is enough, and that is one sentence."""
    letter = told("meal/missing_items/asks-third-claim", "buyer")
    asked = "You are asked to send a picture of all that came in the bag (a photo or a document) by the end of"
    assert letter.count("You are asked to send") == letter.count(asked) == 1
    assert "One of the kinds of evidence" not in letter


def test_a_fund_is_the_platforms_by_its_own_noun() -> None:
    """On an exchange, nobody has heard of a platform."""
    letter = told("exchange/deposit_not_credited/auto-exchange-credits", "buyer")
    assert "The exchange pays from its own fund." in letter
    assert "The platform" not in letter


def test_a_day_stays_in_one_line_on_a_page() -> None:
    """A day is held together where lines break by themselves, and only there: Chinese lines break anywhere."""
    case = CaseFile.read(EXAMPLES / "3-scanned-elsewhere")
    policy = load_policy(str(case.policy))
    decided = decide(case, policy)
    page = report(decided, case, policy, audience="seller", language="zh")
    assert "2026\u2060年\u20603\u2060月" in page
    assert "\u2060" not in report(decided, case, policy, audience="seller", language="zh", form="md")
    assert "March\u00a02026" in report(decided, case, policy, audience="seller", language="en")
    assert "March 2026" in report(decided, case, policy, audience="seller", language="en", form="md")
