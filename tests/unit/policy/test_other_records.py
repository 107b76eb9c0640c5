"""Fields computed from records of another kind: which record is meant, who is asked, who must see it."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Data, Decided, case, claim, decided, order

RECORDS = """
trip: {submitted_by: [seller], happened: ended, fields: {ended: time, booked_until: time, key_back: yes_no}}
check: {submitted_by: [seller], happened: at, fields: {at: time, cost: money}}
"""
FILES = {
    "records.yaml": RECORDS,
    "derived.yaml": "claim.after_trip: {unit: h, formula: filed_at - trip.ended}\n",
    "questions/hit.yaml": (
        'question: hit\nclause: "1"\notherwise: no\nyes: [{id: soon, if: {claim.after_trip: "<= 48"}}]\n'
    ),
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
evidence: {seller: {required: [trip]}}
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {id: refund, if: {hit: yes}, clause: "1"}
      - {id: keep, if: {hit: no}, amount: 0, clause: "1"}
    who: [{id: pool, bearer: platform, if: {hit: yes}, clause: "1"}]
""",
}
TRIP: Data = {
    "id": "trip",
    "kind": "trip",
    "submitted_by": "seller",
    "ended": "2026-03-12T10:00:00+01:00",
    "booked_until": "2026-03-12T08:00:00+01:00",
}


def trip(name: str = "trip", **fields: object) -> Data:
    return {**TRIP, "id": name, **fields}


def notice(shown: list[str], to: str = "buyer", asks: tuple[str, ...] = ()) -> Data:
    return {
        "id": f"n-{to}-{'-'.join(shown) or 'none'}",
        "kind": "notice",
        "submitted_by": "platform",
        "to": to,
        "sent_at": "2026-03-14T10:00:00+01:00",
        "shown": shown,
        "asks": list(asks),
        "deadline": "2026-03-16T10:00:00+01:00",
        "answer": "none",
    }


def test_the_only_record_of_a_kind_is_meant_where_nothing_ties_them(pack: Callable[[dict[str, str]], Policy]) -> None:
    """A claim names no shipment: the one trip of the case is what its author has in mind."""
    found = decided(pack(FILES), case(trip(about={"shipment": "s"})))
    assert found.derivation.items[0].fields["after_trip"] == Fraction(24)
    assert found.finding("hit").answer == "yes"


def test_which_of_two_is_meant_is_unknown_and_nothing_is_asked_for(pack: Callable[[dict[str, str]], Policy]) -> None:
    """A third trip would not say which of two is meant: a person decides."""
    found = decided(pack(FILES), case(trip(), trip("other", ended="2026-03-01T12:00:00+01:00")))
    assert "after_trip" not in found.derivation.items[0].fields
    assert ("unknown", "hit") in found.reasons
    assert found.asked == []


def test_a_missing_record_is_asked_for_and_no_field_of_it(pack: Callable[[dict[str, str]], Policy]) -> None:
    """Nobody can state a field of a record that is not there, nor a field that is computed."""
    found = decided(pack(FILES), case())
    assert ("unknown", "hit") in found.reasons
    assert found.asked == [("seller", "trip", None)]


def test_what_a_closed_notice_asked_for_is_not_asked_again(pack: Callable[[dict[str, str]], Policy]) -> None:
    """Silence ends the asking. What is unknown stays unknown, and a person decides."""
    found = decided(pack(FILES), case(notice([], "seller", ("trip",))))
    assert ("unknown", "hit") in found.reasons
    assert found.asked == []


def test_an_open_notice_gives_the_ask_its_deadline(pack: Callable[[dict[str, str]], Policy]) -> None:
    late = notice([], "seller", ("trip",)) | {"deadline": "2026-03-28T10:00:00+01:00"}
    found = decided(pack(FILES), case(late))
    assert [(ask.kind, str(ask.deadline)) for ask in found.verdict.asks] == [("trip", "2026-03-28 10:00:00+01:00")]


def test_a_loser_is_shown_what_the_circumstance_that_decided_rests_on(
    pack: Callable[[dict[str, str]], Policy],
) -> None:
    """The claim came too late only by the seller's word on when the trip ended: the buyer must be able to answer it."""
    files = {**FILES, "questions/hit.yaml": FILES["questions/hit.yaml"].replace("otherwise: no", "otherwise: yes")}
    files["questions/hit.yaml"] = files["questions/hit.yaml"].replace(
        'yes: [{id: soon, if: {claim.after_trip: "<= 48"}}]', 'no: [{id: late, if: {claim.after_trip: "> 48"}}]'
    )
    policy = pack(files)
    early = trip(ended="2026-03-02T10:00:00+01:00")
    unheard, heard = decided(policy, case(early)), decided(policy, case(early, notice(["trip"])))
    assert against(unheard) == (["trip"], ["trip"], False)
    assert against(heard) == (["trip"], [], True)
    assert heard.document["reasoning"]["records"]["trip"]["effect"] == "pivotal"


BY_RULE = {
    **FILES,
    "questions/hit.yaml": (
        'question: hit\nclause: "1"\notherwise: no\nyes: [{id: claimed, if: {claim.amount: known}}]\n'
    ),
}


