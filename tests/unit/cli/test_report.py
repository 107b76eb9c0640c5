"""`arbiter report` and `arbiter demo`."""

from pathlib import Path

import pytest

from arbiter import CaseFile, Decision, load_policy, report

from .conftest import ELSEWHERE, EXAMPLES, Run, RunApart


def test_a_report_goes_to_stdout(run: Run, decided: Path, elsewhere: Decision) -> None:
    result = run("report", decided, "--case", ELSEWHERE, "--for", "seller", "--lang", "ru", "--format", "html")
    expected = report(
        elsewhere, CaseFile.read(ELSEWHERE), load_policy("parcel"), audience="seller", language="ru", form="html"
    )
    assert result.exit_code == 0
    assert result.stdout_bytes.rstrip(b"\n") == expected.encode().rstrip(b"\n")


def test_a_report_goes_to_a_file(run: Run, decided: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "letter.md"
    result = run("report", decided, "--case", ELSEWHERE, "--for", "buyer", "--format", "md", "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "80.00 EUR" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("letter.pdf", b"%PDF-"),
        ("letter.json", b"{"),
        ("letter.md", b"Case "),
        ("letter.html", b"<!doctype"),
        ("letter", b"<!doctype"),
    ],
)
def test_a_file_is_what_its_name_says(run: Run, decided: Path, tmp_path: Path, name: str, start: bytes) -> None:
    """Nobody gets a web page in a file that is called a PDF."""
    result = run("report", decided, "--case", ELSEWHERE, "--for", "buyer", "-o", tmp_path / name)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_the_form_that_is_asked_for_wins(run: Run, decided: Path, tmp_path: Path, elsewhere: Decision) -> None:
    path = tmp_path / "letter.txt"
    assert run("report", decided, "--case", ELSEWHERE, "--for", "buyer", "--format", "pdf", "-o", path).exit_code == 0
    case, policy = CaseFile.read(ELSEWHERE), load_policy("parcel")
    assert path.read_bytes() == report(elsewhere, case, policy, audience="buyer", form="pdf")


def test_a_pdf_goes_to_stdout_byte_for_byte(run_apart: RunApart, decided: Path) -> None:
    """A line break after it would be one byte that the letter does not have."""
    done = run_apart("report", decided, "--case", ELSEWHERE, "--for", "buyer", "--format", "pdf")
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.endswith(b"%%EOF")


def test_a_character_without_a_font_is_a_warning(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(
        (ELSEWHERE / "case.yaml").read_text(encoding="utf-8").replace("Ines Okafor", "김민준"), encoding="utf-8"
    )
    run("decide", case, "--out", tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    result = run("report", file, "--case", case, "--for", "buyer", "-o", tmp_path / "letter.pdf")
    assert result.exit_code == 0
    assert "warning[ARB548]" in result.stderr
    assert "`김` (U+AE40)" in result.stderr


def test_a_role_may_be_called_as_the_policy_calls_it(run: Run, tmp_path: Path) -> None:
    case = EXAMPLES / "5-courier-in-the-snow"
    run("decide", case, "--out", tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    options = ("report", file, "--case", case, "--format", "md", "--for")
    assert run(*options, "kitchen").exit_code == 0
    assert run(*options, "kitchen").stdout == run(*options, "seller").stdout


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--for", "sller", "did you mean `seller`?"),
        ("--for", "xyz", "one of agent"),
        ("--lang", "tlh", "en, ru, zh"),
        ("--format", "docx", "html"),
    ],
)
def test_what_is_not_known_is_a_usage_error(run: Run, decided: Path, option: str, value: str, words: str) -> None:
    result = run("report", decided, "--case", ELSEWHERE, "--for", "buyer", option, value)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


def test_a_decision_of_another_case_gets_no_report(run: Run, decided: Path) -> None:
    result = run("report", decided, "--case", EXAMPLES / "1-signed", "--for", "buyer")
    assert result.exit_code == 1
    assert "error[ARB" in result.stderr
    assert result.stdout == ""


def test_the_demo_decides_and_writes_every_letter(run: Run, tmp_path: Path, elsewhere: Decision) -> None:
    folder = tmp_path / "demo"
    result = run("demo", "--out", folder)
    assert result.exit_code == 0
    assert "carrier pays 80.00 EUR to buyer" in result.stdout
    readers, languages = ("buyer", "seller", "carrier", "agent"), ("en", "ru", "zh")
    letters = {f"letter-{who}-{language}.html" for who in readers for language in languages}
    assert {path.name for path in folder.iterdir()} == letters | {f"{elsewhere.id}.json"}
    for name in letters:
        assert f"written to {folder / name}" in result.stdout
    assert "Try next:" in result.stdout


def test_what_the_demo_suggests_works(run: Run, tmp_path: Path) -> None:
    import shlex

    result = run("demo", "--out", tmp_path / "with a blank")
    commands = [shlex.split(line) for line in result.stdout.splitlines() if line.startswith("  arbiter ")]
    assert len(commands) == 4
    assert [run(*command[1:]).exit_code for command in commands] == [0, 0, 4, 0]


@pytest.fixture
def offer(run: Run, tmp_path: Path) -> tuple[object, ...]:
    """The arguments of a report about an offer that may be removed."""
    case = EXAMPLES / "parcel" / "counterfeit" / "referred-brand-denies"
    run("decide", case, "--out", tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    return "report", file, "--case", case


def test_short_forms_for_tickets(run: Run, decided: Path) -> None:
    reply = run("report", decided, "--case", ELSEWHERE, "--for", "seller", "--format", "reply")
    assert reply.exit_code == 0
    assert reply.stdout.startswith("**The carrier pays 80.00 EUR to the buyer.**\n")
    assert len(reply.stdout) <= 900
    note = run("report", decided, "--case", ELSEWHERE, "--format", "note", "--lang", "ru")
    assert note.exit_code == 0
    assert "Что нужно знать сотруднику" in note.stdout


@pytest.mark.parametrize("form", ["html", "md", "reply"])
def test_a_letter_needs_an_addressee(run: Run, decided: Path, form: str) -> None:
    """A note is for the employee; anything else is for somebody, and nobody is guessed."""
    result = run("report", decided, "--case", ELSEWHERE, "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--for" in result.stderr


def test_statements_of_reasons(run: Run, offer: tuple[object, ...]) -> None:
    """What a case does not say must be given: without it the command names it and fails, and writes nothing."""
    refused = run(*offer, "--format", "dsa")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.count("error[ARB553]") == 2
    assert "--effective" in refused.stderr
    told = run(*offer, "--format", "dsa", "--effective", "2026-05-06", "--content-date", "2026-01-05")
    assert (told.exit_code, told.stderr) == (0, "")
    assert '"application_date": "2026-05-06"' in told.stdout
    assert run(*offer, "--format", "dsa", "--effective", "6.5.2026").exit_code == 2


def test_a_letter_is_written_though_a_field_is_missing(run: Run, offer: tuple[object, ...]) -> None:
    """A warning beside the letter: whoever gets a measure is not left without reasons."""
    result = run(*offer, "--for", "seller", "--format", "md")
    assert result.exit_code == 0
    assert "warning[ARB551]: fields for `eu-p2b`: `mediators` is missing" in result.stderr
    assert "The measure rests on clause P-14.4" in result.stdout
    assert run(*offer, "--for", "buyer", "--format", "md").stderr == "", "it is not about the buyer"
    listed = run(*offer, "--format", "fields")
    assert listed.exit_code == 0
    assert '"fields_for"' in listed.stdout
