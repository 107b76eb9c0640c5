"""Where a store is, and what is told when it cannot be opened."""

import sys
from pathlib import Path

import pytest

from arbiter import Decision, Policy
from arbiter.store import Store, StoreError


def told(address: str, must_exist: bool = False) -> tuple[str, str, str]:
    with pytest.raises(StoreError) as error:
        Store(address, must_exist=must_exist)
    (found,) = error.value.diagnostics
    return found.code, found.message, found.help or ""


def test_a_bare_path_is_a_file_of_sqlite(path: Path, decision: Decision, policy: Policy) -> None:
    with Store(str(path)) as store:
        store.put(decision, policy)
    with Store(f"sqlite:///{path}", must_exist=True) as store:
        assert store.get(decision.id) == decision


def test_a_store_that_must_exist_is_not_made(path: Path) -> None:
    code, message, _ = told(str(path), must_exist=True)
    assert code == "ARB530"
    assert "there is no store" in message
    assert not path.exists()


def test_an_unknown_database_names_what_is_known() -> None:
    code, message, help = told("marble://host/db")
    assert (code, message) == ("ARB530", "no driver for `marble` is installed")
    assert "sqlite:///cases.sqlite" in help


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_missing_driver_names_its_cure(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    code, _, help = told(f"{scheme}://user:secret@host/db")
    assert code == "ARB530"
    assert help == "pip install 'dispute-arbiter[postgres]'"


def test_an_address_that_cannot_be_read() -> None:
    code, message, help = told("://nothing")
    assert code == "ARB530"
    assert "cannot be read" in message
    assert "cases.sqlite" in help


def test_a_file_that_is_no_store(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    code, message, _ = told(str(path))
    assert code == "ARB530"
    assert "file is not a database" in message


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    code, message, _ = told(str(tmp_path / "nowhere" / "cases.sqlite"))
    assert code == "ARB530"
    assert "unable to open" in message
