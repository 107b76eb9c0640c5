"""Replies and notes for tickets: short, whole, and in agreement with the verdict, for every example that there is."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from arbiter import CaseFile, Decision, Policy, ReportError, load_policy, note, reply
from arbiter.decide import decide_claims
from arbiter.explain import explanation
from arbiter.report.open_doors import audiences
from arbiter.report.tickets import REPLY_MOST, fitted
from arbiter.report.words import Words
from evidence import Money

ROOT = Path(__file__).resolve().parents[2]
HOW_TO = ROOT / "docs" / "how-to" / "answer-a-ticket.md"
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").rglob("case.yaml"))
LANGUAGES = ("en", "ru", "zh")
# How a whole sentence ends; a check code, an amount or a title in quotes may end a reply's paragraph too.
END = re.compile(r"[.!?。！？][*”»\"]*$|[0-9a-f]{12}$")


@pytest.fixture(autouse=True)
def _few_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would have changed it stands in no short form, and takes hundreds of decisions a letter."""
    monkeypatch.setattr(explanation, "MAX_DECISIONS", 2)


@cache
def policy_named(name: str) -> Policy:
    return load_policy(name)


def decided(folder: Path) -> Iterator[tuple[CaseFile, Policy, Decision]]:
    case = CaseFile.read(folder)
    policy = policy_named(str(case.policy))
    for decision in decide_claims(case, policy):
        if "no_letters" not in decision.verdict["route"]:  # there, a person writes to the parties
            yield case, policy, decision


def payments(decision: Decision) -> dict[tuple[str, str], Money]:
    """Who pays whom how much in all."""
    found: dict[tuple[str, str], Money] = {}
    for one in decision.verdict["transfers"]:
        pair = one["from"], one["to"]
        amount = Money(one["amount"]["minor"], one["amount"]["currency"])
        found[pair] = found[pair] + amount if pair in found else amount
    return found


def plain(text: str) -> str:
    return re.sub(r"\\([\\`*_{}\[\]<>#|~&])", r"\1", text)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.relative_to(ROOT / "examples").as_posix())
def test_a_reply_is_short_and_whole_and_says_what_the_verdict_says(folder: Path) -> None:
    """A ticket that is cut in the middle of a sentence, or names another sum than is paid, would be worse than none."""
    for case, policy, decision in decided(folder):
        paid = payments(decision)
        for language in LANGUAGES:
            words = Words(policy, language, None)
            for audience in audiences(policy)[:-1]:
                text = reply(decision, case, policy, audience=audience, language=language)
                assert len(text) <= REPLY_MOST, (audience, language)
                assert text.endswith("\n")
                paragraphs = [part for part in text.strip().split("\n\n") if part]
                assert all(END.search(part) for part in paragraphs), text
                assert decision.digest[:12] in paragraphs[-1]
                title = plain(paragraphs[0])
                sums = sorted(" ".join(words.money(amount).split()) for amount in paid.values())
                said = sorted(one for one in set(sums) for _ in range(title.count(one)))
                assert said == sums, "the first lines name exactly the sums that are paid"
                assert len(re.findall("EUR|CNY|USD|[€¥$]", title)) == len(sums)
                for payer, payee in paid:
                    for role in (payer, payee):
                        names = set(words.role_forms(role).values())
                        assert role == audience or any(name in title for name in names), (role, title)


def test_a_reply_says_until_when_and_what_for() -> None:
    """The last two paragraphs are the deadline and the code: the two things that a party comes back for."""
    ((case, policy, decision),) = decided(ROOT / "examples" / "3-scanned-elsewhere")
    text = reply(decision, case, policy, audience="carrier").replace("\u00a0", " ")
    assert text.startswith("**You pay 80.00 EUR to the buyer.**\n")
    assert "The parcel was in the carrier's care, so the carrier pays." in text
    assert text.rstrip().split("\n\n")[-2] == "You can appeal until the end of 20 April 2026."


def test_a_proposal_is_called_one() -> None:
    """Nobody may take a proposal for a decision, whatever the title is about."""
    for folder in ("4-large-unsigned", "meal/courier_conduct/referred"):
        ((case, policy, decision),) = decided(ROOT / "examples" / folder)
        text = reply(decision, case, policy, audience="buyer")
        assert "This is only a proposal. An employee decides the case." in text


