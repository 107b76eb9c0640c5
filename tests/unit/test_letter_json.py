"""A letter as JSON: every example for everyone fits the schema, and the data says no more than the letter."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from arbiter import CaseFile, Decision, Policy, decide, report
from arbiter.decide import decide_claims, derive
from arbiter.explain.explanation import explain_derivation
from arbiter.report.data import letter_schema
from arbiter.report.glyphs import shown
from arbiter.report.open_doors import _zone, audiences
from arbiter.report.plan.account import Account
from arbiter.report.plan.letter import plan_letter
from arbiter.report.structure import structured, to_json
from arbiter.report.words import Words

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").rglob("case.yaml"))
SCHEMA = jsonschema.Draft202012Validator(letter_schema())
Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
PolicyOf = Callable[[str], Policy]
NUMBERS = range(1, 7)


@cache
def written(example: Example, number: int, audience: str, language: str = "en") -> dict[str, Any]:
    """A letter of an example case as its JSON document."""
    case, policy, decision = example(number)
    return json.loads(report(decision, case, policy, audience=audience, language=language, form="json"))  # type: ignore[no-any-return]


def texts(value: Any) -> Iterator[str]:
    """Every text of a document that is not an argument."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key != "arguments":
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def sentences(value: Any) -> Iterator[dict[str, Any]]:
    """Every sentence of a document, those within others too."""
    if isinstance(value, dict):
        if value.get("type") == "sentence":
            yield value
        for one in value.values():
            yield from sentences(one)
    elif isinstance(value, list):
        for one in value:
            yield from sentences(one)


@cache
def account_of(folder: Path, policy: Policy) -> Callable[[str], Account]:
    """What the letters of a case's first claim are made of, without deciding anew for each."""
    case = CaseFile.read(folder)
    decision = decide_claims(case, policy)[0]
    derivation = derive(case, policy, case.as_of, claim=decision.document.get("claim_id"))  # type: ignore[arg-type]
    explanation = explain_derivation(decision.id, derivation)
    return lambda role: Account(decision, derivation, explanation, role, _zone(derivation, role))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: str(folder.relative_to(ROOT / "examples")))
def test_every_letter_fits_the_schema_and_the_fonts(policy_of: PolicyOf, folder: Path) -> None:
    """Programs rely on the schema; people rely on letters in which no character is missing, in any language."""
    policy = policy_of(str(CaseFile.read(folder).policy))
    account = account_of(folder, policy)
    for place, role in enumerate(audiences(policy)):
        one = account(role)
        letter = plan_letter(one, one.zone)
        language = policy.header.languages[(EXAMPLES.index(folder) + place) % len(policy.header.languages)]
        document = json.loads(to_json(structured(letter, Words(policy, language, one.zone), role)))
        SCHEMA.validate(document)
        unshown: set[str] = set()
        for text in texts(document):
            shown(text, unshown)
        assert unshown == set(), "the fonts of PDF letters have every character of our own sentences"


def test_the_schema_refuses_what_is_no_letter(example: Example) -> None:
    """A schema that accepts anything would promise nothing."""
    letter = written(example, 3, "seller")
    for change in ({"status": "perhaps"}, {"money": None}, {"more": 1}, {"title": [{"type": "sentence"}]}):
        assert not SCHEMA.is_valid({**letter, **change}), change


def test_the_money_is_the_verdicts(example: Example) -> None:
    """The rows that are totals come to what the verdict transfers, in minor units."""
    for number in NUMBERS:
        _, policy, decision = example(number)
        for audience in audiences(policy):
            rows = written(example, number, audience)["money"]["rows"]
            totals = [row["amount"]["minor"] for row in rows if row["total"] and row["amount"]]
            assert [sum for sum in totals if sum] == [one["amount"]["minor"] for one in decision.verdict["transfers"]]


def test_json_says_what_the_other_forms_say(example: Example) -> None:
    """Every sentence of the data stands in the ticket's text, word for word."""
    case, policy, decision = example(3)
    for language in policy.header.languages:
        markdown = report(decision, case, policy, audience="seller", language=language, form="md")
        markdown = markdown.replace("\\", "").replace("\u00a0", " ")
        document = written(example, 3, "seller", language)
        for section in ("lines", "title", "protection", "next", "appeal", "how", "changes"):
            for sentence in sentences(document[section]):
                assert sentence["text"].replace("\u00a0", " ") in markdown
        assert len(list(sentences(document))) > 50


def test_an_argument_is_told_only_where_it_is_said(example: Example) -> None:
    """A sentence is given whole records; what it does not say of them is nobody else's business."""
    for number in NUMBERS:
        case, policy, _ = example(number)
        hidden = [party.contact for party in case.parties.values() if party.contact]
        hidden += [str(getattr(record, "address", None) or "no address") for record in case.records]
        for audience in audiences(policy):
            document = written(example, number, audience)
            assert not [text for text in hidden if text in json.dumps(document, ensure_ascii=False)]
            for sentence in sentences(document):
                for argument in sentence["arguments"].values():
                    for said in (argument.get("text"), *argument.get("texts", ())):
                        assert said is None or said in sentence["text"], sentence["message"]


def test_times_are_as_exact_as_they_are_said(example: Example) -> None:
    """A day is a day and a moment has no seconds: the exact time of a courier's position is not in the data."""
    case, policy, _ = example(3)
    records = tuple(
        record.model_copy(update={"at": record.at.replace(second=37)}) if record.kind == "tracking_event" else record  # type: ignore[union-attr]
        for record in case.records
    )
    exact = case.model_copy(update={"records": records})
    document = json.loads(report(decide(exact, policy), exact, policy, audience="buyer", form="json"))
    moments = [
        argument["at"]
        for sentence in sentences(document)
        for argument in sentence["arguments"].values()
        if argument["type"] == "moment"
    ]
    assert "2026-03-12T13:07+01:00" in moments
    assert ":37" not in json.dumps(document)


def test_the_same_letter_has_the_same_bytes(example: Example) -> None:
    case, policy, decision = example(3)
    first, second = (report(decision, case, policy, audience="buyer", form="json") for _ in range(2))
    assert first == second
    assert first.endswith("}\n")
