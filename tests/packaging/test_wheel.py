"""What people install must be what we test: the wheel, built from the sdist, in an environment of its own."""

import json
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path

import pytest

from arbiter import CaseFile, decide, load_policy, report
from arbiter.reference import codes, page_of, schemas
from arbiter.version import __version__

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.packaging


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a command that must succeed."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it. Dependencies are this environment's, so nothing is downloaded."""
    work = tmp_path_factory.mktemp("packaging")
    run(sys.executable, "-m", "build", "--no-isolation", "--sdist", "--outdir", work, ROOT, cwd=work)
    sdist = next(work.glob("*.tar.gz"))
    with tarfile.open(sdist) as archive:
        archive.extractall(work, filter="data")
    source = work / sdist.name.removesuffix(".tar.gz")
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", work, source, cwd=work)
    environment = work / "fresh"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", next(work.glob("*.whl")), cwd=work)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=work).strip())
    # A path added by a .pth file is not itself searched for .pth files: the checkout's editable install stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment


def ask(installed: Path, code: str) -> object:
    """What a program in the fresh environment prints as JSON."""
    return json.loads(run(installed / "bin" / "python", "-c", code, cwd=installed))


def test_an_installed_wheel_finds_the_same_packs_as_the_checkout(installed: Path) -> None:
    names = "('parcel', 'meal', 'exchange')"
    code = f"import json; from arbiter import load_policy as l; print(json.dumps({{n: l(n).digest for n in {names}}}))"
    assert ask(installed, code) == {name: load_policy(name).digest for name in ("parcel", "meal", "exchange")}


def test_an_installed_wheel_explains_every_diagnostic(installed: Path) -> None:
    code = (
        "import json; from arbiter.reference import codes, page_of; print(json.dumps({c: page_of(c) for c in codes()}))"
    )
    assert ask(installed, code) == {code: page_of(code) for code in codes()}


def test_an_installed_wheel_has_the_schemas_for_editors(installed: Path) -> None:
    assert (
        ask(installed, "import json; from arbiter.reference import schemas; print(json.dumps(schemas()))") == schemas()
    )


def test_a_new_pack_of_an_installed_wheel_is_sound(installed: Path, tmp_path: Path) -> None:
    """The files that a new pack is made from travel in the wheel."""
    run(installed / "bin" / "arbiter", "new", "policy", "hire", cwd=tmp_path)
    assert "1 claim, 2 questions" in run(installed / "bin" / "arbiter", "check", "hire", cwd=tmp_path)


def test_both_import_names_come_from_the_wheel_and_not_from_the_checkout(installed: Path) -> None:
    code = "import json, arbiter, evidence; print(json.dumps([arbiter.__file__, evidence.__file__]))"
    for place in ask(installed, code):  # type: ignore[attr-defined]
        assert Path(place).is_relative_to(installed)


def test_both_import_names_belong_to_the_distribution(installed: Path) -> None:
    """Distributions called `arbiter` and `evidence` exist; ours must own both names where it is installed."""
    code = (
        "import json; from importlib.metadata import files; "
        "print(json.dumps(sorted({f.parts[0] for f in files('dispute-arbiter') if f.name == '__init__.py'})))"
    )
    assert ask(installed, code) == ["arbiter", "evidence"]


def test_the_demo_works_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """The example case travels in the wheel, so the first command of a stranger ends in letters."""
    shown = run(installed / "bin" / "arbiter", "demo", "--out", tmp_path / "letters", cwd=tmp_path)
    assert "carrier pays 80.00 EUR to buyer" in shown
    assert len(list((tmp_path / "letters").glob("*.html"))) == 12


def test_a_letter_as_pdf_works_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """Fonts, their licence and the page travel in the wheel: the letter has the bytes of the checkout's."""
    case = ROOT / "examples" / "3-scanned-elsewhere"
    command = installed / "bin" / "arbiter"
    run(command, "decide", case, "--out", tmp_path, cwd=tmp_path)
    (file,) = tmp_path.glob("D-*.json")
    run(command, "report", file, "--case", case, "--for", "buyer", "--lang", "zh", "-o", "letter.pdf", cwd=tmp_path)
    read, policy = CaseFile.read(case), load_policy("parcel")
    expected = report(decide(read, policy), read, policy, audience="buyer", language="zh", form="pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == expected
    code = "import json; from arbiter.report.glyphs import FONTS; print(json.dumps((FONTS / 'OFL.txt').read_text()))"
    assert "SIL OPEN FONT LICENSE" in str(ask(installed, code))


def test_the_version_is_told_without_loading_a_case(installed: Path) -> None:
    assert run(installed / "bin" / "arbiter", "--version", cwd=installed).strip() == f"arbiter {__version__}"
