"""What may narrow a measure: whatever takes it away where something is shown, and never a burden that was not met."""

from collections.abc import Callable
from pathlib import Path

import pytest

from arbiter.loading import check_policy

Change = Callable[[str, str, str], None]
PRAISE = "measure: commendation, if: {arrived: shown yes}"
ON_RECORD = "question: stormy\nclause: S-3\notherwise: no\nyes:\n  - {id: storm, if: {context.what: severe_weather}}\n"


def codes(packs: Path) -> list[str]:
    return [one.message for one in check_policy(packs / "shop")[1] if one.code == "ARB311"]


@pytest.mark.parametrize(
    ("rule", "refused"),
    [
        ("measure: warning, if: {arrived: shown no, sent: not shown yes}", False),
        ("measure: warning, if: {arrived: shown no, stormy: no}", False),
        ("measure: commendation, if: {arrived: shown yes, sent: yes}", False),
        ("measure: warning, if: {arrived: shown no, sent: no}", True),
        ("measure: warning, if: [{arrived: shown no}, {sent: not shown yes}]", True),
        ("measure: commendation, if: {stormy: no}", True),
    ],
    ids=["excuse", "on-record", "favour", "burden", "excuse-alone", "record-alone"],
)
def test_what_may_narrow_a_measure(packs: Path, change: Change, rule: str, refused: bool) -> None:
    change("shop/claims/missing.yaml", PRAISE, rule)
    change("shop/questions/arrived.yaml", "clause: S-4\nraised", "clause: S-4\nstandard: clear\nraised")
    (packs / "shop" / "questions" / "stormy.yaml").write_text(ON_RECORD, "utf-8")
    assert bool(codes(packs)) == refused
