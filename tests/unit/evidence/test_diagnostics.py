"""People read these to mend a file: the caret must stand under what is wrong."""

import pytest

from evidence import Diagnostic, Span, as_json, did_you_mean, render, render_all

FILE = "rules/parcel/signals/courier.yaml"


def test_the_look_is_that_of_the_design() -> None:
    diag = Diagnostic(
        "ARB214",
        "error",
        "unknown field `distance_from_adress_m` of `courier_report`",
        Span(FILE, 14, 7, 22),
        "did you mean `distance_from_address_m`?",
    )
    lines = [""] * 13 + ['      distance_from_adress_m: "> gps_tolerance"']
    assert render(diag, lambda file: lines) == (
        "error[ARB214]: unknown field `distance_from_adress_m` of `courier_report`\n"
        "  ┌─ rules/parcel/signals/courier.yaml:14:7\n"
        '14 │       distance_from_adress_m: "> gps_tolerance"\n'
        "   │       ^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = help: did you mean `distance_from_address_m`?"
    )


def test_related_places_are_shown_with_their_label() -> None:
    diag = Diagnostic(
        "ARB104", "error", "duplicate key `a`", Span("f", 2, 1, 1), None, (("first", Span("f", 1, 1, 1)),)
    )
    shown = render(diag, lambda file: ["a: 1", "a: 2"]).splitlines()
    assert shown[4:] == [" ┌─ f:1:1", "1 │ a: 1", "  │ ^ first"]


@pytest.mark.parametrize(
    ("line", "column", "length", "caret"),
    [
        ("名前: 値x", 5, 2, "      ^^^"),
        ("\tkey: v", 2, 3, "    ^^^"),
        ("e\u0301te: x", 7, 1, "     ^"),
        ("", 1, 1, "^"),
        ("ab", 3, 1, "  ^"),
    ],
)
def test_the_caret_allows_for_the_width_of_characters(line: str, column: int, length: int, caret: str) -> None:
    shown = render(Diagnostic("ARB103", "error", "m", Span("f", 1, column, length)), lambda file: [line])
    assert shown.splitlines()[-1] == f"  │ {caret}"


def test_a_place_without_lines_is_still_named() -> None:
    diag = Diagnostic("ARB103", "warning", "m", Span("f", 7, 2, 1), None, (("here", Span("g", 9, 1, 1)),))
    expected = "warning[ARB103]: m\n ┌─ f:7:2\n ┌─ g:9:1\n  │ here"
    assert render(diag, None) == expected
    assert render(diag, lambda file: []) == expected


def test_a_file_in_one_line_does_not_fill_the_screen() -> None:
    line = "x" * 50_000 + "BAD" + "y" * 50_000
    shown = render(Diagnostic("ARB103", "error", "m", Span("f", 1, 50_001, 3)), lambda file: [line]).splitlines()
    assert len(shown[2]) < 200
    start = shown[3].index("^")
    assert shown[2][start : start + 3] == "BAD"


def test_user_text_cannot_move_the_cursor_or_reorder_the_line() -> None:
    shown = render(Diagnostic("ARB103", "error", "bad `\x1b[2J\u202e`\n", Span("f\r", 1, 1, 1)), lambda file: ["\x1b"])
    assert not set("\x1b\u202e\r") & set(shown)


def test_json_has_every_key() -> None:
    diag = Diagnostic("ARB103", "error", "m", Span("f", 1, 2, 3), "h", (("r", Span("f", 4, 5, 6)),))
    assert as_json(diag) == {
        "code": "ARB103",
        "severity": "error",
        "message": "m",
        "span": {"file": "f", "line": 1, "column": 2, "length": 3},
        "help": "h",
        "related": [{"label": "r", "span": {"file": "f", "line": 4, "column": 5, "length": 6}}],
    }
    assert as_json(Diagnostic("ARB103", "error", "m"))["span"] is None


def test_suggestions_do_not_depend_on_order() -> None:
    assert did_you_mean("mesage", ["photo", "message"]) == "message"
    assert did_you_mean("zzz", ["photo", "message"]) is None
    assert did_you_mean("ab", ["abc", "abd"]) == did_you_mean("ab", ["abd", "abc"])


def test_all_are_rendered_apart() -> None:
    assert (
        render_all([Diagnostic("A", "error", "m"), Diagnostic("B", "error", "n")], None) == "error[A]: m\n\nerror[B]: n"
    )
    assert render_all([], None) == ""
