"""Every value stays the text that was written, and nothing in a file may crash or mislead the reader."""

import json
from pathlib import Path

import pytest
import yaml

from evidence import Null, Scalar, Span, read_document, read_json, read_yaml, span_at, to_plain, yaml_reader
from evidence.source import LIMITS, Limits, Mapping, Sequence, from_plain


@pytest.fixture(params=["c", "pure"])
def both_loaders(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader must not depend on whether the fast loader was built."""
    loader = yaml.SafeLoader if request.param == "pure" else yaml_reader._LOADER
    monkeypatch.setattr(yaml_reader, "_LOADER", loader)


def codes_of(text: str, reader: object = read_yaml) -> list[str]:
    node, found = reader(text, "f")  # type: ignore[operator]
    assert (node is None) == bool(found)
    return [diag.code for diag in found]


@pytest.mark.usefixtures("both_loaders")
def test_yaml_scalars_stay_text() -> None:
    text = "a: no\nb: 1.10\nc: 2026-01-01\nd: 0x1F\ne: ~\nf:\ng: ''\nh: 'null'\ni: <<\nj: =\nk: 12:30:45\nl: null\n"
    node, found = read_yaml(text, "f")
    assert found == []
    assert node is not None
    assert to_plain(node) == {
        "a": "no", "b": "1.10", "c": "2026-01-01", "d": "0x1F", "e": None, "f": None, "g": "", "h": "null",
        "i": "<<", "j": "=", "k": "12:30:45", "l": None,
    }  # fmt: skip


@pytest.mark.usefixtures("both_loaders")
def test_yaml_places() -> None:
    node, _ = read_yaml("名: 'b'\nlist:\n  - [x, yy]\n", "f")
    assert node is not None
    assert span_at(node, ("名",)) == Span("f", 1, 4, 3)
    assert span_at(node, ("list", 0, 1)) == Span("f", 3, 9, 2)
    assert span_at(node, ("list", 0)) == Span("f", 3, 5, 7)
    assert span_at(node, ("list", 0, 9, "deeper")) == Span("f", 3, 5, 7)


def test_quoting_is_remembered() -> None:
    node, _ = read_yaml("{a: 80, b: '80'}", "f")
    assert isinstance(node, Mapping)
    assert [value.quoted for _, value in node.entries if isinstance(value, Scalar)] == [False, True]
    assert isinstance(node.get("zzz"), type(None))


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [1,\n", "ARB103"),
        ("'abc", "ARB103"),
        ("a: b: c", "ARB103"),
        ("\tb: 1", "ARB103"),
        ("a: \x01", "ARB103"),
        ("a: \x85\x86", "ARB103"),
        ("a: \ud800x", "ARB103"),
        ('a: "\\ud800"', "ARB103"),
        ('a: "\\0"', "ARB103"),
        ("? [a]\n: b", "ARB103"),
        ("~: b", "ARB103"),
        ("%YAML 3.0\n---\na", "ARB103"),
        ("a: 1\nb: 2\na: 3", "ARB104"),
        ("{a: {b: 1, b: 2}}", "ARB104"),
        ("a: &x 1\nb: *x", "ARB105"),
        ("a: *x", "ARB105"),
        ("a: !!str x", "ARB105"),
        ("!thing {a: b}", "ARB105"),
        ("[" * 51 + "]" * 51, "ARB106"),
        ("", "ARB108"),
        ("# only a remark\n", "ARB108"),
        ("---\n", "ARB108"),
        ("~", "ARB108"),
        ("--- a\n--- b", "ARB108"),
    ],
)
def test_yaml_refusals(text: str, code: str) -> None:
    assert codes_of(text) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1,}', "ARB103"),
        ("[1,]", "ARB103"),
        ("[1 2]", "ARB103"),
        ("{a: 1}", "ARB103"),
        ("{'a': 1}", "ARB103"),
        ('{"a" 1}', "ARB103"),
        ('{"a": }', "ARB103"),
        ('{"a": 01}', "ARB103"),
        ('{"a": 1.}', "ARB103"),
        ('{"a": +1}', "ARB103"),
        ('{"a": NaN}', "ARB103"),
        ('{"a": True}', "ARB103"),
        ('{"a": "b', "ARB103"),
        ('{"a": "\\x"}', "ARB103"),
        ('{"a": "line\nbreak"}', "ARB103"),
        ('{"a": "\\ud800"}', "ARB103"),
        ('{"a": "\\u0000"}', "ARB103"),
        ('{"a": 1', "ARB103"),
        ("[", "ARB103"),
        ("]", "ARB103"),
        ('{"a": 1, "a": 2}', "ARB104"),
        ('{"a": 1, "\\u0061": 2}', "ARB104"),
        ("[" * 51, "ARB106"),
        ('{"a":' * 51, "ARB106"),
        ("", "ARB108"),
        (" \n ", "ARB108"),
        ("null", "ARB108"),
        ("{} {}", "ARB108"),
    ],
)
def test_json_refusals(text: str, code: str) -> None:
    assert codes_of(text, read_json) == [code]


def test_json_values() -> None:
    text = '{"a": 1.10, "b": true, "c": [false, null, -2e5], "d": "\\ud83d\\ude00\\n", "e": {}, "f": []}'
    node, found = read_json(text, "f")
    assert found == []
    assert node is not None
    assert to_plain(node) == {
        "a": "1.10",
        "b": "yes",
        "c": ["no", None, "-2e5"],
        "d": "😀\n",
        "e": {},
        "f": [],
    }


def test_json_places() -> None:
    node, _ = read_json('{\n  "a": [10,\n  "x"]}', "f")
    assert node is not None
    assert span_at(node, ("a", 0)) == Span("f", 2, 9, 2)
    assert span_at(node, ("a", 1)) == Span("f", 3, 3, 3)


def test_a_duplicate_key_shows_the_first() -> None:
    for reader, text in ((read_yaml, "a: 1\nb: 2\na: 3"), (read_json, '{"a": 1,\n"b": 2,\n"a": 3}')):
        _, (diag,) = reader(text, "f")
        assert diag.span is not None
        assert (diag.span.line, diag.related[0][1].line) == (3, 1)


def test_depth_is_counted_the_same_in_both() -> None:
    text = "[" * 50 + "]" * 50
    assert codes_of(text) == []
    assert codes_of(text, read_json) == []


def test_a_million_brackets_are_refused_at_once() -> None:
    assert codes_of("[" * 1_000_000) == ["ARB106"]
    assert codes_of("- " * 1_000_000) == ["ARB106"]
    assert codes_of("[" * 1_000_000, read_json) == ["ARB106"]


def test_size_is_limited() -> None:
    assert [diag.code for diag in read_yaml("a: " + "x" * 100, "f", Limits(size=50))[1]] == ["ARB107"]
    assert [diag.code for diag in read_json('"' + "x" * 100 + '"', "f", Limits(size=50))[1]] == ["ARB107"]


def test_the_message_is_in_our_voice() -> None:
    for text in ("a: [1,\n", "a: b: c", "'abc", "a: *x"):
        _, (diag,) = read_yaml(text, "f")
        assert not diag.message.endswith(".")
        assert diag.message[0].islower()
        assert diag.help


class TestFiles:
    def test_bytes_that_are_not_utf_8(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"a: 1\nb: \xff\n")
        _, (diag,) = read_document(path, "shown.yaml")
        assert (diag.code, diag.span) == ("ARB102", Span("shown.yaml", 2, 4, 1))

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
    def test_utf_16_is_named(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "a.json"
        path.write_bytes('{"é": 1}'.encode(encoding))
        _, (diag,) = read_document(path)
        assert diag.code == "ARB102"
        assert "UTF-16" in (diag.help or "")

    def test_a_byte_order_mark_is_accepted(self, tmp_path: Path) -> None:
        for name in ("a.yaml", "a.json"):
            path = tmp_path / name
            path.write_bytes(b'\xef\xbb\xbf{"a": "b"}')
            node, found = read_document(path)
            assert found == []
            assert node is not None
            assert to_plain(node) == {"a": "b"}

    def test_what_is_not_there_or_not_a_document(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("a: b")
        (tmp_path / "d.yaml").mkdir()
        for name in ("none.yaml", "a.txt", "d.yaml", "x\0.yaml", "y" * 5000 + ".yaml"):
            node, (diag,) = read_document(tmp_path / name)
            assert node is None
            assert diag.code == "ARB101"

    def test_a_large_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        path.write_bytes(b" " * (LIMITS.size + 1))
        _, (diag,) = read_document(path)
        assert diag.code == "ARB107"


def test_values_of_a_program_become_text() -> None:
    node = from_plain({"a": 1, "b": 1.5, "c": True, "d": None, "e": ["x", 1e-7], "f": 1e22})
    expected = {"a": "1", "b": "1.5", "c": "yes", "d": None, "e": ["x", "0.0000001"], "f": "1" + "0" * 22}
    assert to_plain(node) == expected
    assert isinstance(node, Mapping)
    assert isinstance(node.get("d"), Null)
    assert isinstance(node.get("e"), Sequence)


def test_json_reads_like_the_standard_library() -> None:
    value = {"k": ["a", {"b": 'c\t"\\/é'}], "n": "12"}
    node, _ = read_json(json.dumps(value, indent=1), "f")
    assert node is not None
    assert to_plain(node) == value
