"""The specs of `features/`, and that none of them can be silently passed over.

What a feature file says outside steps is taken as prose by Gherkin, so a misspelt `Scenari:` would hide a whole
scenario. The files therefore hold no prose; remarks are comments.
"""

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gherkin.parser import Parser
from pytest_bdd import scenarios
from pytest_bdd.scenario import scenario_wrapper_template_registry as registry

FEATURES = Path(__file__).resolve().parents[2] / "features"
FILES = sorted(FEATURES.rglob("*.feature"))
NAMES = [file.relative_to(FEATURES).as_posix() for file in FILES]

scenarios(".")


def feature_of(file: Path) -> dict[str, Any]:
    feature: dict[str, Any] | None = Parser().parse(file.read_text(encoding="utf-8")).get("feature")
    assert feature is not None, f"{file.name} holds no feature"
    return feature


def parts_of(feature: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything that may have a description: the feature, its backgrounds, rules, scenarios and examples."""
    yield "feature", feature
    for child in feature["children"]:
        for kind, part in child.items():
            if kind == "rule":
                yield from parts_of(part)
            else:
                yield kind, part
                yield from (("examples", one) for one in part.get("examples", ()))


def scenarios_of(file: Path) -> list[dict[str, Any]]:
    return [part for kind, part in parts_of(feature_of(file)) if kind == "scenario"]


def test_there_are_specs() -> None:
    """An empty folder would pass every check below."""
    assert sum(len(scenarios_of(file)) for file in FILES) >= 8
    for language in ("ru", "zh-CN"):
        assert sum(len(scenarios_of(file)) for file in FILES if feature_of(file)["language"] == language) >= 2


@pytest.mark.parametrize("pack", sorted(path.name for path in FEATURES.iterdir() if path.is_dir()))
def test_every_pack_has_specs_in_every_language(pack: str) -> None:
    """Policy staff read and write in their own language, whichever pack they keep."""
    written = {feature_of(file)["language"] for file in FILES if file.is_relative_to(FEATURES / pack)}
    assert written == {"en", "ru", "zh-CN"}


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_no_prose_hides_a_scenario(file: Path) -> None:
    """A line that Gherkin takes for a description was meant as something else."""
    assert [part["description"] for _, part in parts_of(feature_of(file)) if part["description"]] == []


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_every_scenario_claims_and_concludes(file: Path) -> None:
    """A scenario without a When decides nothing, and one without a Then cannot fail."""
    for scenario in scenarios_of(file):
        kinds = [step["keywordType"] for step in scenario["steps"]]
        assert "Action" in kinds, f"no When in {scenario['name']}"
        assert "Outcome" in kinds, f"no Then in {scenario['name']}"
        for examples in scenario["examples"]:
            assert examples["tableBody"], f"no examples in {scenario['name']}"


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_every_scenario_says_who_pays(file: Path) -> None:
    """Who pays, to the cent, or that nobody does: that is what a reader of a spec looks for."""
    for scenario in scenarios_of(file):
        steps = " ".join(step["text"] for step in scenario["steps"])
        said = re.search(r" pays? | платит\b|付给|付款|nothing is owed|ничего не полагается|不用付|无需付款", steps)
        assert said, f"nobody says who pays in {scenario['name']}"


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_specs_are_for_people(file: Path) -> None:
    """Policy staff write these files: no record ids, no JSON, no code."""
    text = file.read_text(encoding="utf-8")
    assert re.findall(r'[{}\[\];]|"\w+":|\b[A-Z]{1,2}-\d+\b', text) == []


def test_every_scenario_is_collected() -> None:
    """Each scenario of each file is a test here, once."""
    here = vars(sys.modules[__name__]).values()
    templates = [registry[one] for one in here if inspect.isfunction(one) and one in registry]
    found = [(Path(template.feature.filename).resolve(), template.name) for template in templates]
    written = [(file, scenario["name"]) for file in FILES for scenario in scenarios_of(file)]
    assert sorted(found) == sorted(written)
