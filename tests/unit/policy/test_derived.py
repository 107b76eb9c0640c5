"""Fields that follow from others, and fields compared with fields: exact, and unknown where an operand is."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Data, Decided, Files, case, claim, decided, eur, order


def files(derived: str, test: str, parameters: str = "", **more: str) -> dict[str, str]:
    """A pack whose one question is on record: `hit` is yes if a test holds."""
    return {
        **({"derived.yaml": derived} if derived else {}),
        "questions/hit.yaml": f'question: hit\nclause: "1"\notherwise: no\nyes: [{{id: holds, if: {{{test}}}}}]\n',
        "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {id: refund, if: {hit: yes}, clause: "1"}
      - {id: keep, if: {hit: no}, amount: 0, clause: "1"}
    who: [{id: pool, bearer: platform, if: {hit: yes}, clause: "1"}]
""",
        **({"parameters.yaml": parameters} if parameters else {}),
        **more,
    }


def handed_over(at: str) -> Data:
    """A handover of the parcel."""
    return {"id": "h", "kind": "handover", "submitted_by": "carrier", "at": at, "proof": "none"}


def answer(found: Decided) -> str:
    """What the question came to: an answer, or `open` where something unknown decides it."""
    finding = found.finding("hit")
    return "open" if finding.open else finding.answer


DELAY = "handover.delay: {unit: h, formula: at - order.promised_by}\n"


def test_a_duration_is_exact_and_in_the_unit_of_its_field(pack: Callable[[Files], Policy]) -> None:
    """A minute and a half is a fortieth of an hour: nothing is rounded before it is compared."""
    policy = pack(files(DELAY, 'handover.delay: "> 0"'))
    found = decided(policy, case(handed_over("2026-03-10T18:01:30+01:00")))
    assert found.item("h").fields["delay"] == Fraction(1, 40)
    assert (answer(found), found.head("price").what.winner) == ("yes", "refund")


@pytest.mark.parametrize(("at", "expected"), [("18:00:00", "no"), ("18:00:01", "yes"), ("17:59:59", "no")])
def test_the_border_is_kept_to_the_second(pack: Callable[[Files], Policy], at: str, expected: str) -> None:
    policy = pack(files(DELAY, 'handover.delay: "> 0"'))
    assert answer(decided(policy, case(handed_over(f"2026-03-10T{at}+01:00")))) == expected


def test_moments_are_compared_across_zones(pack: Callable[[Files], Policy]) -> None:
    policy = pack(files(DELAY, 'handover.delay: "> 0"'))
    assert answer(decided(policy, case(handed_over("2026-03-11T00:59:00+08:00")))) == "no"
    assert answer(decided(policy, case(handed_over("2026-03-11T01:01:00+08:00")))) == "yes"


@pytest.mark.parametrize(
    ("test", "at", "expected"),
    [
        ('handover.at: "> order.promised_by"', "18:00:01", "yes"),
        ('handover.at: "> order.promised_by"', "18:00:00", "no"),
        ('handover.at: ">= order.promised_by"', "18:00:00", "yes"),
        ('handover.at: "< order.promised_by"', "18:00:00", "no"),
        ('handover.at: "<= order.promised_by"', "18:00:00", "yes"),
        ('handover.at: "= order.promised_by"', "18:00:00", "yes"),
        ('handover.at: "= order.promised_by"', "18:00:01", "no"),
        ('handover.at: "order.placed_at .. order.promised_by"', "18:00:00", "yes"),
        ('handover.at: "order.placed_at .. order.promised_by"', "18:00:01", "no"),
    ],
)
def test_a_time_is_compared_with_a_time(pack: Callable[[Files], Policy], test: str, at: str, expected: str) -> None:
    policy = pack(files("", test))
    found = decided(policy, case(handed_over(f"2026-03-10T{at}+01:00")))
    assert answer(found) == expected


def test_an_unknown_field_to_compare_with_is_asked_for(pack: Callable[[Files], Policy]) -> None:
    """The promise is unknown, so it is unknown whether the parcel was late: it is neither late nor in time."""
    policy = pack(files("", 'handover.at: "> order.promised_by"'))
    found = decided(policy, case(handed_over("2026-03-10T18:00:01+01:00"), the_order=order(promised_by=None)))
    assert answer(found) == "open"
    assert ("unknown", "hit") in found.reasons
    assert found.asked == [("platform", "order", "promised_by")]


