"""Reading `lexicon/<language>.yaml`: the phrases by which a message says a thing or denies it."""

from arbiter.policy.lexicon import DENIED, LANGUAGES, Lexicon, Meaning, Phrase, normal, words
from arbiter.policy.parse.reader import Keys, Problems, Scope, check_name, part_of
from evidence import Span
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar

_Seen = dict[tuple[str, ...], tuple[str, Span]]
"""Where a phrase stands that was read before: in words, and in the file."""


def read_lexicon(scope: Scope, node: Node, language: str) -> Lexicon:
    """Every meaning of a file, by its id; what cannot be read is told and left out."""
    problems = scope.problems
    if language not in LANGUAGES:
        known = ", ".join(f"`{name}`" for name in LANGUAGES)
        problems.error("ARB265", f"messages are not read in the language `{language}`", node.span, f"one of {known}")
    if not isinstance(node, MappingNode):
        problems.unread.add("meaning")
        problems.error("ARB201", "a lexicon must be a map", node.span, "write `meaning: {says: […], denies: […]}`")
        return Lexicon(language, {})
    seen: _Seen = {}
    return Lexicon(
        language, {name.text: _read_meaning(scope, name, value, language, seen) for name, value in node.entries}
    )


def _read_meaning(scope: Scope, name: Scalar, node: Node, language: str, seen: _Seen) -> Meaning:
    check_name(scope.problems, name, "snake", "a meaning")
    if name.text.startswith(DENIED):
        scope.problems.error(
            "ARB264",
            f"meaning `{name.text}` is called like the denial of another",
            part_of(name, 0, len(DENIED)),
            "name what is said, and list under `denies` how people deny it",
        )
    keys = Keys(scope, node, f"meaning `{name.text}`")
    keys.span = name.span
    given = keys.need("says")
    readable = keys.sound
    says = _phrases(keys, "says", language, seen)
    if given is not None and readable and keys.sound and not says:
        scope.problems.error("ARB260", f"{keys.what} has no phrase that says it", given.span, "add one under `says`")
    denies = _phrases(keys, "denies", language, seen)
    keys.close()
    return Meaning(name.text, says, denies, name.span)


def _phrases(keys: Keys, key: str, language: str, seen: _Seen) -> tuple[Phrase, ...]:
    found = []
    for scalar in keys.words(key):
        said = words(normal(scalar.text), language)
        if _can_be_found(keys.problems, scalar, said, f"`{key}` of {keys.what}"):
            _once(keys.problems, scalar, said, f"`{key}` of {keys.what}", seen)
            found.append(Phrase(scalar.text, scalar.span))
    return tuple(found)


def _can_be_found(problems: Problems, scalar: Scalar, said: tuple[str, ...], where: str) -> bool:
    """Whether a phrase has enough letters to be told from others; else it is an error."""
    letters = sum(len(word) for word in said)
    if not letters:
        message = f"a phrase in {where} has no words"
        problems.error("ARB261", message, scalar.span, "write what people say, or take it out")
    elif letters == 1:
        message = f"phrase `{scalar.text}` in {where} is one letter, which stands in many words"
        problems.error("ARB263", message, scalar.span, "write a longer phrase")
    return letters > 1


def _once(problems: Problems, scalar: Scalar, said: tuple[str, ...], where: str, seen: _Seen) -> None:
    """A phrase that is written the same but for letter case and punctuation is the same phrase."""
    before = seen.setdefault(said, (where, scalar.span))
    if before[1] == scalar.span:
        return
    message = f"phrase `{scalar.text}` stands in {where} and in {before[0]}"
    if before[0] == where:
        message = f"phrase `{scalar.text}` stands twice in {where}"
    problems.error("ARB262", message, scalar.span, "leave it in one place", ("first here", before[1]))
