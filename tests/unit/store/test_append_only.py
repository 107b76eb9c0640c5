"""Rows are never changed or removed, and what goes past that is found."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from arbiter import Decision, DecisionError, Policy
from arbiter.store import Store, StoreError
from arbiter.store.tables import AppendOnly, DecisionRow, PolicyRow

Other = Callable[..., Decision]
OTHER_STATUS = "CAST(replace(CAST(content AS TEXT), 'final', 'fatal') AS BLOB)"
TRIGGERS = ("decisions_no_update", "decisions_no_delete", "policies_no_update", "policies_no_delete")


@pytest.fixture
def filled(store: Store, policy: Policy, other: Other) -> Store:
    for number in range(3):
        store.put(other(f"D-row-{number}"), policy)
    return store


def run(path: Path, *statements: str, free: bool = True) -> None:
    """Run SQL on the file as an intruder would; `free` takes the triggers away first."""
    with closing(sqlite3.connect(path)) as connection:
        if free:
            for trigger in TRIGGERS:
                connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("table", ["decisions", "policies"])
@pytest.mark.parametrize("action", ["UPDATE {} SET digest = 'x'", "DELETE FROM {}"])
def test_the_database_refuses(filled: Store, path: Path, table: str, action: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"rows of {table} are never changed or removed"):
        run(path, action.format(table), free=False)
    assert filled.check_chain() == []


@pytest.mark.parametrize("row", [DecisionRow, PolicyRow])
def test_the_mapper_refuses_to_change(filled: Store, row: type[DecisionRow] | type[PolicyRow]) -> None:
    with AppendOnly(filled._engine) as session:
        found = session.scalars(select(row)).first()
        assert found is not None
        found.digest = "x"
        with pytest.raises(StoreError, match=r"ARB532.*changed"):
            session.flush()


def test_the_mapper_refuses_to_remove(filled: Store) -> None:
    with AppendOnly(filled._engine) as session:
        session.delete(session.scalars(select(DecisionRow)).first())
        with pytest.raises(StoreError, match=r"ARB532.*removed"):
            session.flush()


@pytest.mark.parametrize("statement", [update(DecisionRow).values(status="final"), delete(DecisionRow)])
def test_bulk_statements_are_refused(filled: Store, statement: object) -> None:
    with AppendOnly(filled._engine) as session, pytest.raises(StoreError, match="ARB532"):
        session.execute(statement)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("statement", "row", "reason"),
    [
        (f"UPDATE decisions SET content = {OTHER_STATUS} WHERE sequence = 2", 2, "digest does not fit"),
        ("UPDATE decisions SET content = CAST(content || ' ' AS BLOB) WHERE sequence = 2", 2, "canonical form"),
        ("UPDATE decisions SET content = x'00' WHERE sequence = 3", 3, "no JSON"),
        ("UPDATE decisions SET status = 'referred' WHERE sequence = 2", 2, "`status` is not what the content says"),
        ("UPDATE decisions SET digest = 'x' WHERE sequence = 1", 1, "`digest` is not what the content says"),
        ("UPDATE decisions SET link = 'x' WHERE sequence = 3", 3, "link does not fit"),
        ("UPDATE decisions SET previous = 'x' WHERE sequence = 3", 3, "does not follow the row before"),
        ("DELETE FROM decisions WHERE sequence = 1", 2, "does not follow the row before"),
        ("DELETE FROM decisions WHERE sequence = 2", 3, "does not follow the row before"),
        ("UPDATE policies SET files = replace(files, 'moderate', 'strong')", 1, "policy `.*` was changed"),
        ("DELETE FROM policies", 1, "policy `.*` is missing"),
    ],
)
def test_tampering_is_found_at_its_first_row(filled: Store, path: Path, statement: str, row: int, reason: str) -> None:
    run(path, statement)
    (found,) = filled.check_chain()
    assert found.code == "ARB536"
    assert found.message.startswith(f"row {row} ")
    assert re.search(reason, found.message), found.message


def test_a_changed_decision_is_not_given_out(filled: Store, path: Path) -> None:
    run(path, "UPDATE decisions SET content = x'00' WHERE sequence = 2")
    with pytest.raises(DecisionError, match="ARB520"):
        filled.get("D-row-1")


def test_a_changed_policy_is_not_given_out(filled: Store, path: Path, policy: Policy) -> None:
    run(path, "UPDATE policies SET files = replace(files, 'moderate', 'strong')")
    with pytest.raises(StoreError, match="ARB535"):
        filled.policy(policy.digest)
