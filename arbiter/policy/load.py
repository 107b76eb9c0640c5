"""Loading a pack: its files and its parents' into one `Policy`, with every diagnostic at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from arbiter.policy.checks import CHECKS
from arbiter.policy.dated import Parameter, Period
from arbiter.policy.files import (
    FIRST_FILES,
    PackFiles,
    forbidden_character,
    kinds_in,
    meant_place,
    packs_in_store,
    packs_on_disk,
    place_of,
    policy_digest,
)
from arbiter.policy.lexicon import Lexicon
from arbiter.policy.locate import HEADER
from arbiter.policy.model import Claim, Derived, Header, Policy, Question, Signal, Texts
from arbiter.policy.parse.claims import read_claim
from arbiter.policy.parse.derived import read_derived, read_periods
from arbiter.policy.parse.header import read_header
from arbiter.policy.parse.lexicon import read_lexicon
from arbiter.policy.parse.parameters import read_parameters
from arbiter.policy.parse.questions import read_question
from arbiter.policy.parse.reader import Problems, Scope
from arbiter.policy.parse.signals import read_signals
from arbiter.policy.parse.slips import mend
from arbiter.policy.parse.tables import read_parameter_table
from arbiter.policy.vocabulary import Nodes, kinds_replaced, vocabulary_of
from evidence import ROLES, VOCABULARY, Diagnostic, Span
from evidence.source import Node, read_yaml

T = TypeVar("T")
__all__ = ["PolicyError", "load_policy", "policy_digest", "policy_from_files", "read_policy"]


class PolicyError(Exception):
    """A policy that cannot be used. `diagnostics` says everything that is wrong with it."""

    def __init__(self, diagnostics: Sequence[Diagnostic], files: Mapping[str, str] | None = None) -> None:
        self.diagnostics = tuple(diagnostics)
        self.files = dict(files or {})
        super().__init__("; ".join(f"{d.code}: {d.message}" for d in diagnostics if d.severity == "error"))


@dataclass(slots=True)
class _Pack:
    """What one pack's own files say."""

    header: Header | None
    parameters: dict[str, Parameter] = field(default_factory=dict)
    signals: dict[str, Signal] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    derived: dict[str, Derived] = field(default_factory=dict)
    periods: dict[str, Period] = field(default_factory=dict)
    lexicons: dict[str, Lexicon] = field(default_factory=dict)
    texts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def load_policy(pack: str | Path) -> Policy:
    """The policy of a pack, given by its name or its folder.

    Raises PolicyError with every diagnostic if it has errors; warnings are told by `read_policy` alone.
    """
    policy, problems, files = read_policy(pack)
    if policy is None:
        raise PolicyError(problems, files)
    return policy


def read_policy(pack: str | Path) -> tuple[Policy | None, list[Diagnostic], dict[str, str]]:
    """The policy (None if it has errors), all diagnostics, and the files that were read, by shown name."""
    problems = Problems()
    packs = packs_on_disk(pack, problems)
    policy = _policy_of(packs, problems)
    files = {one.shown_name(inner): text for one in packs for inner, text in one.texts.items()}
    return policy, problems.found, files


def policy_from_files(files: Mapping[str, str], problems: Problems | None = None) -> Policy | None:
    """The policy in a set of files named `pack/file`, in any order; None after errors.

    This is how a policy that a store kept is loaded again: the digest depends on names within the packs and texts
    alone, never on where the folders stood.
    """
    problems = problems if problems is not None else Problems()
    return _policy_of(packs_in_store(files, problems), problems)


