"""The letters: for everyone concerned, in each language and form, from one verdict, and never more than they may say.

Party names and texts of these tests are hostile on purpose: whatever people write is shown, and never obeyed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from arbiter import CaseFile, Decision, Policy, ReportError, decide, report
from arbiter.decision import digest_of
from arbiter.report.open_doors import audiences
from tests.unit.hostile import HOSTILE, hostile

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
NUMBERS = range(1, 7)
LANGUAGES = ("en", "ru", "zh")
FORMS = ("html", "md")
VOID = {"meta", "link", "br", "img", "input", "hr"}


@dataclass
class Page(HTMLParser):
    """A parsed page: its tags with attributes, the visible text, and any text by the tag it stands in."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, "every tag is closed where it was opened"

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    @property
    def text(self) -> str:
        return " ".join(" ".join(data for tag, data in self.texts if tag != "style").split())


def parse(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == [], "every tag is closed"
    return page


def first(html: str, tag: str) -> str:
    """The visible text of the first element of a kind."""
    found = re.search(rf"<{tag}[^>]*>(.*?)</{tag}>", html, re.DOTALL)
    assert found is not None
    return parse(found[1]).text


def all_letters(example: Example, number: int, form: str) -> list[tuple[str, str, str]]:
    """Every letter of a case: audience, language, content."""
    case, policy, decision = example(number)
    return [
        (audience, language, report(decision, case, policy, audience=audience, language=language, form=form))
        for audience in audiences(policy)
        for language in LANGUAGES
    ]


@cache
def letters(example: Example, number: int, form: str = "html") -> list[tuple[str, str, str]]:
    """The same, made once for all tests."""
    return all_letters(example, number, form)


def said_sums(text: str, language: str) -> set[int]:
    """All sums of money that a text names, in minor units."""
    if language == "zh":
        found = re.findall(r"€(\d[\d,]*\.\d\d)", text)
    else:
        mark = "." if language == "en" else ","
        found = re.findall(rf"(\d[\d\s\u00a0\u202f]*{re.escape(mark)}\d\d)[\s\u00a0]EUR", text)
    return {int(re.sub(r"\D", "", one)) for one in found}


# Every letter


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", NUMBERS)
def test_the_same_letter_has_the_same_bytes(example: Example, number: int, form: str) -> None:
    """Anyone may ask for the letter again, and gets the one that was sent; each letter is one of its own."""
    once = letters(example, number, form)
    assert once == all_letters(example, number, form)
    assert len({content for _, _, content in once}) == len(once)


@pytest.mark.parametrize("number", NUMBERS)
def test_pages_are_whole_and_alone(example: Example, number: int) -> None:
    """A page that someone saves must read the same in ten years: no script, nothing fetched, one heading."""
    for _, language, html in letters(example, number):
        page = parse(html)
        names = [tag for tag, _ in page.tags]
        assert names.count("h1") == names.count("title") == 1
        assert {"script", "iframe", "object", "embed", "form", "link", "base", "img"} & set(names) == set()
        assert dict(page.tags)["html"]["lang"] == {"en": "en-GB", "ru": "ru-RU", "zh": "zh-CN"}[language]
        for _, attributes in page.tags:
            assert not any(name.startswith("on") for name in attributes)
            assert {"src", "href", "action", "srcset"} & attributes.keys() == set()
        assert "url(" not in html
        assert "@import" not in html


TITLES = {
    1: "Nobody pays anything.",
    2: "The seller pays 80.00 EUR to the buyer.",
    3: "The carrier pays 80.00 EUR to the buyer.",
    4: "Proposal: the platform pays 900.00 EUR to the buyer.",
    6: "Proposal: the seller pays 80.00 EUR to the buyer.",
}
SUMS = {1: set[int](), 2: {8000}, 3: {8000}, 4: {90000}, 5: set[int](), 6: {8000}}


@pytest.mark.parametrize(("number", "title"), TITLES.items())
def test_the_title_says_who_pays(example: Example, number: int, title: str) -> None:
    """The agent's letter is addressed to no party, so its title is the verdict in one plain sentence."""
    case, policy, decision = example(number)
    html = report(decision, case, policy, audience="agent")
    assert first(html, "h1").replace("\u00a0", " ") == title
    assert first(html, "title").replace("\u00a0", " ") == title
    markdown = report(decision, case, policy, audience="agent", form="md").replace("\u00a0", " ")
    assert f"\n# {title}\n" in markdown


def test_the_title_is_addressed(example: Example) -> None:
    """Who must pay reads "You pay", and who gets the money reads that, before anything else."""
    case, policy, decision = example(3)

    def title(audience: str) -> str:
        return first(report(decision, case, policy, audience=audience), "h1").replace("\u00a0", " ")

    assert title("carrier") == "You pay 80.00 EUR to the buyer."
    assert title("buyer") == "The carrier pays you 80.00 EUR."
    assert title("seller") == "The carrier pays 80.00 EUR to the buyer."


@pytest.mark.parametrize("number", NUMBERS)
def test_titles_name_the_sums_of_the_verdict(example: Example, number: int) -> None:
    """In every language and for everyone, the title names exactly the sums that the verdict transfers."""
    _, _, decision = example(number)
    assert {one["amount"]["minor"] for one in decision.verdict["transfers"]} == SUMS[number]
    for audience, language, html in letters(example, number):
        assert said_sums(first(html, "h1"), language) == SUMS[number], (audience, language)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", NUMBERS)
def test_every_sum_is_in_the_case_or_the_verdict(example: Example, number: int, form: str) -> None:
    """Text and payout cannot disagree: no sum is said that is not in the case, the verdict or the policy."""
    case, _, decision = example(number)
    allowed = {0}
    for record in case.records:
        for name in ("total", "price", "delivery_fee"):
            if (amount := getattr(record, name, None)) is not None:
                allowed.add(amount.minor)
    allowed |= {claim.amount.minor for claim in case.claims if claim.amount is not None}
    allowed |= {one["amount"]["minor"] for one in decision.verdict["transfers"]}
    allowed |= {75_000, 50_000}  # the limits for a signature and for a person, which the policy's sentences quote
    for audience, language, content in letters(example, number, form):
        text = parse(content).text if form == "html" else content
        sums = said_sums(text, language)
        assert sums <= allowed, (audience, language)
        assert SUMS[number] <= sums


DAYS = {
    "en": {1: "12 March 2026", 2: "14 March 2026", 3: "12 March 2026", 4: "13 March 2026", 6: "19 March 2026"},
    "ru": {1: "12 марта 2026", 2: "14 марта 2026", 3: "12 марта 2026", 4: "13 марта 2026", 6: "19 марта 2026"},
    "zh": {1: "2026年3月12日", 2: "2026年3月14日", 3: "2026年3月12日", 4: "2026年3月13日", 6: "2026年3月19日"},
}


def broken(text: str) -> str:
    """The text as it reads, wherever its lines may break."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", DAYS["en"])
def test_dates_are_said(example: Example, number: int, form: str) -> None:
    """What happened has its day, and so has what comes next; a month is a word, since 3/12 is two days."""
    for _, language, content in letters(example, number, form):
        assert DAYS[language][number] in broken(content)


def test_deadlines_are_counted(example: Example) -> None:
    """From 21 March: 14 days to pay, 30 days to appeal, as the policy's parameters say."""
    case, policy, decision = example(3)
    letter = report(decision, case, policy, audience="carrier", form="md").replace("\u00a0", " ")
    assert re.search(r"pay by [^.]*\b4 April 2026\.", letter)
    assert re.search(r"You can appeal until [^.]*\b20 April 2026\.", letter)


def test_days_are_the_readers(example: Example) -> None:
    """A moment just before midnight is another day elsewhere; a reader is told the own one."""
    case, policy, _ = example(3)
    scan = next(record for record in case.records if record.id == "T-1")
    late = scan.model_copy(update={"at": datetime.fromisoformat("2026-03-10T23:30:00+01:00")})
    records = tuple(late if record.id == "T-1" else record for record in case.records)
    carrier = case.parties["carrier"].model_copy(update={"zone": "Asia/Tokyo"})
    moved = case.model_copy(update={"records": records, "parties": {**case.parties, "carrier": carrier}})
    decision = decide(moved, policy)
    assert "11 March 2026, 07:30" in broken(report(decision, moved, policy, audience="carrier"))
    assert "10 March 2026, 23:30" in broken(report(decision, moved, policy, audience="buyer"))


# Refused


def test_refused_for_a_tampered_decision(example: Example) -> None:
    """A letter with other numbers than the decision's would be worse than none."""
    case, policy, decision = example(3)
    document = {**decision.document, "status": "provisional"}
    for changed in (document, {**document, "digest": digest_of(document)}):
        with pytest.raises(ReportError, match="ARB540") as refused:
            report(Decision(changed), case, policy, audience="buyer")
        assert refused.value.diagnostics[0].help


def test_refused_for_the_wrong_case(example: Example) -> None:
    """Another case's letter would tell a stranger's story."""
    (_, policy, decision), (other, _, _) = example(3), example(2)
    with pytest.raises(ReportError, match="ARB540"):
        report(decision, other, policy, audience="buyer")


def test_refused_for_the_wrong_policy(example: Example) -> None:
    """Reasons under rules that did not decide would be no reasons."""
    (case, _, decision), (_, other, _) = example(3), example(5)
    with pytest.raises(ReportError, match="ARB54"):
        report(decision, case, other, audience="buyer")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"audience": "courier"}, "ARB541"),
        ({"audience": "byuer"}, "ARB541"),
        ({"audience": ""}, "ARB541"),
        ({"language": "tlh"}, "ARB542"),
        ({"language": ""}, "ARB542"),
        ({"form": "docx"}, "ARB543"),
    ],
)
def test_what_is_not_offered_is_named(example: Example, wanted: dict[str, str], code: str) -> None:
    """Who asks for what there is not learns what there is."""
    case, policy, decision = example(3)
    with pytest.raises(ReportError, match=code) as refused:
        report(decision, case, policy, **{"audience": "buyer", **wanted})  # type: ignore[arg-type]
    assert refused.value.diagnostics[0].help


