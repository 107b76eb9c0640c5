"""Meanings of messages: a reading by phrases is a hint, never more than slight, and unknown where it is unsure."""

from collections.abc import Callable

import pytest

from arbiter import Policy
from arbiter.policy.load import read_policy
from tests.unit.policy.conftest import HEADER, Data, Files, case, decided

FILES = {
    "lexicon/en.yaml": """
left_outside: {says: [left it at the door], denies: [nothing at the door]}
""",
    "signals.yaml": """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
admits: {if: {message.from: courier, message.means: left_outside}, strength: %s, held_by: courier, group: chat}
denied: {if: {message.from: buyer, message.means: not_left_outside}, strength: slight, held_by: buyer, group: chat}
""",
    "questions/handed_over.yaml": """
question: handed_over
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {seller: yes}
yes: [{id: courier-says-so, all: [admits]}]
no: [{id: buyer-says-so, all: [denied]}]
""",
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what: [{id: owed, if: {handed_over: no}, clause: "1"}, {id: kept, if: {handed_over: yes}, amount: 0, clause: "1"}]
    who: [{id: seller, bearer: seller, if: {handed_over: no}, clause: "1"}]
""",
}


def files(strength: str = "slight") -> dict[str, str]:
    """The pack with what a message may weigh."""
    return {**FILES, "signals.yaml": FILES["signals.yaml"] % strength}


def message(sender: str, text: str) -> Data:
    """A message of the chat."""
    base = {"id": "m", "kind": "message", "submitted_by": "platform", "at": "2026-03-10T10:00:00Z"}
    return base | {"from": sender, "text": text}


@pytest.mark.parametrize(
    ("sender", "text", "means"),
    [
        ("courier", "I left it at the door.", {"left_outside"}),
        ("courier", "Did you want me to leave it? I did not leave it at the door.", None),
        ("buyer", "There was nothing at the door!", {"not_left_outside"}),
        ("courier", "I am on my way.", None),
    ],
)
def test_what_a_message_means_is_read_once_and_stays_unknown_where_unsure(
    pack: Callable[[Files], Policy], sender: str, text: str, means: set[str] | None
) -> None:
    found = decided(pack(files()), case(message(sender, text)))
    assert found.item("m").fields.get("means") == (None if means is None else frozenset(means))


def test_a_meaning_weighs_slightly_and_so_carries_nothing(pack: Callable[[Files], Policy]) -> None:
    """The seller had to show the handover: what a courier seems to write in a chat is a hint, and not enough."""
    finding = decided(pack(files()), case(message("courier", "I left it at the door."))).finding("handed_over")
    assert finding.best["yes"] is not None
    assert finding.best["yes"].strength == 1
    assert (finding.answer, finding.by, finding.burden_on) == ("no", "burden", "seller")


def test_a_policy_cannot_make_more_of_it(pack: Callable[[Files], Policy], tmp_path: object) -> None:
    """Like a bare word: what a reading by phrases shows cannot weigh more than slight, whatever the policy says."""
    from pathlib import Path

    folder = Path(str(tmp_path)) / "strong" / "shop"
    for name, text in {"policy.yaml": HEADER, **files("strong")}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    codes = [one.code for one in read_policy(folder)[1] if one.severity == "error" and one.code != "ARB321"]
    assert codes == ["ARB319"]
