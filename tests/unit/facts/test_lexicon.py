"""What a message says in three languages, and when no reading is better than one."""

import subprocess
import sys
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbiter.facts.lexicon import MAX_CHARACTERS, meanings_of
from arbiter.policy.lexicon import Lexicon, Meaning, Phrase
from evidence import Span

NOWHERE = Span("lexicon", 1, 1, 1)
Sides = tuple[list[str], list[str]]


def lexicon(language: str, meanings: Mapping[str, Sides]) -> Lexicon:
    def phrases(texts: list[str]) -> tuple[Phrase, ...]:
        return tuple(Phrase(text, NOWHERE) for text in texts)

    return Lexicon(
        language, {name: Meaning(name, phrases(s), phrases(d), NOWHERE) for name, (s, d) in meanings.items()}
    )


LEXICONS = {
    "en": lexicon(
        "en",
        {
            "left": (
                ["left it at the door", "put it by your door", "nothing at the door was damaged"],
                ["did not leave it at the door", "nothing at the door"],
            ),
            "arrived": (["parcel arrived"], ["never arrived", "parcel did not arrive"]),
            "will_refund": (["i will refund you"], ["i will not refund you"]),
            "lost": (["lost"], []),
        },
    ),
    "ru": lexicon(
        "ru",
        {
            "left": (["оставил у двери", "положила у двери"], ["не оставил у двери", "у двери ничего не было"]),
            "arrived": (["посылка пришла"], ["посылка не пришла", "всё ещё жду"]),
        },
    ),
    "zh": lexicon(
        "zh",
        {
            "left": (["放在门口", "已经放在您家门口"], ["没有放在门口", "门口什么都没有"]),
            "arrived": (["收到了"], ["没有收到", "没收到"]),
        },
    ),
}


def says(text: str, language: str | None = None) -> frozenset[str] | None:
    return meanings_of(text, language, LEXICONS)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("I left it at the door.", "left"),
        ("Hello!!! I LEFT  it, at the DOOR :-)", "left"),
        ("You were not home, nobody answered, so I left it at the door", "left"),
        ("I put it by your door, please check", "left"),
        ("Where are you? I put it by your door.", "left"),
        ("i didn’t leave it at the door", "not_left"),
        ("No, I did not leave it at the door!", "not_left"),
        ("there was nothing at the door", "not_left"),
        ("It never arrived", "not_arrived"),
        ("I will refund you", "will_refund"),
        ("I won't refund you", "not_will_refund"),
        ("You lost it", "lost"),
        ("Оставил у двери", "left"),
        ("Здравствуйте! ОСТАВИ́Л у двери.", "left"),
        ("Вас не было дома, поэтому оставил у двери", "left"),
        ("Я её не оставил у двери", "not_left"),
        ("У двери ничего не было.", "not_left"),
        ("Нет, посылка не пришла", "not_arrived"),
        ("Все еще жду", "not_arrived"),
        ("快递放在门口了", "left"),
        ("快递 放 在 门 口 了！", "left"),
        ("你不在家，所以放在门口了", "left"),
        ("不好意思放在门口了", "left"),
        ("你在哪？我放在门口了。", "left"),
        ("快递没有放在门口", "not_left"),
        ("我没收到", "not_arrived"),
    ],
)
def test_a_message_says_what_its_phrase_says(text: str, meaning: str) -> None:
    assert says(text) == {meaning}


