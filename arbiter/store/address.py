"""Where a store is: an address or a bare path, made into an engine of SQLAlchemy.

Owns what is told when a store cannot be opened. It knows no table.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from evidence import Diagnostic

WRITES = {"arbiter_writes": True}
WAIT_SECONDS = 30
_CURES = {"postgresql": "pip install 'dispute-arbiter[postgres]'"}


class StoreError(Exception):
    """A store that cannot be used as asked, with the reasons."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("; ".join(f"{one.code}: {one.message}" for one in diagnostics))


def refused(code: str, message: str, help: str | None = None) -> StoreError:
    """The error for one thing that is wrong."""
    return StoreError(Diagnostic(code, "error", message, None, help))


def read_address(address: str) -> URL:
    """The URL of a store; a bare path is a file of SQLite. Raises StoreError ARB530."""
    try:
        url = make_url(address if "://" in address else f"sqlite:///{address}")
    except (ArgumentError, ValueError):
        raise refused(
            "ARB530",
            "the address of the store cannot be read",
            "write it like `cases.sqlite` or `postgresql://host/db`",
        ) from None
    # Both names mean psycopg 3 here, whatever SQLAlchemy would choose.
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url


def open_engine(url: URL, must_exist: bool) -> Engine:
    """An engine for a store. Raises StoreError ARB530 without a driver, or if a file that must exist does not."""
    if must_exist and _is_file(url) and not Path(url.database or "").is_file():
        raise refused("ARB530", f"there is no store `{url.database}`", "`arbiter decide … --store` makes one")
    waiting = {"timeout": WAIT_SECONDS} if url.get_backend_name() == "sqlite" else {}
    try:
        engine = create_engine(url, connect_args=waiting)
    except (NoSuchModuleError, ImportError):
        cure = _CURES.get(url.get_backend_name(), "`sqlite:///cases.sqlite` and `postgresql://host/db` are known")
        raise refused("ARB530", f"no driver for `{url.drivername}` is installed", cure) from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _leave_transactions_alone)
        event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Whatever the database says becomes a StoreError ARB530, without the password of the address."""
    try:
        yield
    except SQLAlchemyError as problem:
        where = url.render_as_string(hide_password=True)
        reason = str(getattr(problem, "orig", None) or problem).strip().partition("\n")[0]
        raise refused("ARB530", f"the store `{where}` cannot be used: {reason}", "check the address") from problem


def _is_file(url: URL) -> bool:
    name = url.database or ""
    return url.get_backend_name() == "sqlite" and name not in ("", ":memory:") and not name.startswith("file:")


def _leave_transactions_alone(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    # The driver of SQLite begins transactions late by itself; `_begin` does it in its place.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    # Two writers that both read the last link first would fork the chain: the lock is taken before reading.
    writes = connection.get_execution_options().get("arbiter_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
