"""The picture in the README, made from a real letter in Chromium. Run it after letters change their looks."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from arbiter import CaseFile, decide, load_policy, report

ROOT = Path(__file__).parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main() -> int:
    """Write docs/pictures/letter.png. Returns an exit code."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("chromium is missing: install it to make pictures\n")
        return 1
    policy, case = load_policy("parcel"), CaseFile.read(ROOT / "examples" / "3-scanned-elsewhere")
    letter = report(decide(case, policy), case, policy, audience="seller", language="en", form="html")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "letter.html"
        page_file.write_text(letter, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 760, "height": 1180})
        page.goto(page_file.as_uri())
        page.screenshot(path=ROOT / "docs" / "pictures" / "letter.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
