"""`arbiter show policy`: plain text into a pipe, and clear refusals."""

import pytest

from .conftest import Run, RunApart


def test_a_pipe_gets_plain_text(run_apart: RunApart) -> None:
    done = run_apart("show", "policy", "parcel", "--on", "2026-06-01")
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert text.startswith("# Parcels between buyer, seller and carrier\n")
    assert "at least 750.00\xa0EUR (`signature_from`)" in text
    assert "\x1b" not in text


def test_russian_is_asked_for_by_name(run: Run) -> None:
    result = run("show", "policy", "meal", "--lang", "ru", "--claim", "courier_cancelled")
    assert result.exit_code == 0
    assert "Доказывает курьер" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("parcel", "--lang", "tlh"), "no language of this pack: en, ru, zh"),
        (("parcel", "--claim", "not_recieved"), "did you mean `not_received`?"),
        (("parcel", "--on", "June"), "`June` is no day"),
    ],
)
def test_what_cannot_be_shown_is_told(run: Run, arguments: tuple[str, ...], told: str) -> None:
    result = run("show", "policy", *arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.replace("│", " ").split())


def test_a_pack_with_errors_is_told_as_check_tells_it(run: Run) -> None:
    result = run("show", "policy", "parzel")
    assert result.exit_code == 1
    assert "ARB110" in result.stderr