def test_nouns_and_roles_are_the_same_letter(example: Example) -> None:
    """The kitchen is the seller: both names give one letter."""
    case, policy, decision = example(5)
    letter = report(decision, case, policy, audience="kitchen")
    assert letter == report(decision, case, policy, audience="seller")


# What people write


def shape(html: str) -> list[tuple[str, list[str]]]:
    return [(tag, sorted(attributes)) for tag, attributes in parse(html).tags]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_people_write_stays_text_on_pages(example: Example, text: str, language: str) -> None:
    """The page has the very same tags as with harmless names, and shows what was written as it was written."""
    case, policy, decision = hostile(example, text)
    calm, _, calm_decision = hostile(example, "Ina")
    for audience in audiences(policy):
        html = report(decision, case, policy, audience=audience, language=language)
        plain = report(calm_decision, calm, policy, audience=audience, language=language)
        assert shape(html) == shape(plain)
        assert " ".join(text.split()) in parse(html).text, "it is shown whole"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_people_write_stays_text_in_markdown(example: Example, text: str, language: str) -> None:
    """No link, picture, code or tag comes from a party: every mark of Markdown in it is escaped."""
    case, policy, decision = hostile(example, text)
    for audience in audiences(policy):
        letter = report(decision, case, policy, audience=audience, language=language, form="md")
        for mark in ("](", "<script", "<img", "![", "`code`", "**bold**", "<h1", "<svg", "<style", "`raw`"):
            assert not re.search(r"(?<!\\)" + re.escape(mark), letter), mark
    shown = report(decision, case, policy, audience="agent", language=language, form="md")
    unescaped = re.sub(r"\\([\\`*_{}\[\]<>#|~&+.)=-])", r"\1", shown)
    assert " ".join(text.split()) in unescaped, "it is shown whole"


