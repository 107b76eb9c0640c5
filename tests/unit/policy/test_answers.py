"""Questions with answers of their own: one is shown, or it is unclear, against whoever had to make it clear."""

from collections.abc import Callable
from typing import Any

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Data, Files, case, decided

FILES = {
    "signals.yaml": """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
crushed: {if: {reading.says: crushed}, strength: strong, held_by: buyer, group: pictures}
thin: {if: {reading.says: thin_box}, strength: strong, held_by: buyer, group: pictures}
dropped: {if: {tracking_event.code: damaged}, strength: moderate, held_by: carrier, group: scans}
""",
    "records.yaml": "reading: {fields: {says: [crushed, thin_box]}}\n",
    "questions/cause.yaml": """
question: cause
clause: "1"
desk: warranty
raised: {raised_by: buyer, any: [says]}
unclear: seller
shift:
  - {id: carrier-must-say, if: {context.what: incident}, unclear: carrier, clause: "2"}
answers:
  packaging: [{id: thin-box, all: [thin]}]
  handling:
    - {id: crushed-outside, all: [crushed]}
    - {id: dropped, all: [dropped]}
""",
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what: [{id: refund, if: {cause: [packaging, handling, unclear]}, clause: "1"}]
    who:
      - {id: seller-packed, bearer: seller, if: {cause: shown packaging}, clause: "1"}
      - {id: carrier-handled, bearer: carrier, if: {cause: shown handling}, clause: "1"}
      - {id: seller-silent, bearer: seller, if: {cause: unclear}, clause: "1"}
measures:
  - {id: well-packed, to: seller, measure: commendation, if: {cause: shown handling}, clause: "3"}
""",
}
ABOUT = {"about": {"shipment": "S"}}
PHOTO = {"id": "photo", "kind": "photo", "submitted_by": "buyer", **ABOUT}
SCAN = {"id": "scan", "kind": "tracking_event", "submitted_by": "carrier", "at": "2026-03-10T10:00:00Z", **ABOUT}
SCAN |= {"code": "damaged"}


def reads(id: str, says: str) -> Data:
    return {"id": id, "kind": "reading", "submitted_by": "platform", "of": "photo", "says": says, "by": "operator"}


@pytest.fixture
def policy(pack: Callable[[Files], Policy]) -> Policy:
    return pack(FILES)


@pytest.mark.parametrize(
    ("records", "answer", "rule", "bearer"),
    [
        ((PHOTO, reads("r", "thin_box")), "packaging", "seller-packed", "seller"),
        ((PHOTO, reads("r", "crushed")), "handling", "carrier-handled", "carrier"),
        ((PHOTO, reads("r", "thin_box"), SCAN), "packaging", "seller-packed", "seller"),
    ],
)
def test_the_answer_that_is_shown_says_who_bears(
    policy: Policy, records: tuple[Data, ...], answer: str, rule: str, bearer: str
) -> None:
    """The standard weighs an answer against the strongest argument for any other: strong leads moderate by a step."""
    found = decided(policy, case(*records))
    assert (found.finding("cause").answer, found.finding("cause").by) == (answer, "evidence")
    assert (found.head("price").who.winner, found.head("price").bearer) == (rule, bearer)
    assert found.verdict.route.route == "auto"


@pytest.mark.parametrize(
    ("test", "reasons"),
    [("packaging", []), ("shown packaging", []), ("not handling", [("no_fault", "price")])],
)
def test_an_answer_that_only_evidence_can_give_is_a_fault_that_is_shown(
    pack: Callable[[Files], Policy], test: str, reasons: list[tuple[str, str]]
) -> None:
    """That something is not another's fault is none of the seller's: such a rule makes it bear without one."""
    files = {name: text.replace("shown packaging", test) for name, text in FILES.items()}
    found = decided(pack(files), case(PHOTO, reads("r", "thin_box")))
    assert found.head("price").who.winner == "seller-packed"
    assert found.reasons == reasons
    assert bool(found.paid) == (not reasons)


def test_what_nobody_shows_is_unclear_and_goes_against_whoever_had_to_make_it_clear(policy: Policy) -> None:
    found = decided(policy, case())
    cause = found.finding("cause")
    assert (cause.answer, cause.by, cause.burden_on, cause.burden_rule) == ("unclear", "burden", "seller", None)
    assert (found.head("price").who.winner, found.paid) == (
        "seller-silent",
        [("seller", "buyer", "price", "100.00 EUR")],
    )
    assert [hearing.party for hearing in found.verdict.hearings] == ["seller"]


def test_the_burden_of_making_it_clear_moves(policy: Policy) -> None:
    """Who had to make it clear is another; that the answer is then unclear stays the same."""
    incident = {"id": "i", "kind": "context", "submitted_by": "platform", "what": "incident"}
    cause = decided(policy, case(incident)).finding("cause")
    assert (cause.answer, cause.burden_on, cause.burden_rule) == ("unclear", "carrier", "carrier-must-say")


def test_two_strong_answers_are_a_deadlock_that_a_person_decides(policy: Policy) -> None:
    """Neither leads, so neither is shown: that is no silence of the one who had to make it clear."""
    found = decided(policy, case(PHOTO, reads("a", "thin_box"), reads("b", "crushed")))
    cause = found.finding("cause")
    assert (cause.answer, cause.by, cause.deadlocked) == ("unclear", "burden", True)
    assert ("deadlock", "cause") in found.reasons
    assert (found.verdict.status, found.verdict.route.desk) == ("referred", "warranty")


def test_a_strong_answer_is_not_shown_against_an_equal_one_of_two_arguments(policy: Policy) -> None:
    """Maximum, never sums: two arguments for handling weigh what the stronger of them weighs."""
    found = decided(policy, case(PHOTO, reads("a", "thin_box"), reads("b", "crushed"), SCAN))
    assert not found.finding("cause").shown


def test_a_measure_rests_on_the_answer_that_is_shown(policy: Policy) -> None:
    shown = decided(policy, case(PHOTO, reads("r", "crushed")))
    assert [one.id for one in shown.verdict.measures] == ["well-packed"]
    assert decided(policy, case()).verdict.measures == ()


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ("handling", {"handling"}),
        ("not handling", {"packaging", "unclear", "undisputed"}),
        ("shown handling", {"handling"}),
        ("not shown handling", {"packaging", "unclear", "undisputed"}),
        ("[packaging, handling]", {"packaging", "handling"}),
        ("[not packaging, not handling]", {"unclear", "undisputed"}),
        ("unclear", {"unclear", "undisputed"}),
    ],
)
def test_what_a_condition_admits(pack: Callable[[Files], Policy], test: str, holds: set[str]) -> None:
    """Tested on every answer: a list is one of them, and `not` in front of each of a list is none of them."""
    files: dict[str, str] = dict(FILES)
    files["claims/broken.yaml"] += f'routes: [{{id: told, route: propose, if: {{cause: {test}}}, clause: "4"}}]\n'
    policy = pack(files)
    quiet: list[dict[str, Any]] = [{"id": "C-1", "claim": "broken", "by": "buyer", "filed_at": "2026-03-13T10:00:00Z"}]
    cases = {
        "handling": case(PHOTO, reads("r", "crushed")),
        "packaging": case(PHOTO, reads("r", "thin_box")),
        "unclear": case(claims=quiet),
    }
    told = {name for name, one in cases.items() if ("rule", "told") in decided(policy, one).reasons}
    assert told == holds - {"undisputed"}