def test_what_a_signal_is_compared_with_is_asked_for_under_its_own_name(pack: Callable[[Files], Policy]) -> None:
    """A handover after the promise would be a signal. Nobody can state the difference of both, only the promise."""
    with_signal = files("", "order.total: known") | {
        "signals.yaml": """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
too_late: {if: {handover.at: "> order.promised_by"}, strength: strong, held_by: carrier, group: scans}
""",
        "questions/hit.yaml": """
question: hit
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes: [{id: holds, all: [too_late]}]
""",
    }
    with_signal["claims/broken.yaml"] += "evidence: {carrier: {required: [handover]}}\n"
    policy = pack(with_signal)
    at = handed_over("2026-03-10T18:00:01+01:00")
    assert answer(decided(policy, case(at))) == "yes"
    found = decided(policy, case(at, the_order=order(promised_by=None)))
    assert answer(found) == "no"
    assert ("platform", "order", "promised_by") in found.asked
    assert {field for _, _, field in found.asked} <= {"promised_by", None}


@pytest.mark.parametrize(
    ("test", "total", "expected"),
    [
        ('order.total: "> order.price"', "104.90 EUR", "yes"),
        ('order.total: "= order.price"', "100.00 EUR", "yes"),
        ('order.total: "= 104.90 EUR"', "104.90 EUR", "yes"),
        ('order.total: "= 104.90 EUR"', "104.91 EUR", "no"),
        ('order.total: "> order.price"', "104.90 USD", "open"),
        ('order.total: "low_from .. high_to"', "100.00 EUR", "yes"),
        ('order.total: "low_from .. high_to"', "99.99 EUR", "no"),
        ('order.total: "order.price .. high_to"', "110.00 EUR", "yes"),
        ('order.total: "order.price .. high_to"', "110.01 EUR", "no"),
    ],
)
def test_amounts_fields_and_parameters_as_operands(
    pack: Callable[[Files], Policy], test: str, total: str, expected: str
) -> None:
    parameters = (
        'low_from: {unit: money, clause: "1", from 2026-01-01: 100.00 EUR}\n'
        'high_to: {unit: money, clause: "1", from 2026-01-01: 110.00 EUR}\n'
    )
    policy = pack(files("", test, parameters))
    assert answer(decided(policy, case(the_order=order(total=total)))) == expected


@pytest.mark.parametrize(("count", "expected"), [(2, "no"), (3, "yes"), (4, "no")])
def test_equal_to_a_number(pack: Callable[[Files], Policy], count: int, expected: str) -> None:
    policy = pack(files("", 'history.count: "= 3"'))
    history = {"id": "h", "kind": "history", "submitted_by": "platform", "party": "buyer", "what": "claims"}
    assert answer(decided(policy, case(history | {"count": count}))) == expected


@pytest.mark.parametrize(("minute", "expected"), [("00", "no"), ("01", "yes")])
def test_a_parameter_in_hours_is_compared_with_minutes_as_minutes(
    pack: Callable[[Files], Policy], minute: str, expected: str
) -> None:
    parameters = 'grace: {unit: h, clause: "1", from 2026-01-01: 1.5}\n'
    policy = pack(files("", 'handover.minutes_late: "> grace"', parameters))
    at = {"00": "2026-03-10T19:30:00+01:00", "01": "2026-03-10T19:30:01+01:00"}[minute]
    assert answer(decided(policy, case(handed_over(at)))) == expected


def test_division_by_zero_is_unknown(pack: Callable[[Files], Policy]) -> None:
    """No share of nothing is large or small; the operands are known, so there is no field to ask for."""
    policy = pack(files("order.share: {unit: percent, formula: delivery_fee / total}\n", 'order.share: "> 50"'))
    nothing = case(the_order=order(total="0.00 EUR"))
    assert answer(decided(policy, nothing)) == "open"
    assert "share" not in decided(policy, nothing).item("order").fields
    assert answer(decided(policy, case(the_order=order(total="9.79 EUR")))) == "yes"
    assert answer(decided(policy, case(the_order=order(total="9.80 EUR")))) == "no"


