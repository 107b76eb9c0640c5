"""The ledger: putting decisions into the chain, getting them out, and checking that the chain holds.

A chain without a key shows every change but one: rows cut off at its end. Whoever needs that too keeps the last link
elsewhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from types import TracebackType
from typing import Self

from sqlalchemy import inspect, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from arbiter.decision import Decision, DecisionError
from arbiter.policy.load import policy_digest, policy_from_files
from arbiter.policy.model import Policy
from arbiter.store.address import WRITES, open_engine, read_address, refused, told
from arbiter.store.tables import BEGINNING, AppendOnly, Base, DecisionRow, PolicyRow
from evidence import Diagnostic

MIN_PREFIX = 4
_PAGE = 200
_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a decision stands in the chain, and whether it was put there just now."""

    sequence: int
    new: bool


class Store:
    """Decisions in a database, each linked to the one before. Open it with `with`, or close it."""

    def __init__(self, address: str, *, must_exist: bool = False) -> None:
        """Open a store, and make its tables if they are missing.

        `address` is a URL or the path of an SQLite file. With `must_exist`, a file that is not there is not made.
        Raises StoreError ARB530.
        """
        self._url = read_address(address)
        self._engine = open_engine(self._url, must_exist)
        self._writing = self._engine.execution_options(**WRITES)
        try:
            with told(self._url):
                self._make_tables()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def put(self, decision: Decision, policy: Policy, stored_at: datetime | None = None) -> Stored:
        """Add a decision and its policy to the end of the chain; once is enough.

        The same decision again is the same row. `stored_at` is kept if given: the store has no clock. Raises
        StoreError ARB531 if the id is taken by another content, ARB533 if the policy is not the decision's.
        """
        decision = Decision.parse(decision.content)
        if decision.document["policy"]["digest"] != policy.digest:
            raise refused("ARB533", f"`{decision.id}` was not decided under this policy", "give the policy it names")
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                with told(self._url), AppendOnly(self._writing) as session, session.begin():
                    return self._put(session, decision, policy, stored_at)
            except Exception as problem:
                # Another writer was first: read the end of the chain again.
                lost_race = isinstance(problem.__cause__, IntegrityError)
                if not lost_race or attempt == _ATTEMPTS:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def get(self, decision_id: str) -> Decision | None:
        """The decision with an id, or with the only id that begins so (4 characters or more); None if there is none.

        Raises StoreError ARB534 if several begin so, DecisionError if what is stored was changed.
        """
        with self._reading() as session:
            row = session.scalar(select(DecisionRow).where(DecisionRow.decision == decision_id))
            if row is None and len(decision_id) >= MIN_PREFIX:
                row = _by_prefix(session, decision_id)
            return None if row is None else Decision.parse(row.content)

    def policy(self, digest: str) -> Policy | None:
        """A policy that something was decided under, loaded from what was stored; None if there is none.

        Raises StoreError ARB535 if its files were changed or cannot be loaded any more.
        """
        with self._reading() as session:
            row = session.get(PolicyRow, digest)
            files = None if row is None else dict(row.files)
        if files is None:
            return None
        if policy_digest(files) != digest:
            raise refused("ARB535", f"the stored policy `{digest[:12]}` was changed after it was stored")
        policy = policy_from_files(files)
        if policy is None:
            raise refused("ARB535", f"the stored policy `{digest[:12]}` cannot be loaded by this version of arbiter")
        return policy

    def decisions(self) -> Iterator[Decision]:
        """All decisions, in the order they were put. No transaction is held open between them."""
        for row in self._rows():
            yield Decision.parse(row.content)

    def check_chain(self) -> list[Diagnostic]:
        """The first row whose content, digest, columns, policy or link does not fit, and why; empty if all fit."""
        link = BEGINNING
        good_policies: set[str] = set()
        for row in self._rows():
            wrong = _wrong_with(row, link)
            if wrong is None and row.policy_digest not in good_policies:
                wrong = self._wrong_with_policy(row.policy_digest)
                good_policies.add(row.policy_digest)
            if wrong is not None:
                message = f"row {row.sequence} (`{row.decision}`): {wrong}"
                return [Diagnostic("ARB536", "error", message, None, "compare with a backup from this row on")]
            link = row.link
        return []

    def _make_tables(self) -> None:
        wanted = set(Base.metadata.tables)
        if wanted <= set(inspect(self._engine).get_table_names()):
            return
        try:
            with self._writing.begin() as connection:
                Base.metadata.create_all(connection)
        except DBAPIError:
            # Another process may have made them in the meantime.
            if not wanted <= set(inspect(self._engine).get_table_names()):
                raise

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with told(self._url), AppendOnly(self._engine) as session:
            yield session

    def _rows(self) -> Iterator[DecisionRow]:
        last = 0
        while True:
            query = select(DecisionRow).where(DecisionRow.sequence > last).order_by(DecisionRow.sequence).limit(_PAGE)
            with self._reading() as session:
                rows = session.scalars(query).all()
                session.expunge_all()
            if not rows:
                return
            yield from rows
            last = rows[-1].sequence

    def _put(self, session: Session, decision: Decision, policy: Policy, stored_at: datetime | None) -> Stored:
        there = session.scalar(select(DecisionRow).where(DecisionRow.decision == decision.id))
        if there is not None:
            if there.content == decision.content:
                return Stored(there.sequence, False)
            cure = "the same case, policy and moment gave another result: compare them with `arbiter verify`"
            raise refused("ARB531", f"`{decision.id}` is already stored with another content", cure)
        if session.get(PolicyRow, policy.digest) is None:
            files = [[name, text] for name, text in policy.files.items()]
            session.add(PolicyRow(digest=policy.digest, id=policy.id, version=policy.version, files=files))
            session.flush()
        row = _row(decision, self._last_link(session), stored_at)
        session.add(row)
        session.flush()
        return Stored(row.sequence, True)

    def _last_link(self, session: Session) -> str:
        return session.scalar(select(DecisionRow.link).order_by(DecisionRow.sequence.desc()).limit(1)) or BEGINNING

    def _wrong_with_policy(self, digest: str) -> str | None:
        with self._reading() as session:
            row = session.get(PolicyRow, digest)
            if row is None:
                return f"its policy `{digest[:12]}` is missing"
            return None if policy_digest(dict(row.files)) == digest else f"its policy `{digest[:12]}` was changed"


