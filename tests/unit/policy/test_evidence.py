"""Evidence that a policy adds: kinds of record and words of its own, and which kinds anybody is asked for."""

from collections.abc import Callable
from typing import Any

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Data, Files, case, decided

FILES = {
    "records.yaml": """
stock_check:
  submitted_by: [seller, platform]
  happened: counted_at
  fields:
    counted_at: time
    found: count
    result: [matches, differs]
    flaws: {set_of: [scratch, crack, stain]}
    loss: money
    sealed: yes_no
    remark: text
statement: {fields: {says: [swapped]}}
context: {fields: {what: [lunar_new_year]}}
""",
    "signals.yaml": """
says: {if: {statement.says: [broken, swapped]}, strength: slight, held_by: buyer, group: word}
differs: {if: {stock_check.result: differs, stock_check.found: "< 6"}, strength: strong, held_by: seller, group: stock}
pictured: {if: {reading.says: damage}, strength: strong, held_by: buyer, group: pictures}
""",
    "questions/short.yaml": """
question: short
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes: [{id: counted, all: [differs]}, {id: seen, all: [pictured]}]
""",
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
evidence: {EVIDENCE}
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what: [{id: owed, if: {short: yes}, clause: "1"}, {id: not-owed, if: {short: no}, amount: 0, clause: "1"}]
    who: [{id: pool, bearer: platform, if: {short: yes}, clause: "1"}]
routes: [{id: feast, route: propose, if: {context.what: lunar_new_year}, clause: "1"}]
""",
}


def files(evidence: str) -> dict[str, str]:
    return {**FILES, "claims/broken.yaml": FILES["claims/broken.yaml"].replace("{EVIDENCE}", evidence)}


def check(**fields: Any) -> Data:
    """A stock check that differs."""
    whole = {"id": "check", "kind": "stock_check", "submitted_by": "seller", "counted_at": "2026-03-05T10:00:00Z"}
    return {**whole, "found": 4, "result": "differs"} | fields


class TestDeclared:
    @pytest.fixture
    def policy(self, pack: Callable[[Files], Policy]) -> Policy:
        return pack(files("{seller: {required: [stock_check]}}"))

    def test_a_declared_kind_is_evidence_like_any_other(self, policy: Policy) -> None:
        found = decided(policy, case(check(flaws=["crack"], loss="12.00 EUR", sealed="no")))
        short = found.finding("short")
        assert (short.answer, short.by, [one.argument for one in short.sufficient]) == ("yes", "evidence", ["counted"])
        assert found.item("check").fields["flaws"] == frozenset({"crack"})
        assert found.head("price").what.winner == "owed"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"submitted_by": "buyer"}, "ARB426"),
            ({"result": "diffars"}, "ARB422"),
            ({"found": "four"}, "ARB422"),
            ({"colour": "red"}, "ARB421"),
            ({"counted_at": "2026-03-05T10:00:00"}, "ARB423"),
            ({"counted_at": "2026-03-25T10:00:00Z"}, "ARB424"),
            ({"kind": "stock_chek"}, "ARB420"),
        ],
    )
    def test_one_that_does_not_fit_is_rejected_and_shows_nothing(self, policy: Policy, change: Data, code: str) -> None:
        """The rest of the case stands, and its sender may send it again."""
        found = decided(policy, case(check(**change)))
        assert found.item("check").admission.code == code
        assert (found.finding("short").answer, found.finding("short").by) == ("no", "burden")
        assert ("seller", "stock_check", None) in found.asked
        told = [one.code for one in found.derivation.dossier.problems]
        assert told == [code]

    def test_an_unknown_field_shows_nothing_and_is_asked_for(self, policy: Policy) -> None:
        found = decided(policy, case(check(found=None)))
        assert found.finding("short").best["yes"] is None
        assert ("seller", "stock_check", "found") in found.asked

    def test_each_sender_of_what_cannot_be_read_is_asked(self, pack: Callable[[Files], Policy]) -> None:
        """A rule waits for a seal that two records may tell of, and neither can be read."""
        text = files("{}")
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace(
            "context.what: lunar_new_year", "stock_check.sealed: no"
        )
        spoilt = [check(id="a", sealed="perhaps"), check(id="b", sealed="perhaps", submitted_by="platform")]
        found = decided(pack(text), case(*spoilt))
        assert found.reasons == [("unknown_rule", "feast")]
        assert found.asked == [("platform", "stock_check", None), ("seller", "stock_check", None)]

    def test_words_of_its_own(self, policy: Policy) -> None:
        word = {"id": "w", "kind": "statement", "submitted_by": "buyer", "by": "buyer", "says": "swapped"}
        feast = {"id": "f", "kind": "context", "submitted_by": "platform", "what": "lunar_new_year"}
        found = decided(policy, case(word, feast))
        assert found.item("w").fields["says"] == "swapped"
        assert ("rule", "feast") in found.reasons

    def test_another_policy_knows_neither_kind_nor_word(self, pack: Callable[[Files], Policy]) -> None:
        plain = {name: text for name, text in files("{}").items() if name not in ("records.yaml", "signals.yaml")}
        plain["claims/broken.yaml"] = plain["claims/broken.yaml"].replace("lunar_new_year", "holiday")
        plain["signals.yaml"] = "says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}\n"
        plain["questions/short.yaml"] = FILES["questions/short.yaml"].replace(
            "[{id: counted, all: [differs]}, {id: seen, all: [pictured]}]", "[{id: counted, all: [says]}]"
        )
        word = {"id": "w", "kind": "statement", "submitted_by": "buyer", "by": "buyer", "says": "swapped"}
        found = decided(pack(plain), case(check(), word))
        assert {name: found.item(name).admission.code for name in ("check", "w")} == {"check": "ARB420", "w": "ARB422"}
        assert sorted(one.code for one in found.derivation.dossier.problems) == ["ARB420", "ARB422"]


class TestAsked:
    """What nobody is asked for may still be sent, and then counts in full."""

    PHOTO = (
        {"id": "p", "kind": "photo", "submitted_by": "buyer"},
        {"id": "r", "kind": "reading", "submitted_by": "platform", "of": "p", "says": "damage", "by": "operator"},
    )

    @pytest.mark.parametrize(
        ("evidence", "asked"),
        [
            ("{buyer: {required: [photo]}}", [("buyer", "photo", None)]),
            ("{buyer: {any_of: [photo]}}", [("buyer", "photo", None)]),
            ("{buyer: {optional: [photo]}}", []),
            ("{buyer: {optional: [photo]}, seller: {required: [stock_check]}}", [("seller", "stock_check", None)]),
        ],
    )
    def test_optional_evidence_is_not_asked_for(
        self, pack: Callable[[Files], Policy], evidence: str, asked: list[tuple[str, str, None]]
    ) -> None:
        found = decided(pack(files(evidence)), case())
        assert found.asked == asked
        assert found.finding("short").by == "burden"

    def test_optional_evidence_that_is_sent_counts(self, pack: Callable[[Files], Policy]) -> None:
        found = decided(pack(files("{buyer: {optional: [photo]}}")), case(*self.PHOTO))
        assert (found.finding("short").answer, found.finding("short").by) == ("yes", "evidence")

    def test_one_of_any_of_is_enough(self, pack: Callable[[Files], Policy]) -> None:
        """A photo that shows nothing of use has not come; one that shows something makes the document needless."""
        policy = pack(files("{buyer: {any_of: [photo, document]}}"))
        assert set(decided(policy, case()).asked) == {("buyer", "photo", None), ("buyer", "document", None)}
        other = {**self.PHOTO[1], "says": "other"}
        assert ("buyer", "document", None) in decided(policy, case(self.PHOTO[0], other)).asked
        assert decided(policy, case(*self.PHOTO)).asked == []

    def test_one_of_any_of_is_enough_even_where_the_other_could_change_the_result(
        self, pack: Callable[[Files], Policy]
    ) -> None:
        """What a detector reads in the photo is slight, and a document could do more: yet either was enough to send."""
        detected = {**self.PHOTO[1], "by": "detector"}
        both = decided(pack(files("{buyer: {required: [photo, document]}}")), case(self.PHOTO[0], detected))
        assert both.asked == [("buyer", "document", None)]
        either = decided(pack(files("{buyer: {any_of: [photo, document]}}")), case(self.PHOTO[0], detected))
        assert either.asked == []
        assert (both.finding("short").by, either.finding("short").by) == ("burden", "burden")
