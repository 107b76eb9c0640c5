"""Pages of the language's reference that are made from the code: built-in kinds, the worked pack and its texts.

Owns their form. Fields and words come from the vocabulary of conditions, files from the pack, messages from the check.
"""

from collections.abc import Iterable
from pathlib import Path

from arbiter.policy.checks.texts import needed_texts
from arbiter.policy.load import load_policy
from arbiter.policy.parse.reader import Problems
from evidence import (
    MODELS,
    ROLES,
    SUBMITTERS,
    VOCABULARY,
    EnumType,
    FieldType,
    MoneyType,
    NumberType,
    SetType,
    TextType,
    TimeType,
)
from evidence.records import OPEN_WORDS, BaseRecord

FOLDER = Path(__file__).resolve().parent / "reference" / "language"
PACK, CASE = FOLDER / "tools", FOLDER / "tools-case.yaml"
FILES = (
    "policy.yaml", "records.yaml", "parameters.yaml", "signals.yaml", "questions/broken.yaml",
    "questions/came_broken.yaml", "claims/broken_return.yaml", "texts/en.ftl", "manual.md",
)  # fmt: skip
_EVERYWHERE = ("submitted_by", "received_at", "captured_at", "file")
_MINUTES = tuple(name for name in VOCABULARY["claim"] if name.startswith("minutes_after_"))
_NOT_OF_RECORDS = {
    "claim": "What is claimed: the claim that is decided. You do not write it under `records`.",
    "item": "One claimed line of the order, or one unit of it: only where a question has `scope: item` or `unit`. "
    "You do not write it under `records`.",
}
_MEANS = {
    ("claim", "amount"): "what is asked for",
    ("claim", "claim"): "its name",
    ("item", "price"): "what the claimed part of the line costs",
    ("item", "unit_price"): "what one unit costs",
    ("item", "quantity"): "how many were ordered",
    ("item", "claimed"): "how many are claimed",
    ("order", "total"): "all that the buyer paid",
    ("order", "price"): "the goods alone",
    ("order", "has_items"): "whether the order lists lines; computed",
    ("order", "region"): "where it goes: `DE`, `DE-HB`",
    ("tracking_event", "distance_m"): "from the order's `place` to the record's `place`; computed",
    ("courier_report", "distance_m"): "from the order's `place` to the report's `position`; computed",
    ("tracking_event", "is_last_delivered"): "whether it is the last delivery scan of its shipment; computed",
    ("tracking_event", "minutes_late"): "after `order.promised_by`, of a delivery scan; below zero: early; computed",
    ("handover", "minutes_late"): "after `order.promised_by`; computed",
    ("reading", "of_submitted_by"): "who submitted the record that is read; computed",
    ("reading", "of_captured_at"): "when the photo or other record that is read was captured; computed",
    ("notice", "answer"): "`open` before the deadline, `none` after it; computed",
    (
        "notice",
        "withheld",
    ): "the kinds it asked for and of which nothing has come when its time is over; computed",
    ("notice", "minutes_to_answer"): "from `sent_at` to `answered_at`; computed",
}
_ONLY_WRITTEN = {
    "place": "a point, `{lat: 53.07500, lon: 8.80700}`",
    "position": "a point, `{lat: 53.07500, lon: 8.80700}`",
    "items": "lines, `[{id: drill, title: Drill, quantity: 2, price: 60.00 EUR}]`",
    "of": "the id of the record that was read",
    "shown": "ids of records",
}


def pages() -> dict[Path, str]:
    """Every page with its content."""
    return {FOLDER / "built-in-kinds.md": _kinds(), FOLDER / "worked-pack.md": _worked()}


def says_type(declared: FieldType) -> str:
    """A type as authors know it."""
    match declared:
        case EnumType(values):
            return "a party" if values == ROLES else ", ".join(f"`{word}`" for word in values)
        case SetType(EnumType(values)):
            return "some of " + ", ".join(f"`{word}`" for word in values)
        case MoneyType():
            return "money"
        case NumberType(unit):
            return f"a number of `{unit}`"
        case TimeType():
            return "a time"
        case TextType():
            return "text: `known` or `unknown`"
    return "`yes`, `no`"