def _row(decision: Decision, previous: str, stored_at: datetime | None) -> DecisionRow:
    return DecisionRow(
        **_columns(decision), content=decision.content, previous=previous,
        link=_link(previous, decision.digest), stored_at=stored_at,
    )  # fmt: skip


def _columns(decision: Decision) -> dict[str, object]:
    """The columns that repeat what the content says."""
    document = decision.document
    return {
        "decision": decision.id,
        "case": document["case"],
        "case_digest": document["case_digest"],
        "policy_digest": document["policy"]["digest"],
        "as_of": datetime.fromisoformat(document["as_of"]),
        "status": decision.status,
        "digest": decision.digest,
    }


def _link(previous: str, digest: str) -> str:
    return sha256((previous + digest).encode("ascii")).hexdigest()


def _wrong_with(row: DecisionRow, previous: str) -> str | None:
    """What does not fit in a row that should follow a link; None if all does."""
    try:
        decision = Decision.parse(row.content)
        columns = _columns(decision)
    except (DecisionError, KeyError, TypeError, ValueError) as problem:
        return problem.diagnostics[0].message if isinstance(problem, DecisionError) else "the content is no decision"
    for name, value in columns.items():
        if getattr(row, name) != value:
            return f"its column `{name}` is not what the content says"
    if row.previous != previous:
        return "it does not follow the row before: a row was removed, changed or put between"
    return None if row.link == _link(previous, row.digest) else "its link does not fit its digest and the row before"


def _by_prefix(session: Session, prefix: str) -> DecisionRow | None:
    query = select(DecisionRow).where(DecisionRow.decision.startswith(prefix, autoescape=True)).limit(_PAGE)
    # LIKE does not tell capitals apart everywhere.
    rows = [row for row in session.scalars(query) if row.decision.startswith(prefix)]
    if len(rows) > 1:
        names = ", ".join(f"`{row.decision}`" for row in rows[:3])
        raise refused("ARB534", f"several decisions begin with `{prefix}`", f"write more of it: {names}")
    return rows[0] if rows else None
