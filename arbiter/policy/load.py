"""Loading a pack: its files and its parents' into one `Policy`, with every diagnostic at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TypeVar

from arbiter.policy.checks import CHECKS
from arbiter.policy.locate import HEADER, find_pack, rules_folders
from arbiter.policy.model import Claim, Header, Parameter, Policy, Question, Signal, Texts
from arbiter.policy.parse.claims import read_claim
from arbiter.policy.parse.header import read_header
from arbiter.policy.parse.parameters import read_parameters
from arbiter.policy.parse.questions import read_question
from arbiter.policy.parse.reader import Problems, Scope
from arbiter.policy.parse.signals import read_signals
from evidence import ROLES, VOCABULARY, Diagnostic
from evidence.source import Node, read_yaml

T = TypeVar("T")
MAX_PARENTS = 8


class PolicyError(Exception):
    """A policy that cannot be used. `diagnostics` says everything that is wrong with it."""

    def __init__(self, diagnostics: Sequence[Diagnostic], files: Mapping[str, str] | None = None) -> None:
        self.diagnostics = tuple(diagnostics)
        self.files = dict(files or {})
        super().__init__("; ".join(f"{d.code}: {d.message}" for d in diagnostics if d.severity == "error"))


@dataclass(slots=True)
class _Pack:
    """What one pack's own files say."""

    header: Header
    parameters: dict[str, Parameter] = field(default_factory=dict)
    signals: dict[str, Signal] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
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
    files: dict[str, str] = {}
    folders = _with_parents(pack, problems)
    for folder in reversed(folders):
        files.update(_read_files(folder, problems))
    policy = None if problems.fatal else policy_from_files(files, problems)
    return policy, problems.found, files


def policy_from_files(files: Mapping[str, str], problems: Problems | None = None) -> Policy | None:
    """The policy in a set of files named `pack/file`, parents first; None after errors.

    This is how a policy that a store kept is loaded again: the digest depends on names within the packs and texts
    alone, never on where the folders stood.
    """
    problems = problems if problems is not None else Problems()
    packs: dict[str, dict[str, str]] = {}
    for name, text in files.items():
        folder, inner = _split(name)
        packs.setdefault(folder, {})[inner] = text
    roles = _roles_of(packs, problems)
    read = [_read_pack(folder, inner, roles, problems) for folder, inner in packs.items()]
    loaded = [pack for pack in read if pack is not None]
    if problems.fatal or not loaded:
        return None
    policy = _merge(loaded, {_stored(name): text for name, text in files.items()})
    for check in CHECKS:
        check(policy, problems)
    return None if problems.fatal else policy


def _with_parents(pack: str | Path, problems: Problems) -> list[Path]:
    """The pack's folder, then its parent's, and so on."""
    folders: list[Path] = []
    wanted: str | Path | None = pack
    beside: Path | None = None
    while wanted is not None:
        folder = find_pack(wanted, beside)
        if folder is None:
            searched = ", ".join(str(place) for place in rules_folders(beside))
            problems.error("ARB110", f"no policy pack `{wanted}`", None, f"looked in {searched}")
            return folders
        if folder in folders or len(folders) >= MAX_PARENTS:
            problems.error("ARB111", f"pack `{wanted}` extends itself", None, "take one `extends` out")
            return folders
        folders.append(folder)
        beside = folder.resolve().parent
        wanted = _parent_of(folder)
    return folders


def _parent_of(folder: Path) -> str | None:
    try:
        node, _ = read_yaml((folder / HEADER).read_text(encoding="utf-8"), HEADER)
    except (OSError, UnicodeDecodeError):
        return None
    parent = node.get("extends") if node is not None and hasattr(node, "get") else None
    return getattr(parent, "text", None) or None


def _read_files(folder: Path, problems: Problems) -> dict[str, str]:
    """The texts of a pack's files, by shown name."""
    files: dict[str, str] = {}
    wanted = [*folder.rglob("*.yaml"), *folder.rglob("*.yml"), *folder.rglob("*.ftl")]
    for path in sorted(wanted, key=lambda path: path.relative_to(folder).as_posix()):
        try:
            files[path.as_posix()] = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            problems.error("ARB102", f"`{path.as_posix()}` cannot be read as UTF-8 text", None, "save it as UTF-8")
    return files


_PLACES = ("questions", "claims", "texts", "signals", "parameters")


def _split(name: str) -> tuple[str, str]:
    """A shown file name as (folder of the pack, name within the pack)."""
    folder, _, last = name.rpartition("/")
    parent, _, place = folder.rpartition("/")
    return (parent or folder, f"{place}/{last}") if place in _PLACES else (folder, last)


