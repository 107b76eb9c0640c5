"""JSON Schemas of the files of a pack, for editors: they complete keys and words and mark what the language never has.

Which keys there are, which are needed and what they mean stands in the key tables of the reference (a test compares
them with the loader); the words are the loader's own tables. A schema refuses nothing that the loader accepts.
"""

import re
from collections.abc import Mapping
from json import dumps
from pathlib import Path
from typing import Any

from arbiter.languages import LANGUAGES
from arbiter.policy.dated import STRENGTHS
from arbiter.policy.lexicon import LANGUAGES as READ_LANGUAGES
from arbiter.policy.model import ADVERSE_MEASURES, DESKS, MEASURES, ROUTES, SCOPES
from arbiter.policy.parse.derived import TYPES as DERIVED_UNITS
from arbiter.policy.parse.parameters import NUMBERS, UNITS
from arbiter.policy.profiles import CATEGORIES, PROFILES
from evidence import ROLES, VOCABULARY, EnumType, FieldType, MoneyType, NumberType, SetType, TimeType, YesNoType
from evidence.records import OPEN_WORDS

LANGUAGE = Path(__file__).resolve().parent / "reference" / "language"
FOLDER = Path(__file__).resolve().parent / "reference" / "schemas"
Schema = dict[str, Any]

_TABLE = re.compile(r"<!-- keys: (.+?) -->\n\| key \| needed \| what it is \|\n\|[-|]+\n((?:\|.*\n)+)")
SCALAR: Schema = {"type": ["string", "number", "boolean"]}
TEXT: Schema = {"type": ["string", "number"]}
SNAKE: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
KEBAB: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}
CONDITION: Schema = {"$ref": "#/$defs/condition"}
EITHER: Schema = {
    "description": "Alternatives: one of these conditions must hold.",
    "type": "array",
    "items": CONDITION,
    "minItems": 1,
}  # fmt: skip
TESTS: Schema = {"$ref": "#/$defs/tests"}
_KEY_OF_A_TEST = "^(every +)?[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?$"


def one_of(words: object) -> Schema:
    """One word of a closed list."""
    return {"enum": list(words)}  # type: ignore[call-overload]


def like(words: object) -> Schema:
    """One word of a list that a pack may widen: an editor offers those that every pack knows."""
    return {"anyOf": [one_of(words), {"type": "string"}]}


