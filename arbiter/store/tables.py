"""The tables of a store, and what keeps them from being changed afterwards.

Rows are added, never changed or removed: the mapper refuses, bulk statements are refused, and on SQLite triggers
refuse what goes past the mapper.
"""

from datetime import UTC, datetime
from typing import NoReturn

from sqlalchemy import DDL, JSON, ForeignKey, LargeBinary, String, event
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, mapped_column
from sqlalchemy.types import DateTime, TypeDecorator

from arbiter.store.address import StoreError, refused

HASH = 64
# The link before the first row.
BEGINNING = "0" * HASH


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept in UTC. SQLite gives moments back without a zone; this puts it on again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC. Raises ValueError for one without a zone."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a stored moment needs a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """All tables of a store."""


class PolicyRow(Base):
    """A policy as it was when something was decided under it: every file, parents first."""

    __tablename__ = "policies"

    digest: Mapped[str] = mapped_column(String(HASH), primary_key=True)
    id: Mapped[str] = mapped_column(String(200))
    version: Mapped[str] = mapped_column(String(200))
    files: Mapped[list[list[str]]] = mapped_column(JSON)


class DecisionRow(Base):
    """A decision and its link to the row before: sha256 over that row's link and this decision's digest."""

    __tablename__ = "decisions"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it as a plain class attribute

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    decision: Mapped[str] = mapped_column(String(100), unique=True)
    case: Mapped[str] = mapped_column(String(200), index=True)
    case_digest: Mapped[str] = mapped_column(String(HASH))
    policy_digest: Mapped[str] = mapped_column(ForeignKey("policies.digest"))
    as_of: Mapped[datetime] = mapped_column(UtcTime())
    status: Mapped[str] = mapped_column(String(20))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[str] = mapped_column(String(HASH))
    # INVARIANT: unique, so no two rows can follow the same one.
    previous: Mapped[str] = mapped_column(String(HASH), unique=True)
    link: Mapped[str] = mapped_column(String(HASH), unique=True)
    stored_at: Mapped[datetime | None] = mapped_column(UtcTime())


class AppendOnly(Session):
    """A session that adds and reads, and refuses to change or remove."""


def _refusal(what: str) -> StoreError:
    return refused("ARB532", f"a stored row is never {what}", "decide again: a new decision names what it supersedes")


def _refuse_update(mapper: object, connection: object, target: object) -> NoReturn:
    raise _refusal("changed")


def _refuse_delete(mapper: object, connection: object, target: object) -> NoReturn:
    raise _refusal("removed")


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete:
        raise _refusal("changed" if state.is_update else "removed")


def _trigger(table: str, action: str) -> DDL:
    name = f"{table}_no_{action.lower()}"
    body = f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or removed'); END"
    text = f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {action} ON {table} {body}"
    return DDL(text)  # type: ignore[no-untyped-call]  # SQLAlchemy left it without types


event.listen(AppendOnly, "do_orm_execute", _refuse_bulk)
for _row in (PolicyRow, DecisionRow):
    event.listen(_row, "before_update", _refuse_update)
    event.listen(_row, "before_delete", _refuse_delete)
    for _action in ("UPDATE", "DELETE"):
        _ddl = _trigger(_row.__tablename__, _action)
        event.listen(_row.__table__, "after_create", _ddl.execute_if(dialect="sqlite"))