def test_a_message_may_say_several_things() -> None:
    assert says("The parcel arrived. I did not leave it at the door, though.") == {"arrived", "not_left"}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("left it at the dooor", "left"),
        ("My parcel arived", "arrived"),
        ("My pacrel arrived", "arrived"),
        ("I did not laeve it at the door", "not_left"),
        ("остваил у двери", "left"),
        ("полoжила у двери", "left"),  # a Latin `o`
        ("положилла у двери", "left"),
        ("已经放在你家门口了", "left"),
        ("已放在您家门口了", "left"),
        ("已经放在了您家门口", "left"),
    ],
)
def test_a_slip_of_the_pen_does_not_hide_a_phrase(text: str, meaning: str) -> None:
    assert says(text) == {meaning}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("My parcel arrives", "another form of a word is no slip: it has yet to come"),
        ("I lift it at the door", "a short word with another letter is another word"),
        ("the last one", "of one word nothing may be off"),
        ("Undamaged, left", "half a phrase"),
        ("It newer arrived", "a negation is never read into a slip"),
        ("курьер оставит у двери", "he will leave it"),
        ("放在窗口了", "short Chinese phrases have no room for another character"),
        ("没经放在您家门口", "a negation is no slip in Chinese either"),
    ],
)
def test_what_is_nearly_a_phrase_is_not_one(text: str, why: str) -> None:
    assert says(text) is None, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I never left it at the door", "a negation before a phrase that no denial lists"),
        ("It isn't true that I left it at the door", "a negation earlier in the clause"),
        ("Not that bad, left it at the door", "a negation is that near, if of another clause"),
        ("I left it at the door not", "a negation right behind"),
        ("It is not true that there was nothing at the door", "a denial denied"),
        ("Nothing at the door was damaged", "a denial within a longer phrase that says it"),
        ("You left it at the door, but there was nothing at the door", "both are said"),
        ("I left it at the door. It was found: nothing at the door.", "both are said in two sentences"),
        ("I left it at the door. I never left it at the door.", "said and, by a word before it, denied"),
        ("Нет, никогда не положила у двери", "negations before a phrase"),
        ("без звонка оставил у двери", "a negation near"),
        ("没把快递放在门口", "a negation earlier in the clause"),
        ("快递不放在门口", "a negation right before"),
        ("放在门口了，门口什么都没有", "both are said"),
    ],
)
def test_a_negation_that_no_phrase_covers_makes_it_abstain(text: str, why: str) -> None:
    assert says(text) is None, why


@pytest.mark.parametrize(
    "text",
    [
        "Left it at the door?",
        "Did you put it by your door",
        "You left it at the door, right?!",
        "Вы оставили или курьер оставил у двери?",
        "Он ли оставил у двери",
        "放在门口了？",
        "放在门口了吗",
    ],
)
def test_a_question_says_nothing(text: str) -> None:
    assert says(text) is None


@pytest.mark.parametrize(
    "text",
    [
        'He wrote: "left it at the door"',
        "His note: “I left it at the door. Bye.”",
        "The app shows 'left it at the door' since noon",
        "> I left it at the door\nreally",
        'An open quotation: "I left it at the door',
        "The courier claims he left it at the door",
        "В приложении: «оставил у двери»",
        "Курьер сказал, что оставил у двери",
        "物流显示「放在门口」",
        "他说放在门口了",
    ],
)
def test_somebody_elses_words_are_not_the_writers(text: str) -> None:
    assert says(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sure, you left it at the door",
        "Yeah right. You left it at the door.",
        "left it at the door 🙄",
        'You "left it" at the door',
        "Maybe he left it at the door",
        "If you left it at the door, show me",
        "Please put it by your door",
        "Ага, конечно, оставил у двери",
        "Якобы оставил у двери",
        "Пожалуйста, чтобы курьер оставил у двери",
        "呵呵，放在门口",
        "可能放在门口了",
        "请放在门口",
        "所谓的放在门口",
    ],
)
def test_irony_doubt_and_requests_are_no_reports(text: str) -> None:
    assert says(text) is None


def test_a_report_beside_a_request_counts() -> None:
    assert says("You asked: please put it by your door. I left it at the door.") == {"left"}