def test_direction_marks_stay_in_their_place(example: Example) -> None:
    """An unclosed override ends with the element it stands in, so it may stand only in one of its own."""
    case, policy, decision = hostile(example, "\u202eevil \u2067x")
    page = parse(report(decision, case, policy, audience="agent"))
    found = {tag for tag, text in page.texts if "\u202e" in text}
    assert found == {"bdi"}, "names and quotes are shown, each isolated from what stands around it"


# What is nobody else's business


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", NUMBERS)
def test_no_contacts_and_no_addresses(example: Example, number: int, form: str) -> None:
    """A dispute must not tell people where the other side lives or how to reach it."""
    case, _, _ = example(number)
    order = next(record for record in case.records if record.kind == "order")
    private = [party.contact for party in case.parties.values() if party.contact]
    private += [order.address] if order.address else []  # type: ignore[union-attr]
    private += [str(value) for record in case.records for place in places(record) for value in (place.lat, place.lon)]
    assert len(private) >= 4
    for audience, language, content in letters(example, number, form):
        assert [text for text in private if text in content] == [], (audience, language)


def places(record: Any) -> list[Any]:
    found = (getattr(record, name, None) for name in ("place", "position"))
    return [place for place in found if hasattr(place, "lat")]


def test_words_of_others_are_not_quoted(example: Example) -> None:
    """A statement may name third persons, so its words are for its writer and the person who decides."""
    case, policy, decision = example(3)
    words = "Nothing came, and I was at home all day."
    assert words in parse(report(decision, case, policy, audience="buyer")).text
    assert words in parse(report(decision, case, policy, audience="agent")).text
    for audience in ("seller", "carrier"):
        assert words not in parse(report(decision, case, policy, audience=audience)).text


# Faithful

VERDICT_NODES = {
    "status", "route", "transfers", "heads", "head", "hearing", "explanation", "policy", "verdict", "case", "engine",
    "appeal", "decision", "digest", "asks", "measures", "claim",
}  # fmt: skip


