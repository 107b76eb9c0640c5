"""The JSON Schema of a case document, for editors and for those who send cases.

Owns what people may write, as a schema. The reader decides; this only describes.
"""

import json
from pathlib import Path
from typing import Any

from evidence.casefile import CaseFile
from evidence.records import MODELS

_NOT_WRITTEN = ("rejected", "folder", "nodes")


def case_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of a case document; amounts and times are text with a pattern."""
    schema = CaseFile.model_json_schema(mode="validation")
    for name in _NOT_WRITTEN:
        schema["properties"].pop(name)
    definitions = {name: part for name, part in schema["$defs"].items() if name not in ("Rejected", "Span")}
    schema["properties"]["claims"] |= {"minItems": 1}
    declared = definitions["DeclaredRecord"]
    declared["properties"].pop("written", None)
    declared["properties"]["kind"] |= {"not": {"enum": list(MODELS)}}
    # The fields of a kind that a policy declares are known to the policy alone.
    declared["additionalProperties"] = True
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Case file",
        "description": "One dispute: its claims and all the evidence that was submitted.",
        "type": "object",
        "properties": schema["properties"],
        "required": schema["required"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(case_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def write_schema(path: Path) -> None:
    """Write the schema to a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(schema_text(), encoding="utf-8")