def _stored(name: str) -> str:
    """A file's name as the digest and the store know it: the pack's own folder and the name within."""
    folder, inner = _split(name)
    return f"{folder.rpartition('/')[2]}/{inner}"


def _roles_of(packs: Mapping[str, Mapping[str, str]], problems: Problems) -> dict[str, str]:
    """Canonical roles, and the nouns of every pack in the chain."""
    roles = {role: role for role in ROLES}
    quiet = Problems()
    for folder, files in packs.items():
        node, _ = read_yaml(files.get(HEADER, ""), f"{folder}/{HEADER}")
        if node is not None:
            roles.update(read_header(Scope(quiet, VOCABULARY, roles), node).roles)
    return roles


def _read_pack(folder: str, files: Mapping[str, str], roles: dict[str, str], problems: Problems) -> _Pack | None:
    scope = Scope(problems, VOCABULARY, roles)
    header = _read_one(scope, folder, files, HEADER, read_header)
    if header is None:
        return None
    pack = _Pack(header)
    for inner, text in files.items():
        shown = f"{folder}/{inner}"
        place, _, last = inner.rpartition("/")
        if last.endswith(".ftl") and place == "texts":
            pack.texts.setdefault(last.removesuffix(".ftl"), []).append((shown, text))
        elif inner == HEADER:
            continue
        elif place == "questions":
            _add(problems, pack.questions, _read_one(scope, folder, files, inner, read_question))
        elif place == "claims":
            _add(problems, pack.claims, _read_one(scope, folder, files, inner, read_claim))
        elif inner == "signals.yaml" or place == "signals":
            _add(problems, pack.signals, *(_read_one(scope, folder, files, inner, read_signals) or {}).values())
        elif inner == "parameters.yaml" or place == "parameters":
            _add(problems, pack.parameters, *(_read_one(scope, folder, files, inner, read_parameters) or {}).values())
        else:
            problems.error(
                "ARB109",
                f"`{shown}` is no part of a pack",
                None,
                "a pack holds policy.yaml, parameters.yaml, signals.yaml, questions/, claims/, texts/",
            )
    return pack


def _add(problems: Problems, into: dict[str, T], *values: T | None) -> None:
    for value in values:
        if value is None:
            continue
        name, span = value.id, value.span  # type: ignore[attr-defined]
        if name in into:
            first = into[name].span  # type: ignore[attr-defined]
            problems.error("ARB209", f"`{name}` is defined twice", span, "rename one", ("first defined here", first))
        into[name] = value


def _read_one(
    scope: Scope, folder: str, files: Mapping[str, str], inner: str, read: Callable[[Scope, Node], T]
) -> T | None:
    node, diagnostics = read_yaml(files.get(inner, ""), f"{folder}/{inner}")
    scope.problems.found.extend(diagnostics)
    return None if node is None else read(scope, node)


def _merge(packs: Sequence[_Pack], files: dict[str, str]) -> Policy:
    """Parents first; what a child defines again replaces the parent's whole and is listed."""
    replaced: list[str] = []
    own = packs[-1]

    def merged(pick: Callable[[_Pack], dict[str, T]], what: str) -> dict[str, T]:
        result: dict[str, T] = {}
        for pack in packs:
            replaced.extend(f"{what} {name}" for name in pick(pack) if name in result)
            result.update(pick(pack))
        return result

    roles: dict[str, str] = {}
    for pack in packs:
        roles.update(pack.header.roles)
    header = Header(
        own.header.id,
        own.header.title,
        own.header.version,
        own.header.extends,
        own.header.languages,
        roles,
        own.header.span,
    )
    return Policy(
        header=header,
        parameters=merged(lambda pack: pack.parameters, "parameter"),
        signals=merged(lambda pack: pack.signals, "signal"),
        questions=merged(lambda pack: pack.questions, "question"),
        claims=merged(lambda pack: pack.claims, "claim"),
        texts={language: _texts(packs, language) for language in own.header.languages},
        files=files,
        digest=policy_digest(files),
        replaced=tuple(replaced),
    )


def _texts(packs: Iterable[_Pack], language: str) -> Texts:
    return Texts(language, tuple(source for pack in packs for source in pack.texts.get(language, [])))


def policy_digest(files: Mapping[str, str]) -> str:
    """sha256 over names and texts of every file, parents included; line ends do not count."""
    content = sorted((name, text.replace("\r\n", "\n")) for name, text in files.items())
    return sha256(dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
