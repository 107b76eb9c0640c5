"""Small packs, each built by the test that needs it, and the cases that are decided under them.

A pack extends the bundled `common`. Its sentences are made up: what they say is no concern here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from arbiter import CaseFile, Policy, decide, verify
from arbiter.decide import Derivation, derive
from arbiter.policy.load import read_policy
from arbiter.verdict.model import Finding, Head, Reason, Verdict
from evidence import Item, Money

Data = dict[str, Any]
Files = Mapping[str, str]
HEADER = 'policy: shop\ntitle: A shop\nversion: "1"\nextends: common\nlanguages: [en]\n'
AS_OF = "2026-03-20T10:00:00+01:00"
FILED = "2026-03-13T10:00:00+01:00"
PLACED = "2026-03-01T10:00:00+01:00"
_MISSING = re.compile(r"no text `([a-z0-9_]+)(?:\.([a-z0-9_-]+))?` in `en`")


@dataclass(frozen=True)
class Decided:
    """A decision with the reasoning behind it."""

    derivation: Derivation
    document: Data

    @property
    def verdict(self) -> Verdict:
        return self.derivation.verdict

    def finding(self, question: str, part: str | None = None) -> Finding:
        return next(one for one in self.verdict.findings if (one.question, one.part) == (question, part))

    def head(self, name: str, part: str | None = None) -> Head:
        return next(one for one in self.verdict.heads if (one.id, one.part) == (name, part))

    def item(self, name: str) -> Item:
        return next(one for one in self.derivation.items if one.id == name)

    @property
    def paid(self) -> list[tuple[str, str, str, str]]:
        """Who pays whom, for which head, how much."""
        return [(one.payer, one.payee, one.head, str(one.amount)) for one in self.verdict.transfers]

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Why a person decides: the cause, and what it refers to."""
        return [(one.cause, one.ref) for one in self.verdict.route.reasons]

    @property
    def asked(self) -> list[tuple[str, str, str | None]]:
        """What is asked for: of whom, which kind, which field."""
        return [(one.party, one.kind, one.field) for one in self.verdict.asks]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Files], Policy]:
    """Write a pack from its files, and read it. It must load once it has its sentences, which are added."""
    monkeypatch.delenv("ARBITER_RULES", raising=False)
    number = iter(range(100))

    def build(files: Files) -> Policy:
        # Packs of one test are apart, so that none is another's parent.
        folder = tmp_path / f"rules-{next(number)}" / "shop"
        for name, text in {"policy.yaml": HEADER, **files}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        (folder / "texts").mkdir()
        (folder / "texts" / "en.ftl").write_text("policy_title = A shop\n", encoding="utf-8")
        _, problems, _ = read_policy(folder)
        messages: dict[str, list[str]] = {}
        for found in (_MISSING.fullmatch(one.message) for one in problems):
            if found:
                messages.setdefault(found[1], []).extend([found[2]] if found[2] else [])
        text = "".join(
            f"{name} = Text of {name}\n" + "".join(f"    .{one} = Text of {one}\n" for one in attributes)
            for name, attributes in {"policy_title": [], **messages}.items()
        )
        (folder / "texts" / "en.ftl").write_text(text, encoding="utf-8")
        policy, problems, _ = read_policy(folder)
        # What nothing uses is warned of: the tests change one rule of a pack and leave the rest.
        assert policy is not None, [(one.code, one.message, one.span) for one in problems]
        return policy

    return build


def order(**fields: Any) -> Data:
    """An order of 100.00 EUR in Germany; fields can be replaced, and None takes one away."""
    whole: Data = {
        "id": "order",
        "kind": "order",
        "submitted_by": "platform",
        "placed_at": PLACED,
        "price": "100.00 EUR",
        "total": "104.90 EUR",
        "delivery_fee": "4.90 EUR",
        "promised_by": "2026-03-10T18:00:00+01:00",
        "region": "DE",
    }
    return {name: value for name, value in (whole | fields).items() if value is not None}


def claim(**fields: Any) -> Data:
    """What the buyer claims, with its id and when it was filed."""
    return {"id": "C-1", "claim": "broken", "by": "buyer", "filed_at": FILED, **fields}


def case(*records: Data, claims: list[Data] | None = None, the_order: Data | None = None, **keys: Any) -> CaseFile:
    """A case with an order, the buyer's claim and the records given; no record is refused."""
    data = {
        "case": "case-1",
        "as_of": AS_OF,
        "claims": claims or [claim()],
        "records": [the_order or order(), *records],
    }
    read = CaseFile.from_data(data | keys)
    assert read.rejected == ()
    return read


def decided(policy: Policy, file: CaseFile, claim_id: str | None = None) -> Decided:
    """The decision of a claim. Whatever it is, it can be derived again from the case and the policy."""
    decision = decide(file, policy, claim=claim_id)
    checked = verify(decision, file, policy)
    assert (checked.ok, checked.whole) == (True, True), checked.difference
    return Decided(derive(file, policy, claim=claim_id), decision.document)


def causes(found: Decided) -> list[str]:
    """Why a person decides, in words alone."""
    reasons: tuple[Reason, ...] = found.verdict.route.reasons
    return [one.cause for one in reasons]


def eur(text: str) -> Money:
    """An amount in euros."""
    return Money.parse(f"{text} EUR")
