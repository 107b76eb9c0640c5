"""A case, one sentence after the other; it gives ids, shipments and times, so that no spec has to."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from math import degrees
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from arbiter import CaseFile, Decision, Policy
from evidence.derive import EARTH_RADIUS_M

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ZONE = ZoneInfo("Europe/Berlin")
ADDRESS = {"lat": "53.07500", "lon": "8.80700"}
# What the sentences leave open happens on these days, in this order.
ACCEPTED, DELIVERED, CLAIMED, NOTICED, ANSWERED = (date(2026, 3, day) for day in (10, 12, 13, 14, 15))


def at(day: date, clock: str = "12:00:00") -> str:
    return datetime.combine(day, time.fromisoformat(clock), ZONE).isoformat()


def metres_north(metres: int) -> dict[str, str]:
    """A point that many metres from the address."""
    return {"lat": f"{53.075 + degrees(metres / EARTH_RADIUS_M):.7f}", "lon": ADDRESS["lon"]}


@dataclass
class Dispute:
    """One dispute as the sentences of a scenario tell it; `decision` once it is decided."""

    policy_of: Any
    pack: str = "parcel"
    today: date = date(2026, 3, 24)
    order: dict[str, Any] = field(default_factory=dict)
    records: list[dict[str, Any]] = field(default_factory=list)
    case: CaseFile | None = None
    policy: Policy | None = None
    decision: Decision | None = None

    def place_order(self, pack: str, amount: str, day: date) -> None:
        """An order whose goods cost all that was paid, so that one amount tells both."""
        self.pack = pack
        self.order = {"id": "O", "kind": "order", "submitted_by": "platform", "placed_at": at(day), "place": ADDRESS}
        self.order |= {"total": amount, "price": amount, "carrier": "Parcelnord", "region": "DE"}

    def add(self, kind: str, submitted_by: str, **fields: Any) -> str:
        """One more record about the one shipment; gives its id."""
        name = f"R-{len(self.records) + 1}"
        record = {"id": name, "kind": kind, "submitted_by": submitted_by, **fields}
        self.records.append(record if kind == "notice" else {**record, "about": {"shipment": "S"}})
        return name

    def notify(self, party: str, kind: str, deadline: date, answered: bool, shown: bool) -> None:
        """A notice that shows all there is so far, or nothing."""
        seen = [record["id"] for record in self.records if record["kind"] != "notice"] if shown else []
        fields: dict[str, Any] = {"to": party, "sent_at": at(NOTICED), "asks": [kind], "shown": seen}
        answer = {"answer": "received", "answered_at": at(ANSWERED)} if answered else {"answer": "none"}
        self.add("notice", "platform", **fields, deadline=at(deadline, "23:59:59"), **answer)

    def decide(self, claim: str, by: str, amount: str | None, filed: date) -> None:
        """Claim, and have it decided."""
        from arbiter import decide

        opened = {"id": "K", "claim": claim, "by": by, "filed_at": at(filed, "19:44:00")}
        claims = [{**opened, "amount": amount} if amount else opened]
        records = [self.order, *self.records]
        data = {"case": "SPEC", "as_of": at(self.today), "claims": claims, "records": records}
        self.case = CaseFile.from_data(data)
        assert not self.case.rejected, f"the sentences make records that are refused: {self.case.rejected}"
        self.policy = self.policy_of(self.pack)
        self.decision = decide(self.case, self.policy)

    def open(self, folder: str) -> None:
        """A case of the examples; what is claimed there is decided on the day that the case names."""
        self.case = CaseFile.read(EXAMPLES / folder / "case.yaml")
        assert not self.case.rejected, f"the example holds records that are refused: {self.case.rejected}"

    def decide_case(self, claim: str | None = None) -> None:
        """Decide the case that was opened; `claim` is the id of one of several."""
        from arbiter import decide

        assert self.case is not None, "no case was opened"
        self.policy = self.policy_of(str(self.case.policy))
        self.decision = decide(self.case, self.policy, claim=claim)

    @property
    def verdict(self) -> dict[str, Any]:
        assert self.decision is not None, "nothing was decided: a `When` is missing"
        return self.decision.verdict
