"""The files of packs as texts: found, decoded, named, and put in the order of inheritance.

A file has two names: the one it is shown under, which says where it stands, and the one the digest and the store know,
`pack/file`, which does not. This module reads no construct of the language.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from json import dumps
from pathlib import Path
from re import compile as pattern

from arbiter.policy.locate import HEADER, find_pack, find_parent, is_path, packs_in, rules_folders
from arbiter.policy.parse.reader import Problems
from evidence import Diagnostic, Scalar, Span, did_you_mean
from evidence.source import Mapping as MappingNode
from evidence.source import Node, read_yaml

SUFFIXES = (".yaml", ".yml", ".ftl")
MANUAL = "manual.md"
FIRST_FILES = ("records", "derived", "periods", "signals", "parameters")
KIND_OF_PLACE = {
    "records": "kind",
    "derived": "field",
    "periods": "period",
    "lexicon": "meaning",
    "signals": "signal",
    "parameters": "parameter",
    "questions": "question",
    "claims": "claim",
    "tables": "table",
    "texts": "text",
}
_UNTYPED = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class PackFiles:
    """One pack: its folder's own name, where the folder is shown to stand, and its texts by name within."""

    name: str
    shown: str
    texts: Mapping[str, str]

    def shown_name(self, inner: str) -> str:
        """A file's name for people."""
        return (Path(self.shown) / inner).as_posix()

    @cached_property
    def header(self) -> tuple[Node | None, list[Diagnostic]]:
        """The node of the header; None, and why, if it cannot be read."""
        return read_yaml(self.texts.get(HEADER, ""), self.shown_name(HEADER))

    def parent(self) -> Scalar | None:
        """The name of the parent, as the header says it; None without parent or readable header."""
        node, _ = self.header
        parent = node.get("extends") if isinstance(node, MappingNode) else None
        return parent if isinstance(parent, Scalar) else None


def packs_on_disk(pack: str | Path, problems: Problems) -> list[PackFiles]:
    """The pack and what it inherits from, parents first, as far as they can be found."""
    folder = find_pack(pack)
    if folder is None:
        problems.error("ARB110", f"no policy pack `{pack}`", None, _where_to_look(pack))
        return []
    chain: list[PackFiles] = []
    while folder is not None:
        chain.append(_read_folder(folder, problems))
        parent = chain[-1].parent()
        folder = None
        if parent is not None and not _in_ring(chain, parent, problems):
            beside = _stands_in(chain[-1])
            folder = find_parent(parent.text, beside)
            if folder is None:
                near = did_you_mean(
                    parent.text, (one.name for place in rules_folders(beside) for one in packs_in(place))
                )
                searched = ", ".join(f"`{place.as_posix()}`" for place in rules_folders(beside))
                _no_parent(
                    parent, f"did you mean `{near}`?" if near else f"packs are looked for in {searched}", problems
                )
    return chain[::-1]


def _where_to_look(pack: str | Path) -> str:
    """The cure for a pack that is not there: where it was looked for."""
    if isinstance(pack, Path) or is_path(pack):
        place = Path(os.path.abspath(pack)).as_posix()
        return f"there is no `{place}/{HEADER}`; a path in a case counts from the folder of the case file"
    searched = ", ".join(f"`{place.as_posix()}`" for place in rules_folders())
    return f"give a folder with a `{HEADER}`, or a name in {searched}"


def packs_in_store(files: Mapping[str, str], problems: Problems) -> list[PackFiles]:
    """The packs in files named `pack/file`, in any order: parents first, the one that no other extends last."""
    folders: dict[str, dict[str, str]] = {}
    for name, text in files.items():
        folder, _, inner = name.partition("/")
        folders.setdefault(folder if inner else "", {})[inner or name] = plain_text(text)
    for inner in folders.pop("", {}):
        problems.error("ARB109", f"`{inner}` is in no pack", None, "name files `pack/file`")
    packs = {name: PackFiles(name, name, dict(sorted(texts.items()))) for name, texts in sorted(folders.items())}
    for pack in packs.values():
        if HEADER not in pack.texts:
            problems.error("ARB114", f"pack `{pack.name}` has no `{HEADER}`", None, "add one: it names the policy")
            problems.unread.update(KIND_OF_PLACE.values())
    extended = {parent.text for pack in packs.values() if (parent := pack.parent())}
    last = [name for name in packs if name not in extended] or list(packs)[:1]
    unread = [one for pack in packs.values() for one in pack.header[1]] if len(last) > 1 else []
    if unread:
        problems.found.extend(unread)  # the parent that it names is not known
        return []
    if len(last) > 1:
        names = ", ".join(f"`{name}`" for name in last)
        problems.error("ARB113", f"the files hold several policies: {names}", None, "keep one pack and its parents")
        return []
    chain: list[PackFiles] = [packs[name] for name in last]
    while chain and (parent := chain[-1].parent()) is not None and not _in_ring(chain, parent, problems):
        if parent.text not in packs:
            _no_parent(parent, "add its files", problems)
            break
        chain.append(packs[parent.text])
    return chain[::-1]