def some(item: Schema) -> Schema:
    """A list; one value stands for a list of one."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def listed(construct: str) -> Schema:
    """A list of constructs."""
    return {"type": "array", "items": {"$ref": f"#/$defs/{construct}"}}


def mapped(item: Schema, names: Schema | None = None) -> Schema:
    """A map from names to something."""
    return {"type": "object", "additionalProperties": item, **({"propertyNames": names} if names else {})}


PARTY, DESK, NAMES = like(ROLES), one_of(DESKS), some(SNAKE)
KIND = like(VOCABULARY)
RULES: Schema = {"anyOf": [{"type": "string", "pattern": "\\.csv$"}, {"type": "array"}]}
_RULE = {"id": KEBAB, "if": CONDITION, "clause": TEXT}
_BURDEN = {"must_show": mapped(one_of(("yes", "no"))) | {"minProperties": 1, "maxProperties": 1}, "unclear": PARTY}

# What stands under a key, by construct as the tables of the reference name it.
TYPES: Mapping[str, Mapping[str, Schema]] = {
    "the policy": {
        "policy": SNAKE, "title": TEXT, "version": TEXT, "extends": SNAKE, "languages": some(one_of(LANGUAGES)),
        "zone": {"type": "string"}, "roles": mapped(one_of(ROLES)), "profiles": some(one_of(PROFILES)),
    },
    "parameter": {"unit": one_of(UNITS), "clause": TEXT},
    "kind": {
        "submitted_by": some(PARTY), "happened": SNAKE,
        "fields": mapped({"anyOf": [
            one_of(("money", "time", "text", "yes_no", *NUMBERS)),
            {"type": "array", "items": SNAKE, "minItems": 1}, {"$ref": "#/$defs/field"},
        ]}, SNAKE),
    },
    "field": {"set_of": {"type": "array", "items": SNAKE, "minItems": 1}},
    "derived field": {"unit": one_of(DERIVED_UNITS), "formula": TEXT},
    "period": {"clause": TEXT, "days": some(TEXT), "in": some(TEXT)},
    "signal": {
        "if": TESTS, "strength": one_of(list(STRENGTHS)[1:]), "held_by": PARTY, "group": SNAKE, "private": TEXT,
    },
    "a question": {
        "question": SNAKE, "clause": TEXT, "desk": DESK, "standard": one_of(("ordinary", "clear")),
        "raised": {"$ref": "#/$defs/raised"}, **_BURDEN, "otherwise": {"anyOf": [SNAKE, {"type": "boolean"}]},
        "yes": listed("argument"), "no": listed("argument"), "answers": mapped(listed("argument"), SNAKE),
        "shift": listed("shift"), "only_counts": listed("only_counts"), "scope": one_of(SCOPES),
    },
    "`raised` of": {"raised_by": PARTY, "any": NAMES},
    "an argument": {
        **_RULE, "all": NAMES, "any": NAMES, "at_least": {"$ref": "#/$defs/at_least"}, "unless": NAMES,
        "worth": one_of(list(STRENGTHS)[1:]),
    },
    "`at_least` of": {"k": SCALAR, "of": NAMES},
    "a shift": {**_RULE, **_BURDEN},
    "an `only_counts` rule": {**_RULE, "yes": some(KEBAB), "no": some(KEBAB)},
    "a claim": {
        "claim": SNAKE, "by": PARTY, "clause": TEXT, "evidence": mapped({"$ref": "#/$defs/evidence"}),
        "first": {"anyOf": [{"$ref": "#/$defs/gate"}, listed("gate")]},
        "heads": mapped({"$ref": "#/$defs/head"}, SNAKE),
        "measures": listed("measure"), "routes": listed("route"), "guarantees": listed("guarantee"),
    },
    "evidence of": {"required": some(KIND), "any_of": some(KIND), "optional": some(KIND)},
    "head": {
        "to": PARTY, "amount": TEXT, "cap": TEXT, "what": RULES | {"anyOf": [RULES["anyOf"][0], listed("what")]},
        "who": RULES | {"anyOf": [RULES["anyOf"][0], listed("who")]}, "ranking": some(KEBAB),
    },
    "a `what` rule": {**_RULE, "amount": TEXT, "over": some(KEBAB), "then": {"$ref": "#/$defs/then"}},
    "a `who` rule": {**_RULE, "bearer": PARTY, "over": some(KEBAB)},
    "`then` of": {"ask": KIND, "within": SNAKE},
    "a gate": {**_RULE, "else": one_of(("refuse", "human", "propose")), "desk": DESK},
    "a measure": {**_RULE, "to": PARTY, "measure": one_of(MEASURES), "lasts": SNAKE, "category": one_of(CATEGORIES)},
    "a route": {**_RULE, "route": one_of(ROUTES), "desk": DESK, "letters": one_of(("none",))},
    "a guarantee": {**_RULE, "to": PARTY, "never_bears": SNAKE, "never_auto": one_of(ADVERSE_MEASURES)},
    "meaning": {"says": some(TEXT), "denies": some(TEXT)},
}  # fmt: skip

# By file: what its whole is, and which constructs stand in it under which names.
FILES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "policy": ("the policy", {}),
    "parameters": ("map of parameter", {}),
    "records": ("map of kind", {"field": "field"}),
    "derived": ("map of derived field", {}),
    "periods": ("map of period", {}),
    "signals": ("map of signal", {}),
    "question": ("a question", {
        "raised": "`raised` of", "argument": "an argument", "at_least": "`at_least` of", "shift": "a shift",
        "only_counts": "an `only_counts` rule",
    }),
    "claim": ("a claim", {
        "evidence": "evidence of", "head": "head", "what": "a `what` rule", "who": "a `who` rule", "then": "`then` of",
        "gate": "a gate", "measure": "a measure", "route": "a route", "guarantee": "a guarantee",
    }),
    "lexicon": ("map of meaning", {}),
}  # fmt: skip
_PLACES = {
    "question": "questions/*.yaml", "claim": "claims/*.yaml",
    "lexicon": " or ".join(f"lexicon/{language}.yaml" for language in READ_LANGUAGES),
}  # fmt: skip


def pages() -> dict[Path, str]:
    """Every schema as the text of its file, and the page that says how an editor finds them."""
    found = {FOLDER / f"{name}.schema.json": _text(schema(name)) for name in FILES}
    return {**found, FOLDER / "README.md": _readme()}


def schema(name: str) -> Schema:
    """The schema of one file of a pack."""
    whole, parts = FILES[name]
    single = whole.removeprefix("map of ")
    place = _PLACES.get(name, f"{name}.yaml")
    found: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"{place} of a policy pack"}
    if whole == single:
        found |= construct(single)
    else:
        names = (
            {"pattern": "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$"} if name == "derived" else {"pattern": SNAKE["pattern"]}
        )
        found |= {"type": "object", "propertyNames": names, "additionalProperties": construct(single)}
    definitions = {short: construct(long) for short, long in parts.items()}
    if any(text in _text(found) + _text(definitions) for text in ("#/$defs/condition", "#/$defs/tests")):
        definitions |= {"condition": _condition(), "tests": _tests()}
    return found | ({"$defs": definitions} if definitions else {})


def construct(name: str) -> Schema:
    """The keys of one construct, with what the reference says about each."""
    table = key_tables()[name]
    types = TYPES[name]
    properties = {
        key: {"description": meaning, **types[key]} for key, (_, meaning) in table.items() if not key.startswith("from")
    }
    found: Schema = {
        "type": "object",
        "properties": properties,
        "required": [key for key, (needed, _) in table.items() if needed == "yes"],
        "additionalProperties": False,
    }
    if name == "parameter":
        found["patternProperties"] = {"^from ": {"description": table["from …"][1], **SCALAR}}
    if name == "an `only_counts` rule":
        found |= {"propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"}, "additionalProperties": some(KEBAB)}
    return found


def key_tables() -> dict[str, dict[str, tuple[str, str]]]:
    """The tables of keys in the reference: by construct and key, whether it is needed and what it is."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for page in sorted(LANGUAGE.glob("*.md")):
        for name, rows in _TABLE.findall(page.read_text(encoding="utf-8")):
            table = found.setdefault(name, {})
            for row in rows.splitlines():
                keys, needed, meaning = (cell.strip() for cell in row.strip("|").split(" | "))
                for key in re.findall(r"`([^`]+)`", keys):
                    table[key] = needed, re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", meaning)
    return found