def _policy_of(packs: Sequence[PackFiles], problems: Problems) -> Policy | None:
    """The policy of packs, parents first. Whatever can be read is checked, so that one run tells everything."""
    if not packs:
        if not problems.fatal:
            problems.error("ARB108", "there are no files", None, f"a pack has a `{HEADER}`")
        return None
    nodes = [_nodes_of(pack, problems) for pack in packs]
    first = Scope(problems, VOCABULARY, *_roles_of(packs))
    lexicons = [_lexicons(first, pack, read) for pack, read in zip(packs, nodes, strict=True)]
    kinds, vocabulary = vocabulary_of(first, packs, nodes, lexicons)
    read = []
    for pack, own, meanings in zip(packs, nodes, lexicons, strict=True):
        tables = {
            inner.removeprefix("tables/"): (pack.shown_name(inner), text)
            for inner, text in pack.texts.items()
            if place_of(inner) == "tables"
        }
        scope = replace(first, vocabulary=vocabulary, tables=tables)
        read.append(_read_pack(scope, pack, own, meanings))
    merged = _merge(read, packs)
    replaced = (*merged.replaced, *(f"kind of record {name}" for name in kinds_replaced(packs, nodes)))
    policy = replace(merged, kinds=kinds, vocabulary=vocabulary, replaced=replaced)
    for check in CHECKS:
        check(policy, problems)
    return None if problems.fatal else policy


def _nodes_of(pack: PackFiles, problems: Problems) -> Nodes:
    """Every YAML file of a pack, read once. A file that cannot be read leaves what it may define `unread`."""
    found: Nodes = {}
    for inner, text in pack.texts.items():
        place = place_of(inner)
        if inner.endswith(".csv") and place == "parameters":
            forbidden = forbidden_character(text, pack.shown_name(inner))
            if forbidden is None:
                found[inner] = read_parameter_table(problems, pack.shown_name(inner), text)
            else:
                problems.error("ARB103", f"the text contains the character {forbidden[0]}", forbidden[1], "remove it")
        elif place is not None and inner.endswith(".yaml"):
            node, diagnostics = pack.header if place == "policy" else read_yaml(text, pack.shown_name(inner))
            problems.found.extend(diagnostics)
            if node is None:
                problems.unread.update(kinds_in(inner))
            # What people write in messages is not ours to mend.
            found[inner] = node if node is None or place == "lexicon" else mend(node, text, problems)
    return found


def _lexicons(scope: Scope, pack: PackFiles, nodes: Nodes) -> dict[str, Lexicon]:
    """The phrases of a pack, by language."""
    found: dict[str, Lexicon] = {}
    for inner in pack.texts:
        node = nodes.get(inner)
        if place_of(inner) == "lexicon" and node is not None:
            language = inner.removeprefix("lexicon/").removesuffix(".yaml")
            found[language] = read_lexicon(scope, node, language)
    return found


def _roles_of(packs: Sequence[PackFiles]) -> tuple[dict[str, str], bool]:
    """Canonical roles and the nouns of every pack in the chain; whether all headers could be read."""
    roles = {role: role for role in ROLES}
    known = True
    for pack in packs:
        node, _ = pack.header
        quiet = Problems()
        if node is not None:
            roles.update(read_header(Scope(quiet, VOCABULARY, roles), node).roles)
        known = known and node is not None and not any(one.code == "ARB208" for one in quiet.found)
    return roles, known and packs[0].parent() is None


def _read_pack(scope: Scope, files: PackFiles, nodes: Nodes, lexicons: dict[str, Lexicon]) -> _Pack:
    """What a pack's own files say."""
    problems = scope.problems

    def read(inner: str, reader: Callable[[Scope, Node], T]) -> T | None:
        node = nodes.get(inner)
        return None if node is None else reader(scope, node)

    pack = _Pack(read(HEADER, read_header), lexicons=lexicons)
    for inner, text in files.texts.items():
        match place_of(inner):
            case "texts":
                language = inner.removeprefix("texts/").removesuffix(".ftl")
                _add_text(problems, pack, language, files.shown_name(inner), text)
            case "questions":
                _add(problems, "question", pack.questions, read(inner, read_question))
            case "claims":
                _add(problems, "claim", pack.claims, read(inner, read_claim))
            case "signals":
                _add(problems, "signal", pack.signals, *(read(inner, read_signals) or {}).values())
            case "parameters":
                _add(problems, "parameter", pack.parameters, *(read(inner, read_parameters) or {}).values())
            case "derived":
                _add(problems, "field", pack.derived, *(read(inner, read_derived) or {}).values())
            case "periods":
                _add(problems, "period", pack.periods, *(read(inner, read_periods) or {}).values())
            case "policy" | "records" | "lexicon" | "tables" | "manual":
                continue
            case _:
                _stray(problems, files, inner)
    return pack


