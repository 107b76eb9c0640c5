"""The letters as people see them: on a phone, in the dark, without scripts, and without asking anyone for anything."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from arbiter import CaseFile, Decision, Policy, decide, report
from arbiter.report.open_doors import audiences
from tests.unit.hostile import HOSTILE, hostile

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
PHONE = {"width": 360, "height": 640}
NUMBERS = range(1, 7)
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield running
        running.close()


@pytest.fixture
def look(browser: Any, tmp_path: Path) -> Iterator[Callable[..., tuple[Any, list[str]]]]:
    """Open a page from a file; gives it and every address that it asked for. One window for each kind of reader."""
    windows: dict[str, tuple[Any, list[str]]] = {}

    def opened(html: str, **options: Any) -> tuple[Any, list[str]]:
        if str(options) not in windows:
            context = browser.new_context(**{"viewport": PHONE, **options})
            asked: list[str] = []
            context.on("request", lambda request: asked.append(request.url))
            windows[str(options)] = context.new_page(), asked
        page, asked = windows[str(options)]
        file = tmp_path / "letter.html"
        file.write_text(html, encoding="utf-8")
        asked.clear()
        page.goto(file.as_uri())
        return page, asked

    yield opened
    for page, _ in windows.values():
        page.context.close()


def letters(example: Example, number: int) -> Iterator[tuple[str, str, str]]:
    case, policy, decision = example(number)
    for audience in audiences(policy):
        for language in policy.header.languages:
            yield audience, language, report(decision, case, policy, audience=audience, language=language)


def overflow(page: Any) -> int:
    """By how many pixels the page is wider than its window."""
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return int(wide[0] - wide[1])


@pytest.mark.parametrize("number", NUMBERS)
def test_phones_need_no_sideways_scrolling(example: Example, look: Callable[..., Any], number: int) -> None:
    """A letter of 360 px is read with a thumb; who pays stands on the first screen, and nothing is fetched."""
    for audience, language, html in letters(example, number):
        page, asked = look(html)
        assert overflow(page) <= 0, (audience, language)
        box = page.locator("h1").bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640, (audience, language)
        assert [url for url in asked if not url.startswith("file:")] == []
        assert len(asked) == 1, f"only the page itself is asked for: {asked}"


def test_long_words_do_not_break_a_phone(example: Example, look: Callable[..., Any]) -> None:
    """A name without a blank, or a case number of 60 characters, breaks over lines and not out of the page."""
    case, policy, _ = example(3)
    parties = {role: party.model_copy(update={"name": "Donaudampfschiff" * 12}) for role, party in case.parties.items()}
    long = case.model_copy(update={"parties": parties, "case": "C-" + "0123456789" * 6})
    page, _ = look(report(decide(long, policy), long, policy, audience="agent"))
    assert overflow(page) <= 0


def colours(page: Any) -> tuple[str, str]:
    """The colours of the text and of what is behind it."""
    script = """() => {
        const seen = (one) => getComputedStyle(one).backgroundColor;
        const behind = [document.body, document.documentElement].map(seen).find((c) => !c.endsWith(', 0)'));
        return [getComputedStyle(document.querySelector('h1')).color, behind || 'none'];
    }"""
    text, behind = page.evaluate(script)
    return str(text), str(behind)


def brightness(colour: str) -> float:
    numbers = [
        float(part) for part in colour[colour.index("(") + 1 : -1].replace("/", " ").replace(",", " ").split()[:3]
    ]
    return sum(numbers)


def test_light_and_dark(example: Example, look: Callable[..., Any]) -> None:
    """Both are designed: dark is not light inverted by chance, and in both the text stands out."""
    case, policy, decision = example(3)
    html = report(decision, case, policy, audience="buyer")
    light, dark = (colours(look(html, color_scheme=scheme)[0]) for scheme in ("light", "dark"))
    assert light != dark
    assert light[1] != dark[1], "the page itself changes, not only its text"
    assert brightness(light[0]) < brightness(light[1])
    assert brightness(dark[0]) > brightness(dark[1])


def test_everything_is_there_without_scripts(example: Example, look: Callable[..., Any]) -> None:
    """Many mail programs and offices forbid scripts: the visible text must be the same."""
    case, policy, decision = example(4)
    html = report(decision, case, policy, audience="carrier")
    texts = [look(html, java_script_enabled=enabled)[0].locator("body").inner_text() for enabled in (True, False)]
    assert texts[0] == texts[1]
    assert "900.00" in texts[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_write_runs_nowhere(example: Example, look: Callable[..., Any], name: str) -> None:
    """Whatever a name or a message holds: nothing runs, nothing is fetched, nothing hides, nothing needs scrolling."""
    case, policy, decision = hostile(example, HOSTILE[name])
    page, asked = look(report(decision, case, policy, audience="agent"), viewport={"width": 390, "height": 844})
    assert page.title() == "The carrier pays 80.00\u00a0EUR to the buyer."
    assert (
        page.evaluate(
            "document.querySelectorAll('script, img, svg, image, iframe, object, [onload], [onmouseover]').length"
        )
        == 0
    )
    assert " ".join(HOSTILE[name].split()) in " ".join(page.locator("body").text_content().split())
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert overflow(page) <= 0
    assert len(asked) == 1
