"""Names, ids and the order of records never matter: no condition can test them (machine check 13)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from arbiter.loading import check_policy
from evidence import VOCABULARY, EnumType, MoneyType, NumberType, SetType, TextType, TimeType, YesNoType
from evidence.records import MODELS

NAMES = {"id", "name", "about", "of", "shown", "items", "sha256", "note", "index", "position", "sequence"}
# Free text that says who somebody is, or lets one guess it.
TELLING = [("order", "address"), ("order", "carrier"), ("handover", "signed_name"), ("document", "issuer"),
           ("statement", "text"), ("message", "text"), ("photo", "caption"), ("context", "region")]  # fmt: skip
FIELDS = [(kind, field, declared) for kind, fields in VOCABULARY.items() for field, declared in fields.items()]


@pytest.mark.parametrize(("kind", "field", "declared"), FIELDS, ids=lambda value: str(value)[:30])
def test_a_field_is_closed_or_free_text(kind: str, field: str, declared: object) -> None:
    """A new field of a record is decided about here: is it a word of a list, or text that nobody may test?"""
    assert field not in NAMES
    assert isinstance(declared, EnumType | SetType | MoneyType | NumberType | TimeType | TextType | YesNoType)


def test_what_identifies_a_record_is_in_its_model_and_not_in_the_vocabulary() -> None:
    """Else the test above would pass because the fields were renamed."""
    for kind, model in MODELS.items():
        assert {"id", "about"} <= model.model_fields.keys()
        assert not {"id", "about"} & VOCABULARY[kind].keys()


@pytest.mark.parametrize(("kind", "field"), TELLING)
def test_telling_text_is_only_known_or_unknown(
    kind: str, field: str, packs: Path, change: Callable[[str, str, str], None]
) -> None:
    assert VOCABULARY[kind][field] == TextType()
    change("shop/signals.yaml", "reading.says: posting_receipt", f"{kind}.{field}: smith")
    assert [one.code for one in check_policy("shop")[1]] == ["ARB217"]
    change("shop/signals.yaml", f"{kind}.{field}: smith", f"{kind}.{field}: known")
    assert "ARB217" not in [one.code for one in check_policy("shop")[1]]


@pytest.mark.parametrize("name", ["id", "about"])
def test_a_pack_cannot_declare_what_identifies_a_record(name: str, packs: Path) -> None:
    (packs / "shop" / "records.yaml").write_text(f"visit: {{fields: {{{name}: [smith, jones]}}}}\n", encoding="utf-8")
    assert "ARB237" in [one.code for one in check_policy("shop")[1]]