def _add_text(problems: Problems, pack: _Pack, language: str, shown: str, text: str) -> None:
    forbidden = forbidden_character(text, shown)
    if forbidden is None:
        pack.texts.setdefault(language, []).append((shown, text))
        return
    problems.error("ARB103", f"the text contains the character {forbidden[0]}", forbidden[1], "remove it")
    problems.unread.add("text")


def _stray(problems: Problems, files: PackFiles, inner: str) -> None:
    near = meant_place(inner)
    names = {"policy": HEADER} | {stem: f"{stem}.yaml" for stem in FIRST_FILES}
    name = names.get(near or "", f"{near}/")
    parts = (
        "policy.yaml, records.yaml, derived.yaml, periods.yaml, parameters.yaml, parameters.csv, signals.yaml, "
        "questions/*.yaml, claims/*.yaml, tables/*.csv, lexicon/*.yaml, texts/*.ftl, manual.md"
    )
    cure = f"did you mean `{name}`? " if near else ""
    message = f"`{files.shown_name(inner)}` is no part of a pack"
    problems.error("ARB109", message, None, f"{cure}a pack holds {parts}")
    problems.unread.update(kinds_in(inner))


def _add(problems: Problems, kind: str, into: dict[str, T], *values: T | None) -> None:
    for value in values:
        if value is None:
            continue
        name, span = value.id, value.span  # type: ignore[attr-defined]
        if not name:
            problems.unread.add(kind)
            continue
        if name in into:
            first = into[name].span  # type: ignore[attr-defined]
            problems.error(
                "ARB209", f"{kind} `{name}` is defined twice", span, "rename one", ("first defined here", first)
            )
        into[name] = value


def _merge(packs: Sequence[_Pack], read_from: Sequence[PackFiles]) -> Policy:
    """Parents first; what a child defines again replaces the parent's whole and is listed."""
    replaced: list[str] = []
    files = {f"{pack.name}/{inner}": text for pack in read_from for inner, text in pack.texts.items()}
    nowhere = Span(read_from[-1].shown_name(HEADER), 1, 1, 1)
    own = packs[-1].header or Header(read_from[-1].name, "", "", None, (), {}, nowhere)

    def merged(pick: Callable[[_Pack], dict[str, T]], what: str) -> dict[str, T]:
        result: dict[str, T] = {}
        for pack in packs:
            replaced.extend(f"{what} {name}" for name in pick(pack) if name in result)
            result.update(pick(pack))
        return result

    roles: dict[str, str] = {}
    for pack in packs:
        roles.update(pack.header.roles if pack.header else {})
    header = Header(
        own.id,
        own.title,
        own.version,
        own.extends,
        own.languages,
        roles,
        own.span,
        next((pack.header.zone for pack in reversed(packs) if pack.header and pack.header.zone), None),
        next((pack.header.profiles for pack in reversed(packs) if pack.header and pack.header.profiles), ()),
    )
    policy = Policy(
        header=header,
        parameters=merged(lambda pack: pack.parameters, "parameter"),
        signals=merged(lambda pack: pack.signals, "signal"),
        questions=merged(lambda pack: pack.questions, "question"),
        claims=merged(lambda pack: pack.claims, "claim"),
        texts={language: _texts(packs, language) for language in own.languages},
        files=files,
        digest=policy_digest(files),
        derived=merged(lambda pack: pack.derived, "field"),
        periods=merged(lambda pack: pack.periods, "period"),
        lexicons=merged(lambda pack: pack.lexicons, "lexicon"),
    )
    return replace(policy, replaced=tuple(replaced))


def _texts(packs: Iterable[_Pack], language: str) -> Texts:
    return Texts(language, tuple(source for pack in packs for source in pack.texts.get(language, [])))
