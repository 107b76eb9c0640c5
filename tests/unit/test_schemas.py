"""The schemas for editors: they accept every pack that the loader accepts, and mark what people mistype."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from arbiter.reference import schemas
from tests.properties.packs import pack as generated

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "docs" / "reference" / "language" / "tools"
PACKS = [*sorted((ROOT / "rules").iterdir()), TOOLS, ROOT / "tests/policy/good/shop", ROOT / "tests/policy/good/base"]
SEEDS = range(20)
SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}


def schema_of(inner: str) -> dict[str, Any] | None:
    """The schema that a file of a pack is for, by its place."""
    stem, _, rest = inner.removesuffix(".yaml").partition("/")
    name = {"questions": "question", "claims": "claim", "lexicon": "lexicon"}.get(stem, stem) if rest else stem
    return SCHEMAS.get(f"{name}.schema.json") if inner.endswith(".yaml") else None


def typed(value: Any) -> Any:
    """A document as an editor sees it, whose YAML has numbers and booleans."""
    if isinstance(value, dict):
        return {key: typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [typed(one) for one in value]
    if value in ("true", "false"):
        return value == "true"
    return float(value) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) else value


def faults(schema: dict[str, Any], text: str) -> list[str]:
    document = yaml.load(text, yaml.BaseLoader)
    checker = jsonschema.Draft7Validator(schema)
    return [
        f"{one.json_path}: {one.message[:200]}"
        for read in (document, typed(document))
        for one in checker.iter_errors(read)
    ]


def files() -> Iterator[tuple[str, str, str]]:
    for pack in PACKS:
        for path in sorted(pack.rglob("*.yaml")):
            yield pack.name, path.relative_to(pack).as_posix(), path.read_text(encoding="utf-8")
    for seed in SEEDS:
        for name, text in generated(seed).items():
            if name.endswith(".yaml"):
                yield f"seed {seed}", name.partition("/")[2], text


def test_every_file_that_the_loader_accepts_is_accepted() -> None:
    """An editor that marks what is right teaches people to ignore it."""
    wrong: dict[str, list[str]] = {}
    count = 0
    for pack, inner, text in files():
        schema = schema_of(inner)
        assert schema is not None, inner
        count += 1
        if found := faults(schema, text):
            wrong[f"{pack}/{inner}"] = found
    assert wrong == {}
    assert count > 200


def test_examples_of_the_reference_are_accepted(tmp_path: Path) -> None:
    from tests.unit.test_reference import EXAMPLES, assembled

    for number, example in enumerate(EXAMPLES):
        pack = assembled(example, tmp_path / str(number))
        for path in sorted(pack.rglob("*.yaml")) if example.diagnostic is None else ():
            schema = schema_of(path.relative_to(pack).as_posix())
            assert schema is not None
            assert faults(schema, path.read_text(encoding="utf-8")) == [], f"{example}: {path.name}"


@pytest.mark.parametrize(
    ("inner", "right", "wrong"),
    [
        ("signals.yaml", "strength: moderate", "strength: medium"),
        ("signals.yaml", "held_by: lender", "heldby: lender"),
        ("signals.yaml", "statement.by: lender", "StatementBy: lender"),
        ("parameters.yaml", "unit: money", "unit: euros"),
        ("parameters.yaml", "clause: T-3.2", "clauses: T-3.2"),
        ("policy.yaml", "languages: [en]", "languages: [fr]"),
        ("policy.yaml", "hirer: buyer", "hirer: customer"),
        ("policy.yaml", "policy: tools", "name: tools"),
        ("records.yaml", "cost: money", "cost: euros"),
        ("questions/broken.yaml", "lender: yes", "lender: perhaps"),
        ("questions/broken.yaml", "raised_by: lender", "raised_from: lender"),
        ("questions/broken.yaml", "any: [report_broken, photo_broken]", "either: [report_broken]"),
        ("claims/broken_return.yaml", "route: human", "route: person"),
        ("claims/broken_return.yaml", "desk: payments", "desk: cashier"),
        ("claims/broken_return.yaml", 'claim.amount: ">= human_from"', "claim.amount: human_from"),
        ("claims/broken_return.yaml", "bearer: hirer", "payer: hirer"),
    ],
)
def test_a_typical_mistake_is_marked(inner: str, right: str, wrong: str) -> None:
    text = (TOOLS / inner).read_text(encoding="utf-8")
    schema = schema_of(inner)
    assert schema is not None
    assert right in text
    assert faults(schema, text.replace(right, wrong, 1))


def test_every_key_is_described() -> None:
    """What an editor shows beside a key is what the reference says."""
    for name, schema in SCHEMAS.items():
        for part in (schema, schema.get("additionalProperties", {}), *schema.get("$defs", {}).values()):
            for key, one in (part.get("properties", {}) if isinstance(part, dict) else {}).items():
                assert "." in key or name == "case.schema.json" or one["description"], f"{name}: {key}"


def test_case_files_that_we_write_are_accepted(tmp_path: Path) -> None:
    """The worked case, the starter's example and a blank case are what people copy."""
    from datetime import date

    from arbiter import load_policy
    from arbiter.cli.blank_case import blank_case
    from arbiter.cli.starter import write_pack

    write_pack("hire", tmp_path, "guest=buyer,host=seller")
    policy = load_policy(TOOLS)
    blank = blank_case(policy, policy.claims["broken_return"], "tools", date(2026, 6, 1))
    written = [(TOOLS.parent / "tools-case.yaml").read_text("utf-8"), (tmp_path / "hire-case.yaml").read_text("utf-8")]
    schema = SCHEMAS["case.schema.json"]
    for text in (*written, blank):
        document = yaml.load(text, yaml.BaseLoader)
        assert [one.message for one in jsonschema.Draft202012Validator(schema).iter_errors(document)] == []
    for path in sorted((tmp_path / "hire").rglob("*.yaml")):
        own = schema_of(path.relative_to(tmp_path / "hire").as_posix())
        assert own is not None
        assert faults(own, path.read_text("utf-8")) == [], path.name