def test_what_has_no_room_is_left_out_whole() -> None:
    """The deadline and the code stay, then who pays; a sentence is there or not, and the reply says that more is."""
    long = [f"Reason {number} is a sentence of some length that nobody wants to see cut." for number in range(30)]
    text = fitted((["Who pays."], long, ["What you get."], ["Until when."], ["Code."]), "The rest is elsewhere.", " ")
    assert len(text) < REPLY_MOST
    assert [part for part in ("Who pays.", "What you get.", "Until when.", "Code.") if part not in text] == []
    assert "The rest is elsewhere." in text
    sentences = re.findall(r"Reason \d+ [^.]*\.", text)
    assert sentences == long[: len(sentences)]
    assert "cut" in sentences[-1]
    assert 5 < len(sentences) < 30


def test_nothing_is_said_to_be_left_out_where_all_has_room() -> None:
    text = fitted((["Who pays."], ["Why."], [], ["Until when."], ["Code."]), "The rest is elsewhere.", " ")
    assert text == "Who pays.\n\nWhy.\n\nUntil when.\n\nCode."


def test_a_reply_is_for_a_party() -> None:
    """An agent's letter hides nothing, so a short form of it must not be sent by mistake."""
    ((case, policy, decision),) = decided(ROOT / "examples" / "1-signed")
    with pytest.raises(ReportError, match="ARB541") as refused:
        reply(decision, case, policy, audience="agent")
    assert "note" in (refused.value.diagnostics[0].help or "")


def test_a_note_says_why_it_came_to_a_person_and_what_is_open() -> None:
    """The employee's first questions: why me, what do I decide, what do I ask from whom, until when."""
    ((case, policy, decision),) = decided(ROOT / "examples" / "4-large-unsigned")
    text = note(decision, case, policy).replace("\u00a0", " ")
    assert text.startswith("**Proposal: the platform pays 900.00 EUR to the buyer.** A person decides\n")
    assert "**Why a person decides**\n\n* A person decides every claim of 500.00 EUR or more.\n" in text
    assert "* It goes to the payments desk.\n" in text
    assert "* Open: Did the parcel reach the buyer?\n" in text
    assert "* An employee decides by the end of 31 March 2026." in text
    assert [one.minor for one in payments(decision).values()] == [90_000]


def test_a_note_names_every_ask_with_its_deadline() -> None:
    """What the verdict asks for stands in the note, to whom and until when: else nobody would send it."""
    seen = 0
    for folder in EXAMPLES:
        for case, policy, decision in decided(folder):
            if not decision.verdict["asks"]:
                continue
            seen += 1
            text = note(decision, case, policy)
            for ask in decision.verdict["asks"]:
                forms = Words(policy, "en", None).role_forms(ask["party"]).values()
                lines = [line for line in text.splitlines() if "is asked to" in line and any(f in line for f in forms)]
                assert lines, (folder, ask)
                assert all(re.search(r"until|by the end of", line) for line in lines)
    assert seen > 0


def test_a_final_decision_came_to_no_person() -> None:
    ((case, policy, decision),) = decided(ROOT / "examples" / "3-scanned-elsewhere")
    assert "Why a person decides" not in note(decision, case, policy)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_texts_again(language: str) -> None:
    """A text that was sent can be made again, byte for byte."""
    ((case, policy, decision),) = decided(ROOT / "examples" / "6-receipt-against-denial")
    first = reply(decision, case, policy, audience="seller", language=language), note(decision, case, policy)
    assert first == (reply(decision, case, policy, audience="seller", language=language), note(decision, case, policy))


def test_peoples_words_stay_words() -> None:
    """A name that is Markdown stays a name."""
    ((case, policy, decision),) = decided(ROOT / "examples" / "parcel" / "counterfeit" / "referred-brand-denies")
    assert "“Watch”" in reply(decision, case, policy, audience="buyer")
    order = next(record for record in case.records if record.id == "O-1")
    line = order.items[0].model_copy(update={"title": "[x](https://example.org) **now**"})  # type: ignore[union-attr]
    records = tuple(order.model_copy(update={"items": (line,)}) if one is order else one for one in case.records)
    hostile = case.model_copy(update={"records": records})
    (again,) = decide_claims(hostile, policy)
    assert r"\[x\](https://example.org) \*\*now\*\*" in reply(again, hostile, policy, audience="buyer")


def test_the_how_to_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block of the page is run, one after the other, and its reply is the one that comes out."""
    monkeypatch.chdir(ROOT)
    page = HOW_TO.read_text(encoding="utf-8")
    names: dict[str, object] = {}
    blocks = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        exec(compile(block, str(HOW_TO), "exec"), names)
    (shown,) = re.findall(r"^```text reply\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    told = str(names["answer"]).replace("\u00a0", " ")
    assert re.sub(r"[0-9a-f]{12}", "…", told) == re.sub(r"[0-9a-f]{12}", "…", shown)