@pytest.mark.parametrize("own", [True, False])
def test_the_circumstance_of_a_winning_rule_is_shown_to_whom_it_costs(
    pack: Callable[[dict[str, str]], Policy], own: bool
) -> None:
    """Who bears turns on a record: whoever bears must see it, unless it is that party's own."""
    files = {
        **BY_RULE,
        "records.yaml": RECORDS.replace("[seller]", "[seller, buyer]"),
        "claims/broken.yaml": FILES["claims/broken.yaml"].replace(
            "bearer: platform, if: {hit: yes}", "bearer: seller, if: {hit: shown yes, trip.key_back: no}"
        ),
    }
    file = case(trip(key_back="no", submitted_by="seller" if own else "buyer"), claims=[claim(amount="100.00 EUR")])
    found = decided(pack(files), file)
    assert found.paid == [("seller", "buyer", "price", "100.00 EUR")]
    assert against(found, "seller") == (([], [], False) if own else (["trip"], ["trip"], False))


def test_of_two_circumstances_either_of_which_is_enough_one_need_be_shown(
    pack: Callable[[dict[str, str]], Policy],
) -> None:
    files = {
        **BY_RULE,
        "records.yaml": RECORDS.replace("[seller]", "[buyer]"),
        "claims/broken.yaml": FILES["claims/broken.yaml"].replace(
            "bearer: platform, if: {hit: yes}",
            "bearer: seller, if: {hit: shown yes, any: [{trip.key_back: no}, {check.cost: known}]}",
        ),
    }
    check = {"id": "check", "kind": "check", "submitted_by": "buyer", "at": "2026-03-13T10:00:00+01:00"}
    file = case(
        trip(key_back="no", submitted_by="buyer"),
        check | {"cost": "20.00 EUR"},
        notice(["check"], "seller"),
        claims=[claim(amount="100.00 EUR")],
    )
    assert against(decided(pack(files), file), "seller") == (["check"], [], True)


def test_what_an_amount_is_computed_from_is_shown_to_whoever_pays(pack: Callable[[dict[str, str]], Policy]) -> None:
    files = {
        **BY_RULE,
        "records.yaml": RECORDS.replace("[seller]", "[buyer]"),
        "claims/broken.yaml": FILES["claims/broken.yaml"]
        .replace("amount: order.price", "amount: check.cost")
        .replace("bearer: platform, if: {hit: yes}", "bearer: seller, if: {hit: shown yes}"),
    }
    check = {"id": "check", "kind": "check", "submitted_by": "buyer", "at": "2026-03-13T10:00:00+01:00"}
    policy, claims = pack(files), [claim(amount="100.00 EUR")]
    found = decided(policy, case(check | {"cost": "20.00 EUR"}, claims=claims))
    assert found.paid == [("seller", "buyer", "price", "20.00 EUR")]
    assert against(found, "seller") == (["check"], ["check"], False)
    # With two costs, none is the one; a third would not help.
    twice = case(check | {"cost": "20.00 EUR"}, check | {"id": "again", "cost": "30.00 EUR"}, claims=claims)
    assert decided(policy, twice).asked == []
    # With none, the record is asked for.
    assert decided(policy, case(claims=claims)).asked == [("platform", "check", None)]


def against(found: Decided, party: str = "buyer") -> tuple[list[str], list[str], bool]:
    """What speaks against a party, what of it the party was not shown, and whether it was heard."""
    hearing = next(one for one in found.verdict.hearings if one.party == party)
    names = {item.index: item.id for item in found.derivation.items}
    return [names[one] for one in hearing.against], [names[one] for one in hearing.not_shown], hearing.heard


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("claim.special_period: feast", "yes"),
        ("order.special_period: feast", "no"),
        ("trip.special_period: feast", "yes"),
        ("trip.special_period: not feast", "no"),
    ],
)
def test_the_day_of_any_record_may_lie_in_a_special_period(
    pack: Callable[[dict[str, str]], Policy], test: str, expected: str
) -> None:
    files = {
        **FILES,
        "periods.yaml": 'feast: {clause: "1", days: [2026-03-12..2026-03-13]}\n',
        "questions/hit.yaml": f'question: hit\nclause: "1"\notherwise: no\nyes: [{{id: then, if: {{{test}}}}}]\n',
    }
    assert decided(pack(files), case(trip())).finding("hit").answer == expected


def test_a_period_of_a_region_waits_for_the_region_of_the_order(pack: Callable[[dict[str, str]], Policy]) -> None:
    files = {
        **FILES,
        "periods.yaml": 'feast: {clause: "1", days: [2026-03-12..2026-03-13], in: [DE]}\n',
        "questions/hit.yaml": (
            'question: hit\nclause: "1"\notherwise: no\nyes: [{id: then, if: {trip.special_period: feast}}]\n'
        ),
    }
    found = decided(pack(files), case(trip(), the_order=order(region=None)))
    assert found.asked == [("platform", "order", "region")]


UNREAD = {
    **FILES,
    "questions/hit.yaml": 'question: hit\nclause: "1"\notherwise: no\nyes: [{id: back, if: {trip.key_back: yes}}]\n',
}


def test_a_record_that_cannot_be_read_is_unknown_until_its_sender_has_been_told(
    pack: Callable[[dict[str, str]], Policy],
) -> None:
    """A slip must not cost a case, and must not hold one up for ever."""
    policy, unreadable = pack(UNREAD), trip(key_back="perhaps")
    found = decided(policy, case(unreadable))
    assert (found.finding("hit").open, found.asked) == (("back",), [("seller", "trip", None)])
    told = decided(policy, case(unreadable, notice(["trip"], "seller", ("trip",))))
    assert (told.finding("hit").open, told.asked, told.finding("hit").answer) == ((), [], "no")
