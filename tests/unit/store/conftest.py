"""Decisions to store: a real one, and copies of it at other moments."""

import copy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from arbiter import CaseFile, Decision, Policy, decide, load_policy
from arbiter.decision import digest_of
from arbiter.store import Store

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy("parcel")


@pytest.fixture(scope="session")
def decision(policy: Policy) -> Decision:
    return decide(CaseFile.read(EXAMPLES / "3-scanned-elsewhere"), policy)


@pytest.fixture
def other(decision: Decision) -> Callable[..., Decision]:
    """The decision under another id, with other parts changed as wanted; its digest fits."""

    def make(name: str, **parts: object) -> Decision:
        document = copy.deepcopy(decision.document) | {"id": name} | parts
        document["digest"] = digest_of(document)
        return Decision(document)

    return make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cases.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(str(path)) as opened:
        yield opened