def known_nodes(decision: Decision, policy: Policy) -> set[str]:
    """Every node that a sentence may rest on, read from the decision alone."""
    verdict, reasoning = decision.verdict, decision.reasoning
    found = set(VERDICT_NODES)
    found |= {f"record:{name}" for name in reasoning["records"]}
    found |= {f"signal:{name}" for name in reasoning["signals"]}
    for question, node in reasoning["questions"].items():
        found |= {f"finding:{question}", f"question:{question}"}
        found |= {f"rule:{question}.{rule}" for rule in node["rules"]}
        found |= {f"rule:{name}" for rule in node["rules"] for name in (rule, rule.rpartition(".unless.")[2])}
    for head in verdict["heads"]:
        found.add(f"head:{head['id']}")
        found |= {f"rule:{head['id']}.{rule}" for part in ("what", "who") for rule in head[part]["fired"]}
    found |= {f"transfer:{one['head']}" for one in verdict["transfers"]}
    found |= {f"measure:{one['id']}" for one in verdict["measures"]}
    found |= {f"guarantee:{one['id']}" for one in verdict["guarantees"]}
    found |= {f"hearing:{one['party']}" for one in verdict["hearings"]}
    found |= {f"ask:{one['party']}.{one['kind']}" for one in verdict["asks"]}
    found |= {f"rule:{one['ref']}" for one in verdict["route"]["reasons"]}
    return found


@pytest.mark.parametrize("number", NUMBERS)
def test_every_sentence_rests_on_something(example: Example, number: int) -> None:
    """A node that is in no decision would be a sentence made up; a marked sentence has at least one."""
    _, policy, decision = example(number)
    known = known_nodes(decision, policy)
    for audience, language, html in letters(example, number):
        marked = [attributes["data-node"] or "" for _, attributes in parse(html).tags if "data-node" in attributes]
        assert len(marked) > 20
        nodes = {node for text in marked for node in text.split()}
        assert nodes - known == set(), (audience, language)
        assert "" not in marked, (audience, language)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_record_is_in_every_letter(example: Example, number: int) -> None:
    """Seller's evidence ignored is what people complain of most: each item is listed, with what came of it."""
    _, _, decision = example(number)
    for _, _, html in letters(example, number):
        rows = html[html.index('<table class="evidence">') : html.index("</table>", html.index("evidence"))]
        assert rows.count("<tr>") == 1 + len(decision.reasoning["records"])


@pytest.mark.parametrize("number", NUMBERS)
def test_html_and_markdown_say_the_same(example: Example, number: int) -> None:
    """One plan, two pages: every sum of one form is in the other."""
    for (audience, language, html), (_, _, markdown) in zip(
        letters(example, number, "html"), letters(example, number, "md"), strict=True
    ):
        assert said_sums(parse(html).text, language) == said_sums(markdown, language), (audience, language)


def test_languages_do_not_mix(example: Example) -> None:
    """A reader gets one language: no foreign letters in an English letter, and in the others few Latin words."""
    for number in NUMBERS:
        for _, language, html in letters(example, number):
            text = parse(re.sub(r"<style>.*?</style>|<q.*?</q>|<dd>.*?</dd>", "", html, flags=re.DOTALL)).text
            cyrillic = len(re.findall("[а-яё]", text, re.IGNORECASE))
            chinese = len(re.findall("[\u4e00-\u9fff]", text))
            latin = len(re.findall("[a-z]", text, re.IGNORECASE))
            own = {"en": latin, "ru": cyrillic, "zh": chinese}
            foreign = sum(count for name, count in own.items() if name not in ("en", language))
            assert foreign == 0, (number, language)
            assert language == "en" or own[language] > 3 * latin, (number, language)


def test_chinese_is_written_as_chinese(example: Example) -> None:
    """Sentences join without blanks, and marks are of full width; only what a person or a program wrote is not."""
    for number in NUMBERS:
        for audience, language, markdown in letters(example, number, "md"):
            if language != "zh":
                continue
            told = re.sub(r"写道：“.*?”", "", markdown)
            assert not re.findall(r"[\u4e00-\u9fff，。：；、（）？] ?[,;:?!()]", told), (number, audience)
            assert not re.findall(r"[。，：；？、] (?=[\u4e00-\u9fff])", told), (number, audience)
            assert not re.findall("(?<!~~)[。，]{2}|。、|：。", told), (number, audience)


# So many characters at most, in which an amount or a date is one: a longer sentence is read twice.
LONGEST = 35


def test_chinese_sentences_are_short(example: Example) -> None:
    """What is said to a party in one breath; what people write, lists of clauses and check codes are not sentences."""
    for number in NUMBERS:
        for audience, language, markdown in letters(example, number, "md"):
            if language != "zh":
                continue
            prose = [line for line in markdown.splitlines() if line and line[0] not in "|#" and "条款P" not in line]
            for sentence in re.split("[。？；：]", "。".join(prose)):
                said = re.sub(r"\d+年\d+月\d+日( \d\d:\d\d)?|[€A-Za-z0-9.,\\_-]+|[（）“”，：、●○*~> ]", "数", sentence)
                assert len(re.sub("数+", "数", said)) <= LONGEST, (number, audience, sentence)
