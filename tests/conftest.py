"""What every room's tests share: the bundled policies, the six example cases, and the steps of the specs."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from arbiter import CaseFile, Decision, Policy, decide, load_policy

# Steps are found by their module, so all three are plugins; a spec then needs no imports.
pytest_plugins = ["tests.bdd.given", "tests.bdd.when", "tests.bdd.then"]

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").iterdir())


@cache
def _policy(pack: str) -> Policy:
    return load_policy(ROOT / "rules" / pack)


@pytest.fixture(scope="session")
def policy_of() -> Callable[[str], Policy]:
    """A policy of this checkout by its pack's name; loaded once, since it is immutable."""
    return _policy


@pytest.fixture(scope="session")
def example() -> Callable[[int], tuple[CaseFile, Policy, Decision]]:
    """An example case by its number, with its policy and its decision."""

    @cache
    def load(number: int) -> tuple[CaseFile, Policy, Decision]:
        (folder,) = [folder for folder in EXAMPLES if folder.name.startswith(f"{number}-")]
        case = CaseFile.read(folder)
        policy = _policy(str(case.policy))
        return case, policy, decide(case, policy)

    return load


@pytest.fixture(scope="session")
def pack_text() -> Callable[..., str]:
    """A plain sentence of a policy by its message and attribute, so that no test repeats what a pack words."""

    def text(policy: Policy, language: str, message: str, attribute: str | None = None) -> str:
        found = {}
        for _, source in policy.texts[language].sources:
            for entry in FluentParser().parse(source).body:
                if isinstance(entry, ast.Message):
                    found[entry.id.name, None] = entry.value
                    found |= {(entry.id.name, one.id.name): one.value for one in entry.attributes}
        pattern = found[message, attribute]
        assert pattern is not None
        (element,) = pattern.elements
        assert isinstance(element, ast.TextElement)
        return str(element.value)

    return text