def _stands_in(pack: PackFiles) -> Path:
    """The folder that a pack stands in, shown as the pack is where that can be done without asking the disk."""
    shown = Path(pack.shown)
    return shown.parent if shown.name not in ("", "..") else Path(os.path.abspath(shown)).parent


def _in_ring(chain: Sequence[PackFiles], parent: Scalar, problems: Problems) -> bool:
    names = [pack.name for pack in chain]
    if parent.text not in names:
        return False
    ring = " → ".join(f"`{name}`" for name in [*names[names.index(parent.text) :], parent.text])
    problems.error("ARB111", f"packs extend each other: {ring}", parent.span, "take one `extends` out")
    problems.unread.update(KIND_OF_PLACE.values())
    return True


def _no_parent(parent: Scalar, cure: str, problems: Problems) -> None:
    problems.error("ARB110", f"no policy pack `{parent.text}`", parent.span, cure)
    problems.unread.update(KIND_OF_PLACE.values())


def _read_folder(folder: Path, problems: Problems) -> PackFiles:
    texts: dict[str, str] = {}
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    paths = {inner: path for inner, path in found.items() if path.suffix.lower() in SUFFIXES or _is_of_pack(inner)}
    for inner, path in sorted(paths.items()):
        text = _read_text(path, problems)
        if text is not None:
            texts[inner] = text
        else:
            problems.unread.update(kinds_in(inner))
    name = Path(os.path.abspath(folder)).name or "pack"
    return PackFiles(name, folder.as_posix(), texts)


def _is_of_pack(inner: str) -> bool:
    """Whether a file that is neither YAML nor Fluent belongs to a pack: tables, and the manual at its top."""
    return place_of(inner) in ("tables", "parameters", "manual")


def _read_text(path: Path, problems: Problems) -> str | None:
    shown = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it is not a file").lower()
        problems.error("ARB101", f"cannot read `{shown}`: {reason}", None, "check what it is and who may read it")
        return None
    try:
        return plain_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = plain_text(data[: error.start].decode("utf-8-sig", "replace"))
        span = Span(shown, before.count("\n") + 1, len(before) - before.rfind("\n"), 1)
        utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]
        cure = "it looks like UTF-16: save it as UTF-8" if utf16 else "save it as UTF-8"
        problems.error("ARB102", f"`{shown}` is not UTF-8", None if utf16 else span, cure)
        return None


def plain_text(text: str) -> str:
    """A text without byte order mark, its lines ended by one character."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def forbidden_character(text: str, file: str) -> tuple[str, Span] | None:
    """The first character that no text may contain, as it is written down, and where it stands."""
    found = _UNTYPED.search(text)
    if found is None:
        return None
    line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    return f"U+{ord(found.group()):04X}", Span(file, line, column, 1)


def place_of(inner: str) -> str | None:
    """The part of a pack a file belongs to, `policy` for the header; None if it belongs to none."""
    folder, _, last = inner.rpartition("/")
    stem, _, suffix = last.rpartition(".")
    if inner == HEADER:
        return "policy"
    if inner in (MANUAL, "parameters.csv"):
        return stem
    if folder == "texts":
        return "texts" if suffix == "ftl" else None
    if folder == "tables":
        return "tables" if suffix == "csv" else None
    if suffix != "yaml" or last == HEADER:
        return None
    if folder in KIND_OF_PLACE:
        return folder
    return stem if not folder and stem in FIRST_FILES else None


def meant_place(inner: str) -> str | None:
    """The part of a pack that a misplaced or misnamed file was probably meant for."""
    folder, _, last = inner.rpartition("/")
    return did_you_mean(folder or last.partition(".")[0], [*KIND_OF_PLACE, "policy"])


def kinds_in(inner: str) -> tuple[str, ...]:
    """What a file may define: everything if it is the header, which names the parent."""
    place = place_of(inner) or meant_place(inner)
    kind = KIND_OF_PLACE.get(place or "")
    return (kind,) if kind else tuple(KIND_OF_PLACE.values()) if place == "policy" else ()


def policy_digest(files: Mapping[str, str]) -> str:
    """sha256 over names and texts of every file, parents included; line ends and byte order marks do not count."""
    content = sorted((name, plain_text(text)) for name, text in files.items())
    return sha256(
        dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    ).hexdigest()