def _kinds() -> str:
    lines = [
        "# Built-in kinds of record", "",
        "Conditions may test these fields. A pack may [declare more kinds](records.md), more words, and "
        "[computed fields](derived.md).", "",
        "Every record has, besides its own fields:", "",
        *_table((name, says_type(VOCABULARY["order"][name]), "") for name in _EVERYWHERE), "",
        "Every kind with a time of its own has, computed, in minutes: " + ", ".join(f"`{name}`" for name in _MINUTES)
        + ". They count from the order, from the first acceptance scan and the last delivery scan of the same "
        "shipment, and from the filing of the claim.", "",
        "A field marked *open* takes more words: list them in `records.yaml`.",
    ]  # fmt: skip
    for kind, fields in VOCABULARY.items():
        lines += ["", f"## {kind}", "", *_about(kind), ""]
        own = [name for name in fields if (name not in _EVERYWHERE and name not in _MINUTES) or kind == "claim"]
        lines += _table((name, says_type(fields[name]), _remark(kind, name)) for name in own)
        written = _written_only(kind)
        if written:
            lines += ["", "Only in case files: " + "; ".join(written) + "."]
    return "\n".join(lines) + "\n"


def _about(kind: str) -> list[str]:
    if kind in _NOT_OF_RECORDS:
        return [_NOT_OF_RECORDS[kind]]
    who = ", ".join(f"`{role}`" for role in ROLES if role in SUBMITTERS[kind])
    sent = "anyone" if len(SUBMITTERS[kind]) == len(ROLES) else who
    needed = [
        info.alias or name
        for name, info in MODELS[kind].model_fields.items()
        if info.is_required() and name not in ("id", "kind", "submitted_by")
    ]
    told = ", ".join(f"`{name}`" for name in needed) or "nothing more than every record"
    return [f"{MODELS[kind].__doc__} Submitted by: {sent}. A case file must give: {told}."]


def _remark(kind: str, name: str) -> str:
    return "; ".join(part for part in (_MEANS.get((kind, name), ""), "*open*" * ((kind, name) in OPEN_WORDS)) if part)


def _written_only(kind: str) -> list[str]:
    """Fields that a record has and no condition tests."""
    if kind not in MODELS:
        return []
    known = {*VOCABULARY[kind], *BaseRecord.model_fields, "kind"}
    names = [name for name, info in MODELS[kind].model_fields.items() if (info.alias or name) not in known]
    return [f"`{name}`: {_ONLY_WRITTEN[name]}" for name in names]


def _table(rows: Iterable[tuple[str, str, str]]) -> list[str]:
    return ["| field | type | |", "|---|---|---|", *(f"| `{name}` | {typed} | {more} |" for name, typed, more in rows)]


def _worked() -> str:
    lines = [
        "# The tools pack, whole", "",
        "A marketplace where people hire tools. A lender who gets a tool back broken may claim its repair. The hirer "
        "may say that it came broken. The files stand in [tools/](tools), the case in "
        "[tools-case.yaml](tools-case.yaml): "
        "`arbiter check docs/reference/language/tools`.",
    ]  # fmt: skip
    for name in FILES:
        text = (PACK / name).read_text(encoding="utf-8").rstrip("\n")
        lines += ["", f"## {name}", "", f"```{Path(name).suffix[1:]}", text, "```"]
    lines += ["", "## A case", "", "```yaml", CASE.read_text(encoding="utf-8").rstrip("\n"), "```"]
    lines += [
        "",
        "## The sentences it needs",
        "",
        "What `arbiter check` looks for in `texts/en.ftl` and its parent:",
        "",
    ]
    wanted: dict[str, list[str]] = {}
    for (name, attribute), _ in needed_texts(load_policy(PACK), Problems()):
        wanted.setdefault(name, []).extend([f"`.{attribute}`"] if attribute else [])
    lines += ["| message | attributes |", "|---|---|"]
    lines += [f"| `{name}` | {', '.join(dict.fromkeys(found))} |" for name, found in wanted.items()]
    return "\n".join(lines) + "\n"