def test_another_currency_is_unknown(pack: Callable[[Files], Policy]) -> None:
    policy = pack(files("order.rest: {unit: money, formula: total - delivery_fee}\n", 'order.rest: "> 99.00 EUR"'))
    assert answer(decided(policy, case())) == "yes"
    assert decided(policy, case()).item("order").fields["rest"] == eur("100.00")
    assert answer(decided(policy, case(the_order=order(delivery_fee="4.90 USD")))) == "open"


def test_a_derived_field_may_rest_on_another(pack: Callable[[Files], Policy]) -> None:
    derived = (
        "order.rest: {unit: money, formula: total - delivery_fee}\n"
        "order.rest_share: {unit: number, formula: rest / total}\n"
    )
    policy = pack(files(derived, 'order.rest_share: "< 1"'))
    found = decided(policy, case())
    assert found.item("order").fields["rest_share"] == Fraction(1000, 1049)
    assert answer(found) == "yes"


def test_fields_that_rest_on_each_other_many_times_over_are_computed_once_each(pack: Callable[[Files], Policy]) -> None:
    """Else the tenth of them would be computed 100 million times, and the test would not end."""
    names = [f"order.a{n}: {{unit: money, formula: {' + '.join([f'a{n - 1}'] * 10)}}}\n" for n in range(1, 10)]
    policy = pack(
        files("order.a0: {unit: money, formula: total / 1000000000}\n" + "".join(names), 'order.a9: "> 0.00 EUR"')
    )
    assert answer(decided(policy, case())) == "no"
    unknown = decided(policy, case(the_order=order(total=None)))
    assert (answer(unknown), unknown.asked) == ("open", [("platform", "order", "total")])


def test_what_a_record_states_is_not_derived_anew(pack: Callable[[Files], Policy]) -> None:
    """A policy may derive a field that a record need not state; where it is stated, that counts."""
    policy = pack(files("order.total: {unit: money, formula: price + delivery_fee}\n", 'order.total: "= 104.90 EUR"'))
    assert answer(decided(policy, case(the_order=order(total=None)))) == "yes"
    assert answer(decided(policy, case(the_order=order(total="200.00 EUR")))) == "no"


class TestBusinessDays:
    """Counted by the calendar of the order's region, whose days begin and end in the zone of the policy."""

    DERIVED = 'handover.waited: {unit: bd, formula: "business_days(order.placed_at, at)"}\n'

    @pytest.fixture
    def policy(self, pack: Callable[[Files], Policy]) -> Policy:
        header = 'policy: shop\ntitle: A shop\nversion: "1"\nextends: common\nlanguages: [en]\nzone: Europe/Berlin\n'
        return pack(files(self.DERIVED, 'handover.waited: "> 2"', **{"policy.yaml": header}))

    def waited(self, policy: Policy, **of_order: Any) -> Decided:
        """Ordered on the Thursday before Easter 2026, handed over on the Wednesday after it."""
        placed = {"placed_at": "2026-04-02T10:00:00+02:00", "promised_by": None}
        claims = [claim(filed_at="2026-04-09T10:00:00+02:00")]
        at = handed_over("2026-04-08T10:00:00+02:00")
        return decided(
            policy, case(at, claims=claims, the_order=order(**placed | of_order), as_of="2026-04-20T10:00:00Z")
        )

    def test_holidays_and_weekends_do_not_count(self, policy: Policy) -> None:
        """Good Friday and Easter Monday are holidays in Germany: only Tuesday and Wednesday are left."""
        found = self.waited(policy)
        assert found.item("h").fields["waited"] == 2
        assert answer(found) == "no"

    def test_another_region_has_other_days(self, policy: Policy) -> None:
        """In China these days are no holidays but for the 6th of April, in whose place Qingming is kept."""
        found = self.waited(policy, region="CN")
        assert found.item("h").fields["waited"] == 3
        assert answer(found) == "yes"

    @pytest.mark.parametrize("region", [None, "Atlantis"])
    def test_an_unknown_region_is_unknown(self, policy: Policy, region: str | None) -> None:
        found = self.waited(policy, region=region)
        assert "waited" not in found.item("h").fields
        assert answer(found) == "open"
        assert ("unknown", "hit") in found.reasons
        assert found.asked == ([("platform", "order", "region")] if region is None else [])

    def test_the_decision_says_by_which_calendar(self, policy: Policy) -> None:
        assert self.waited(policy).document["calendars"]["holidays"].startswith("holidays ")

    def test_days_are_those_of_the_policy(self, policy: Policy) -> None:
        """Late on the 1st by its own offset it is the 2nd in Berlin: one business day less is left."""
        found = self.waited(policy, placed_at="2026-04-01T23:30:00+00:00")
        assert found.item("h").fields["waited"] == 2


