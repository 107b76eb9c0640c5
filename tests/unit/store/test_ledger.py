"""Putting decisions into the chain and getting them out."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from arbiter import Decision, Policy, load_policy
from arbiter.store import Store, StoreError
from arbiter.store.tables import BEGINNING, DecisionRow, UtcTime

ROOT = Path(__file__).parents[3]
Other = Callable[..., Decision]

PUT_MANY = """
import copy, sys
from pathlib import Path
from arbiter import Decision, load_policy
from arbiter.decision import digest_of
from arbiter.store import Store

base, policy = Decision.read(Path(sys.argv[1])), load_policy("parcel")
sys.stdin.readline()
with Store(sys.argv[2]) as store:
    for number in range(15):
        document = copy.deepcopy(base.document) | {"id": f"D-{sys.argv[3]}-{number:02}"}
        document["digest"] = digest_of(document)
        store.put(Decision(document), policy)
"""


def code_of(error: pytest.ExceptionInfo[StoreError]) -> str:
    return error.value.diagnostics[0].code


def test_a_decision_comes_back_as_the_same_bytes(store: Store, decision: Decision, policy: Policy) -> None:
    stored = store.put(decision, policy)
    found = store.get(decision.id)
    assert (stored.sequence, stored.new) == (1, True)
    assert found is not None
    assert found.content == decision.content


def test_putting_again_is_the_same_row(store: Store, decision: Decision, policy: Policy, other: Other) -> None:
    first = store.put(decision, policy)
    store.put(other("D-second"), policy)
    again = store.put(decision, policy)
    assert (again.sequence, again.new) == (first.sequence, False)
    assert [one.id for one in store.decisions()] == [decision.id, "D-second"]


def test_an_id_with_another_content_is_refused(store: Store, decision: Decision, policy: Policy, other: Other) -> None:
    store.put(decision, policy)
    with pytest.raises(StoreError) as error:
        store.put(other(decision.id, status="referred"), policy)
    assert code_of(error) == "ARB531"
    assert decision.id in str(error.value)
    assert len(list(store.decisions())) == 1


def test_a_policy_that_is_not_the_decisions_is_refused(store: Store, decision: Decision) -> None:
    with pytest.raises(StoreError) as error:
        store.put(decision, load_policy("meal"))
    assert code_of(error) == "ARB533"


def test_the_policy_is_loaded_again_from_the_store(store: Store, decision: Decision, policy: Policy) -> None:
    store.put(decision, policy)
    loaded = store.policy(policy.digest)
    assert loaded is not None
    assert loaded.digest == policy.digest
    assert loaded.claims.keys() == policy.claims.keys()
    assert list(loaded.files) == list(policy.files)
    assert store.policy("0" * 64) is None


def test_a_unique_beginning_finds_a_decision(store: Store, policy: Policy, other: Other) -> None:
    for name in ("D-aaaa1", "D-aaaa2", "D-bbbb1"):
        store.put(other(name), policy)
    found = store.get("D-bb")
    assert found is not None
    assert found.id == "D-bbbb1"
    assert store.get("D-b") is None, "too short to name one"
    assert store.get("d-bb") is None, "capitals count"
    assert store.get("D-%b") is None, "a pattern is no beginning"
    with pytest.raises(StoreError) as error:
        store.get("D-aaaa")
    assert code_of(error) == "ARB534"
    assert "D-aaaa2" in error.value.diagnostics[0].help


def test_each_row_is_linked_to_the_one_before(store: Store, policy: Policy, other: Other) -> None:
    made = [other(f"D-row-{number}") for number in range(3)]
    for one in made:
        store.put(one, policy)
    link = BEGINNING
    for row, one in zip(store._rows(), made, strict=True):
        assert row.previous == link
        assert row.link == sha256((link + one.digest).encode()).hexdigest()
        link = row.link
    assert store.check_chain() == []


def test_many_rows_are_read_page_by_page(
    store: Store, policy: Policy, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("arbiter.store.ledger._PAGE", 2)
    for number in range(5):
        store.put(other(f"D-row-{number}"), policy)
    assert [one.id for one in store.decisions()] == [f"D-row-{number}" for number in range(5)]
    for number, _ in enumerate(store.decisions()):
        store.put(other(f"D-while-reading-{number}"), policy)
        if number == 4:
            break
    assert store.check_chain() == []


def test_two_processes_do_not_fork_the_chain(path: Path, decision: Decision, tmp_path: Path) -> None:
    file = tmp_path / "base.json"
    decision.write(file)
    command = [sys.executable, "-c", PUT_MANY, str(file), str(path)]
    writers = [
        subprocess.Popen([*command, name], cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name in ("left", "right")
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        _, told = writer.communicate(timeout=60)
        assert writer.returncode == 0, told
    with Store(str(path)) as store:
        assert len({one.id for one in store.decisions()}) == 30
        assert store.check_chain() == []


def test_a_lost_race_is_run_again(store: Store, policy: Policy, other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens on a database without a lock taken first: the end of the chain was read too early."""
    store.put(other("D-first"), policy)
    real, reads = Store._last_link, []

    def stale(self: Store, session: Session) -> str:
        reads.append(1)
        return BEGINNING if len(reads) == 1 else real(self, session)

    monkeypatch.setattr(Store, "_last_link", stale)
    stored = store.put(other("D-second"), policy)
    assert stored.new
    assert len(reads) == 2
    assert store.check_chain() == []


def test_the_time_of_storing_is_kept_only_if_given(store: Store, policy: Policy, other: Other) -> None:
    moment = datetime(2026, 3, 21, 9, 0, tzinfo=timezone(timedelta(hours=1)))
    store.put(other("D-without"), policy)
    store.put(other("D-with"), policy, stored_at=moment)
    without, given = (row.stored_at for row in store._rows())
    assert without is None
    assert given == moment
    assert given.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        UtcTime().process_bind_param(datetime(2026, 3, 21, 9, 0), None)  # type: ignore[arg-type]


def test_a_store_in_memory_works(decision: Decision, policy: Policy) -> None:
    with Store("sqlite://") as store:
        store.put(decision, policy)
        assert store.get(decision.id[:6]) == decision


def test_columns_repeat_the_content(store: Store, decision: Decision, policy: Policy) -> None:
    store.put(decision, policy)
    row: DecisionRow = next(store._rows())
    assert (row.case, row.status, row.policy_digest) == ("C-2026-0312", "final", policy.digest)
    assert row.as_of.isoformat() == "2026-03-21T08:00:00+00:00"
