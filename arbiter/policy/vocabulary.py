"""What the conditions of a policy may test: the built-in kinds, and all that its packs add before any rule is read.

Owns the fields that a policy brings into being: declared kinds, derived fields, special periods, meanings of messages,
and the claims that a statement can make.

No condition can test a name or an id, so who somebody is never decides anything. That is so by construction: ids of
records, and what a record is about, shows or reads, are in no vocabulary; free text (names, addresses, carriers,
captions) has no words to be tested for and may only be `known` or `unknown`; every other field is a role, a word of a
closed list, a number, an amount or a moment. The order in which records were sent is no field at all. A pack cannot
get round it: what a declared kind may not call its fields is told there.
"""

from collections.abc import Iterator, Mapping, Sequence

from arbiter.policy.files import PackFiles, place_of
from arbiter.policy.lexicon import DENIED, Lexicon
from arbiter.policy.parse.derived import declared_types
from arbiter.policy.parse.reader import Scope
from arbiter.policy.parse.records import read_records
from evidence import VOCABULARY, DeclaredKind, EnumType, FieldType, Kinds, SetType, vocabulary_with
from evidence.records import OCCURRED
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar

Nodes = dict[str, Node | None]
Vocabulary = Mapping[str, Mapping[str, FieldType]]

PERIOD_FIELD = "special_period"
MEANING_FIELD = ("message", "means")


def vocabulary_of(
    scope: Scope, packs: Sequence[PackFiles], nodes: Sequence[Nodes], lexicons: Sequence[Mapping[str, Lexicon]]
) -> tuple[Kinds, Vocabulary]:
    """The kinds of record that the packs declare, and every field that their conditions may test."""
    declared: dict[str, DeclaredKind] = {}
    words: dict[tuple[str, str], frozenset[str]] = {}
    claims = frozenset(_claims(packs, nodes))
    words["statement", "says"] = claims
    for pack, read in zip(packs, nodes, strict=True):
        for node in _at(pack, read, "records"):
            found = read_records(scope, node)
            declared.update(found.declared)
            for key, added in found.words.items():
                words[key] = words.get(key, frozenset()) | added
    kinds = Kinds(declared, words)
    vocabulary = {kind: dict(fields) for kind, fields in vocabulary_with(kinds).items()}
    periods, meanings = _period_names(packs, nodes), _meaning_words(lexicons)
    for kind in moments_of(kinds) if periods else ():
        vocabulary[kind][PERIOD_FIELD] = SetType(EnumType(periods))
    if meanings:
        vocabulary[MEANING_FIELD[0]][MEANING_FIELD[1]] = SetType(EnumType(meanings))
    for pack, read in zip(packs, nodes, strict=True):
        for node in _at(pack, read, "derived"):
            for kind, field, declared_type in declared_types(scope, node):
                if kind in vocabulary and (field not in vocabulary[kind]):
                    vocabulary[kind][field] = declared_type
    return kinds, vocabulary


def kinds_replaced(packs: Sequence[PackFiles], nodes: Sequence[Nodes]) -> tuple[str, ...]:
    """The kinds of record that a pack declares again, each of which replaces its parent's whole."""
    seen: dict[str, None] = {}
    again: dict[str, None] = {}
    for pack, read in zip(packs, nodes, strict=True):
        for node in _at(pack, read, "records"):
            names = [name.text for name, _ in node.entries] if isinstance(node, MappingNode) else []
            own = [name for name in names if name not in VOCABULARY]
            again |= dict.fromkeys(name for name in own if name in seen)
            seen |= dict.fromkeys(own)
    return tuple(again)


def moments_of(kinds: Kinds) -> Mapping[str, str]:
    """The field that says when a record happened, by kind: its day lies in special periods or does not."""
    # A name that Python reserves ends in `_` in the models.
    built_in = {kind: field.rstrip("_") for kind, field in OCCURRED.items()}
    declared = {kind.id: kind.occurred for kind in kinds.declared.values() if kind.occurred is not None}
    return {"claim": "filed_at", **built_in, **declared}


def _period_names(packs: Sequence[PackFiles], nodes: Sequence[Nodes]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for pack, read in zip(packs, nodes, strict=True):
        for node in _at(pack, read, "periods"):
            found |= dict.fromkeys(name.text for name, _ in node.entries) if isinstance(node, MappingNode) else {}
    return tuple(found)


def _meaning_words(lexicons: Sequence[Mapping[str, Lexicon]]) -> tuple[str, ...]:
    meanings = dict.fromkeys(name for own in lexicons for lexicon in own.values() for name in lexicon.meanings)
    return tuple(word for name in meanings for word in (name, f"{DENIED}{name}"))


def _at(pack: PackFiles, nodes: Nodes, place: str) -> Iterator[Node]:
    for inner in pack.texts:
        node = nodes.get(inner)
        if place_of(inner) == place and node is not None:
            yield node


def _claims(packs: Sequence[PackFiles], nodes: Sequence[Nodes]) -> Iterator[str]:
    """The names of claims: filing one is a statement that says it."""
    for pack, read in zip(packs, nodes, strict=True):
        for node in _at(pack, read, "claims"):
            name = node.get("claim") if isinstance(node, MappingNode) else None
            if isinstance(name, Scalar):
                yield name.text
