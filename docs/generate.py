"""Documents that are made from the code. `--check` says whether they are current, and changes nothing."""

import sys
from json import dumps
from pathlib import Path

from evidence import case_schema

HERE = Path(__file__).parent
ROOT = HERE.parent


def documents() -> dict[Path, str]:
    """Every generated document with its content."""
    return {HERE / "reference" / "case.schema.json": dumps(case_schema(), indent=2, ensure_ascii=False) + "\n"}


def main(check: bool) -> int:
    """Write what is not current, or with `check` only name it. Returns an exit code."""
    stale = [
        path for path, text in documents().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        if check:
            sys.stderr.write(f"{path.relative_to(ROOT)} is not current: run python docs/generate.py\n")
        else:
            path.write_text(documents()[path], encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
