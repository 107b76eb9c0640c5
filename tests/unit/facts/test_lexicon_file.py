"""What an author of a lexicon reads about a mistake, and what is kept of a file that has none.

The loader does not know the folder `lexicon/` yet, so the reader is asked itself.
"""

import pytest

from arbiter.policy.lexicon import Lexicon, normal, words
from arbiter.policy.parse.lexicon import read_lexicon
from arbiter.policy.parse.reader import Problems, Scope
from evidence import Diagnostic, read_yaml
from tests.policy.test_broken import check_voice


def read(text: str, language: str = "en") -> tuple[Lexicon, list[Diagnostic]]:
    node, found = read_yaml(text, f"lexicon/{language}.yaml")
    assert node is not None
    assert found == []
    problems = Problems()
    lexicon = read_lexicon(Scope(problems, {}, {}), node, language)
    for diagnostic in problems.found:
        check_voice(diagnostic)
    return lexicon, problems.found


def the_only(text: str, language: str = "en") -> Diagnostic:
    _, found = read(text, language)
    assert len(found) == 1, "one fault is told once"
    return found[0]


def test_a_lexicon_keeps_its_phrases_with_their_places() -> None:
    text = "left_at_door:\n  says: [left it at the door, put it by your door]\n  denies: nothing at the door\n"
    lexicon, found = read(text)
    assert found == []
    assert lexicon.language == "en"
    (meaning,) = lexicon.meanings.values()
    assert meaning.id == "left_at_door"
    assert [phrase.text for phrase in meaning.says] == ["left it at the door", "put it by your door"]
    assert [phrase.text for phrase in meaning.denies] == ["nothing at the door"], "one phrase stands for a list of one"
    assert (meaning.span.line, meaning.says[1].span.line, meaning.says[1].span.column) == (1, 2, 31)


def test_a_meaning_needs_no_denial() -> None:
    lexicon, found = read("received: {says: [收到了]}\n", "zh")
    assert found == []
    assert lexicon.meanings["received"].denies == ()


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("left: {says: []}", "ARB260", "`left`"),
        ("left: {says: [], denies: [nothing there]}", "ARB260", "`left`"),
        ("left: {denies: [nothing there]}", "ARB203", "`says`"),
        ("left: {says: ['…', at the door]}", "ARB261", "`says` of meaning `left`"),
        ("left: {says: [at the door], denies: ['']}", "ARB261", "`denies` of meaning `left`"),
        ("left: {says: [at the door, 'At the door!']}", "ARB262", "twice in `says` of meaning `left`"),
        ("left: {says: [at the door], denies: [at the  door]}", "ARB262", "`denies` of meaning `left`"),
        ("left: {says: [at the door]}\nlate: {says: [at the door]}", "ARB262", "`says` of meaning `left`"),
        ("left: {says: [I did not]}\nlate: {says: [late], denies: [i didn't]}", "ARB262", "`denies` of meaning `late`"),
        ("left: {says: [x, at the door]}", "ARB263", "`x`"),
        ("not_left: {says: [nothing there]}", "ARB264", "`not_left`"),
        ("left: {says: [at the door], say: [there]}", "ARB202", "`say`"),
        ("left: {says: {at: the door}}", "ARB204", "`says`"),
        ("left: [at the door]", "ARB201", "`left`"),
        ("Left: {says: [at the door]}", "ARB207", "`Left`"),
        ("[left]", "ARB201", "lexicon"),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, code: str, named: str) -> None:
    diagnostic = the_only(text)
    assert diagnostic.code == code
    assert named in diagnostic.message


def test_one_phrase_of_a_bad_kind_does_not_make_a_meaning_say_nothing() -> None:
    """Whoever wrote one empty phrase meant to say something: they are told of the phrase alone."""
    assert the_only("left: {says: ['']}").code == "ARB261"


def test_a_phrase_that_stands_twice_points_to_its_first_place() -> None:
    diagnostic = the_only("left: {says: [at the door]}\nlate: {says: [at the door]}")
    assert diagnostic.span is not None
    assert diagnostic.span.line == 2
    ((_, first),) = diagnostic.related
    assert (first.line, first.column) == (1, 15)


def test_one_character_is_too_little_in_chinese_too() -> None:
    assert the_only("good: {says: [好, 很好]}", "zh").code == "ARB263"


def test_a_language_whose_negations_nobody_listed_is_refused() -> None:
    """Its phrases would be read for their opposite."""
    diagnostic = the_only("left: {says: [vor der Tür]}", "de")
    assert diagnostic.code == "ARB265"
    assert "`de`" in diagnostic.message


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Didn’t", "did not"),
        ("can't CANNOT won't", "can not can not will not"),
        ("didnt", "did not"),
        ("It's", "its"),
        ("Ещё не забра́л", "еще не забрал"),
        ("ｄｏｏｒ", "door"),
        ("de\u00adli\u200bvered", "delivered"),
    ],
)
def test_what_is_written_differently_and_means_the_same_is_one(written: str, read_as: str) -> None:
    assert normal(written) == read_as


def test_chinese_has_no_words_but_characters() -> None:
    assert words(normal("放在 门口，OK！"), "zh") == ("放", "在", "门", "口", "o", "k")
    assert words(normal("Left it -- at the door!"), "en") == ("left", "it", "at", "the", "door")