@pytest.mark.parametrize("text", ["", " ", "?", "!!!", "\0", "Hello there.", "12345", "你好", "привет", "ドアの前に"])
def test_a_message_without_a_phrase_is_unknown_and_not_a_denial(text: str) -> None:
    assert says(text) is None


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us", "ru", "fr", "", None])
def test_a_language_without_a_lexicon_gives_way_to_the_script(language: str | None) -> None:
    """Russian of a message is no reason to find English phrases; a language that nobody listed is."""
    expected = None if language == "ru" else {"left"}
    assert says("I left it at the door", language) == expected


def test_a_script_without_a_lexicon_is_not_read() -> None:
    only = {"zh": LEXICONS["zh"]}
    assert meanings_of("I left it at the door", None, only) is None
    assert meanings_of("快递放在门口了", None, only) == {"left"}
    assert meanings_of("快递放在门口了", None, {}) is None


def test_a_text_of_many_scripts_is_of_none() -> None:
    assert says("I left it at the door, оставил посылку там") is None
    assert says("iPhone 15 快递放在门口了") == {"left"}, "a name does not make a text another language"


def test_a_lexicon_whose_negations_are_unknown_is_not_read() -> None:
    assert meanings_of("vor der Tür", "de", {"de": lexicon("de", {"left": (["vor der Tür"], [])})}) is None


def test_a_long_text_is_read_in_part_and_only_in_whole_sentences() -> None:
    filler = "The weather was fine on that day. "
    assert says("I left it at the door. " + filler * 10_000) == {"left"}
    assert says(filler * 10_000 + "I left it at the door.") is None, "what stands behind the bound is not read"
    start = "a" * (MAX_CHARACTERS - 40) + ". So I left it at the door"
    assert says(start + ".") == {"left"}
    assert says(start + " " * 40 + "?") is None, "its sentence was a question, had it been read to its end"


def test_a_text_that_repeats_itself_without_end_is_not_weighed() -> None:
    assert says("I left it at the door. " * 90) == {"left"}
    assert says("I left it at the door. " * 110) is None


def test_the_matching_library_is_read_only_when_a_message_is() -> None:
    """Deciding must start fast."""
    code = "import sys, arbiter.facts.lexicon; sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


CUES = """
not never no so but if please said Sure не нет поэтому якобы 没 不 所以 请 吗 ? ! . , ； 。 ？ " ' « » 「 > …
"""
PIECES = [
    *(phrase.text for one in LEXICONS.values() for m in one.meanings.values() for phrase in (*m.says, *m.denies)),
    *CUES.split(),
    *("\n", " ", "🙄", "\0", "\ufffc", "\u0301"),
]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))


@given(text=texts, language=st.sampled_from([None, "en", "ru", "zh", "de", "-", "zh-CN"]), data=st.data())
@settings(deadline=None, max_examples=300)
def test_a_reading_depends_on_the_text_and_the_phrases_alone(
    text: str, language: str | None, data: st.DataObject
) -> None:
    """It never raises, and the order of a lexicon does not matter."""
    first = says(text, language)
    mixed = {}
    for name in data.draw(st.permutations(sorted(LEXICONS))):
        meanings = LEXICONS[name].meanings
        order = data.draw(st.permutations(sorted(meanings)))
        mixed[name] = Lexicon(
            name,
            {
                key: Meaning(key, meanings[key].says[::-1], meanings[key].denies[::-1], NOWHERE)
                for key in order
            },
        )  # fmt: skip
    assert meanings_of(text, language, mixed) == first
    assert first is None or first, "never an empty set: nothing found is unknown"
    assert not any(f"not_{name}" in first for name in first or ()), "nothing is said and denied at once"


@given(text=texts, mark=st.sampled_from(["?", " ？", "?!"]))
@settings(deadline=None)
def test_one_sentence_that_ends_in_a_question_mark_says_nothing(text: str, mark: str) -> None:
    sentence = "".join(char for char in text if char not in ".!?。！？．｡﹒…‥\"'“”„«»「」『』‘’>")
    assert says(sentence + mark) is None