def test_a_claim_that_counts_no_business_days_names_no_calendar(pack: Callable[[Files], Policy]) -> None:
    assert decided(pack(files(DELAY, 'handover.delay: "> 0"')), case()).document["calendars"] == {}


class TestAmounts:
    """A derived field that only an amount or a limit names is computed like one that a rule tests."""

    DERIVED = (
        "order.half: {unit: money, formula: price / 2}\n"
        "handover.hours_late: {unit: h, formula: at - order.promised_by}\n"
        "item.third: {unit: money, formula: price / 3}\n"
    )

    @pytest.mark.parametrize(
        ("head", "expected"),
        [
            ("amount: order.half - already_made_good", "50.00"),
            ("amount: 10.00 EUR * handover.hours_late / one_hour - already_made_good", "15.00"),
            ("amount: order.price - already_made_good\n    cap: order.half", "50.00"),
        ],
    )
    def test_of_a_head(self, pack: Callable[[Files], Policy], head: str, expected: str) -> None:
        text = files(self.DERIVED, "order.placed_at: known", 'one_hour: {unit: h, clause: "1", from 2026-01-01: 1}\n')
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace("amount: order.price - already_made_good", head)
        found = decided(pack(text), case(handed_over("2026-03-10T19:30:00+01:00")))
        assert (found.head("price").what.winner, found.head("price").amount) == ("refund", eur(expected))

    def test_of_one_rule(self, pack: Callable[[Files], Policy]) -> None:
        text = files(self.DERIVED, "order.placed_at: known")
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace(
            "if: {hit: yes}, clause", "if: {hit: yes}, amount: order.half - already_made_good, clause", 1
        )
        assert decided(pack(text), case()).head("price").amount == eur("50.00")

    def test_of_a_part_of_the_order(self, pack: Callable[[Files], Policy]) -> None:
        text = files(self.DERIVED, "order.placed_at: known")
        text["questions/hit.yaml"] += "scope: item\n"
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace("order.price - already", "item.third - already")
        lines = [{"id": "glass", "price": "9.00 EUR"}, {"id": "vase", "price": "52.50 EUR"}]
        found = decided(pack(text), case(claims=[claim(items=["glass", "vase"])], the_order=order(items=lines)))
        assert [found.head("price", part).amount for part in ("glass", "vase")] == [eur("3.00"), eur("17.50")]

    def test_one_that_cannot_be_computed_leaves_the_amount_to_a_person(self, pack: Callable[[Files], Policy]) -> None:
        text = files(self.DERIVED, "order.placed_at: known")
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace("order.price - already", "order.half - already")
        found = decided(pack(text), case(the_order=order(price=None)))
        assert (found.head("price").amount, found.reasons) == (None, [("missing_amount", "price")])


@pytest.mark.parametrize(
    ("at", "up", "down"),
    [("18:00:00", 0, 0), ("18:00:01", 1, 0), ("19:00:00", 1, 1), ("19:00:01", 2, 1), ("17:59:59", 0, -1)],
)
def test_hours_begun_and_full_hours(pack: Callable[[Files], Policy], at: str, up: int, down: int) -> None:
    """An hour and a second has two hours begun; an hour sharp has one, and not two."""
    policy = pack(
        files(
            DELAY
            + "handover.begun: {unit: number, formula: round_up(delay / one_hour)}\n"
            + "handover.full: {unit: number, formula: round_down(delay / one_hour)}\n",
            'handover.begun: ">= 0", handover.full: ">= -1"',
            'one_hour: {unit: h, clause: "1", from 2026-01-01: 1}\n',
        )
    )
    fields = decided(policy, case(handed_over(f"2026-03-10T{at}+01:00"))).item("h").fields
    assert (fields["begun"], fields["full"]) == (up, down)