def _condition() -> Schema:
    return {"anyOf": [TESTS, {"type": "array", "items": CONDITION, "minItems": 1}]}


def _tests() -> Schema:
    """A map of tests: fields that every pack knows are offered with their words; others may be any."""
    fields = {
        f"{kind}.{name}": _check(kind, name, typed) for kind, own in VOCABULARY.items() for name, typed in own.items()
    }
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": _KEY_OF_A_TEST},
        "properties": fields | {"any": EITHER},
        "additionalProperties": some(SCALAR),
    }


def _check(kind: str, name: str, typed: FieldType) -> Schema:
    match typed:
        case EnumType(values) | SetType(EnumType(values)):
            if (kind, name) in OPEN_WORDS or name == "withheld" or values == ROLES:
                return some(like((*values, "known", "unknown")))
            words = {"enum": [*values, "known", "unknown", *(f"not {word}" for word in values)]}
            # `not` may be parted from its word by several blanks.
            return some({"anyOf": [words, {"type": "string", "pattern": "^not "}]})
        case YesNoType():
            return some({"anyOf": [one_of(("yes", "no", "known", "unknown")), {"type": ["boolean", "string"]}]})
        case MoneyType() | NumberType() | TimeType():
            pattern = "^(known|unknown|\\s*(>|<|=).*|.*\\.\\..*)$"
            return {"type": "string", "pattern": pattern, "examples": ["> 150", "10..20", "known"]}
    return one_of(("known", "unknown"))


def _text(found: Schema) -> str:
    return dumps(found, indent=1, ensure_ascii=False) + "\n"


def _readme() -> str:
    lines = [
        "# Schemas of a pack's files", "",
        "An editor with a YAML language server (Visual Studio Code with the extension YAML, Neovim, IntelliJ …) "
        "completes keys and words, says what each key is, and marks what the language never has. It needs one line at "
        "the top of a file:", "",
        "```yaml",
        "# yaml-language-server: $schema=../.schemas/signals.schema.json",
        "```", "",
        "`arbiter new policy` writes these lines, and the schemas beside the pack into `.schemas/`. A schema knows "
        "neither your own kinds nor your names. `arbiter check` does.", "",
        "| file | schema |", "|---|---|",
        *(f"| `{_PLACES.get(name, f'{name}.yaml')}` | [{name}.schema.json]({name}.schema.json) |" for name in FILES),
        "| a case file | [case.schema.json](../case.schema.json) |", "",
        "Programs may check what `arbiter report --format dsa` writes with "
        "[dsa-statements.schema.json](dsa-statements.schema.json).",
        "A letter in its JSON form, `arbiter report … --format json`, has [letter.schema.json](letter.schema.json).",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"
