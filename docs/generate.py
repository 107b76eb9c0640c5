"""Documents that are made from the code. `--check` says whether they are current, and changes nothing."""

import sys
from json import dumps
from pathlib import Path

import language_pages
import pack_pages
import policy_schemas
from diagnostic_pages import FOLDER, pages

from arbiter.report.data import letter_schema
from arbiter.report.profiles.database import SCHEMA, statements_schema
from evidence import case_schema

HERE = Path(__file__).parent
ROOT = HERE.parent


def documents() -> dict[Path, str]:
    """Every generated document with its content."""
    schema = dumps(case_schema(), indent=2, ensure_ascii=False) + "\n"
    letter = dumps(letter_schema(), indent=2, ensure_ascii=False) + "\n"
    return {
        HERE / "reference" / "case.schema.json": schema,
        HERE / "reference" / "schemas" / "letter.schema.json": letter,
        **pages(),
        **language_pages.pages(),
        **pack_pages.pages(),
        **policy_schemas.pages(),
        policy_schemas.FOLDER / SCHEMA: dumps(statements_schema(), indent=1, ensure_ascii=False) + "\n",
    }


def strays() -> list[Path]:
    """Pages of codes that the list does not have."""
    return sorted(set(FOLDER.glob("*")) - pages().keys())


def main(check: bool) -> int:
    """Write what is not current, or with `check` only name it. Returns an exit code."""
    wanted = documents()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in (*stale, *strays()):
        if check:
            sys.stderr.write(f"{path.relative_to(ROOT)} is not current: run python docs/generate.py\n")
        elif path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 1 if check and (stale or strays()) else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
