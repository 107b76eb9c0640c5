"""Large policies and large orders: loading, a claim among fifty, and an order of two hundred units."""

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from time import perf_counter

import yaml

from arbiter import CaseFile
from arbiter.decide import decide
from arbiter.loading import load_policy
from arbiter.policy.fluent import read_fluent
from arbiter.policy.model import Policy
from bench.manifold import PARCEL, write_manifold
from bench.measure import ratio, seconds
from evidence import Dossier, assemble

CLAIMS = 50
UNITS = 200
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_START = datetime(2026, 3, 2, 12, tzinfo=timezone(timedelta(hours=1)))

UNIT_PACK = Path(__file__).parent / "packs" / "units"


def loading_ratio(pack: Path, rounds: int) -> tuple[float, float, int]:
    """Loading and checking a pack by PyYAML's compose of its YAML files with the C loader; milliseconds; rules."""
    files = [path.read_text(encoding="utf-8") for path in (*pack.rglob("*.yaml"), *_parents(pack))]

    def compose() -> None:
        for text in files:
            yaml.compose(text, Loader=_LOADER)

    def load() -> Policy:
        # What was parsed once must be parsed again, or a second loading would look like the first.
        read_fluent.cache_clear()
        return load_policy(pack)

    times = seconds({"load": load, "compose": compose}, rounds)
    return ratio(times, "load", "compose"), median(times["load"]) * 1e3, rules_of(load())


def _parents(pack: Path) -> list[Path]:
    return sorted((pack.parent / "common").rglob("*.yaml"))


def rules_of(policy: Policy) -> int:
    """How many rules a policy has: signals, arguments, shifts, limits, outcomes, measures, routes, promises."""
    questions = policy.questions.values()
    count = len(policy.signals)
    count += sum(len(one.arguments) + len(one.shifts) + len(one.only_counts) for one in questions)
    for claim in policy.claims.values():
        count += len(claim.measures) + len(claim.routes) + len(claim.guarantees) + len(claim.gates)
        count += sum(len(head.what) + len(head.who) for head in claim.heads)
    return count


def fifty_claims(rules: Path, dossiers: list[Dossier], rounds: int) -> tuple[float, int]:
    """The same cases under a policy of fifty claims and under their own claim alone; how many rules there are."""
    alone = load_policy(PARCEL)
    with tempfile.TemporaryDirectory() as folder:
        many = load_policy(write_manifold(rules, Path(folder), CLAIMS - 1))
    works: dict[str, Callable[[], object]] = {
        "alone": lambda: [decide(dossier, alone).content for dossier in dossiers],
        "many": lambda: [decide(dossier, many).content for dossier in dossiers],
    }
    return ratio(seconds(works, rounds), "many", "alone"), rules_of(many)


def many_units(rounds: int) -> tuple[float, float]:
    """An order of two hundred units, every other one broken, by an order of one; milliseconds of the large one."""
    policy = load_policy(UNIT_PACK)
    small, large = (assemble(_order_of(count), _START + timedelta(days=20), policy.kinds) for count in (1, UNITS))
    decision = decide(large, policy)
    broken = UNITS // 2
    assert decision.verdict["transfers"][0]["amount"]["minor"] == broken * 250, "the figure must be of a right decision"

    def timed(dossier: Dossier, times: int) -> float:
        start = perf_counter()
        for _ in range(times):
            decide(dossier, policy)
        return (perf_counter() - start) / times

    found = [(timed(large, 1), timed(small, UNITS)) for _ in range(rounds)]
    return median(one / other for one, other in found), median(one for one, _ in found) * 1e3


def _order_of(count: int) -> CaseFile:
    """An order of so many glasses, each an item unit of its own; every other one is seen to be broken."""
    records = [
        {
            "id": "O", "kind": "order", "submitted_by": "platform", "placed_at": _START.isoformat(),
            "total": f"{count * 2.5:.2f} EUR", "price": f"{count * 2.5:.2f} EUR",
            "items": [{"id": "glass", "quantity": str(count), "price": "2.50 EUR"}],
        }
    ]  # fmt: skip
    for unit in range(1, count + 1, 2):
        about = {"item": "glass", "unit": str(unit)}
        photo = {"id": f"P-{unit}", "kind": "photo", "submitted_by": "buyer", "about": about}
        reading = {
            "id": f"R-{unit}",
            "kind": "reading",
            "submitted_by": "platform",
            "of": f"P-{unit}",
            "by": "operator",
        }
        records += [photo, reading | {"says": "damage", "about": about}]  # type: ignore[list-item]
    claim = {
        "id": "K", "claim": "damaged", "by": "buyer", "filed_at": (_START + timedelta(days=5)).isoformat(),
        "amount": f"{count * 2.5:.2f} EUR", "items": [{"item": "glass", "units": str(count)}],
    }  # fmt: skip
    return CaseFile.from_data({"case": "C", "claims": [claim], "records": records})
