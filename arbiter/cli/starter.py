"""A new pack from the starter: its files with the author's name and nouns, an example case, schemas for editors.

Owns where they go. What they say stands in the folder `starter`, in which `@WORDS@` are replaced.
"""

import re
from pathlib import Path

from arbiter.cli.files import write_text
from arbiter.policy.locate import find_parent
from arbiter.reference import schemas
from evidence import ROLES

FILES = Path(__file__).parent / "starter"
CASE = "case.yaml"
SCHEMAS = ".schemas"

PARENT = "common"

_CLAUSE = re.compile(r"\b([A-Z]+)-[0-9]")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NOUN = re.compile(r"[^\W\d_][\w-]*")


class StarterError(ValueError):
    """A pack that cannot be begun so, in words; `option` is what was wrong."""

    def __init__(self, option: str, message: str) -> None:
        self.option = option
        super().__init__(message)


def write_pack(name: str, folder: Path, roles: str) -> list[Path]:
    """Write the pack and what stands beside it; the paths of what was written. Raises StarterError, OSError.

    Nothing is written if the pack or its case is there already; schemas that are there stay as they are.
    """
    words = _words(name, _nouns(roles))
    pack, case = folder / name, folder / f"{name}-case.yaml"
    if not _NAME.fullmatch(name):
        raise StarterError("NAME", f"`{name}` is not in snake_case, like `tool_hire`")
    if find_parent(name, None) is not None:
        raise StarterError("NAME", f"a pack `{name}` is known already, and that name would mean it; choose another")
    for path in (pack, case):
        if path.exists():
            raise StarterError("NAME", f"`{path}` is there already; nothing was written")
    written = []
    for source in sorted(path for path in FILES.rglob("*.*") if path.is_file()):
        inner = source.relative_to(FILES)
        path = case if inner.as_posix() == CASE else pack / inner
        depth = 0 if path == case else len(inner.parts)
        write_text(path, _filled(source.read_text(encoding="utf-8"), words, depth))
        written.append(path)
    for file, text in schemas().items():
        if not (folder / SCHEMAS / file).exists():
            write_text(folder / SCHEMAS / file, text)
    return written


def _nouns(roles: str) -> dict[str, str]:
    """The noun of each role that was named, `hirer=buyer,lender=seller`."""
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in roles.split(","))):
        noun, _, role = (side.strip() for side in part.partition("="))
        role = role or noun
        if role not in ROLES[:-1]:
            raise StarterError("--roles", f"`{role}` is no role: write `noun=role` with one of {', '.join(ROLES[:-1])}")
        if not _NOUN.fullmatch(noun) or (noun in ROLES and noun != role):
            raise StarterError("--roles", f"`{noun}` cannot be a noun for `{role}`")
        if role in found or noun in found.values():
            raise StarterError("--roles", f"`{part}` names a role or a noun a second time")
        found[role] = noun
    return {"buyer": "buyer", "seller": "seller"} | found


def _words(name: str, nouns: dict[str, str]) -> dict[str, str]:
    own = {role: noun for role, noun in nouns.items() if noun != role}
    said = {role: noun.replace("_", " ").lower() for role, noun in nouns.items()}
    texts = "".join(
        f"role_{role} = the {said[role]}\n    .cap = The {said[role]}\n    .bare = {said[role]}\n\n" for role in own
    )
    return {
        "NAME": name,
        "TITLE": f"Disputes in {name.replace('_', ' ')}",
        "L": _letters(name),
        "ROLES": ", ".join(f"{noun}: {role}" for role, noun in nouns.items()),
        "BUYER": nouns["buyer"],
        "SELLER": nouns["seller"],
        "BUYER_NOUN": said["buyer"],
        "SELLER_NOUN": said["seller"],
        "NOUNS": texts.rstrip("\n") + "\n" if texts else "",
    }


def _letters(name: str) -> str:
    """What the pack's clauses begin with: the first letters of its name that no clause of its parent begins with."""
    parent = find_parent(PARENT, None)
    texts = [path.read_text(encoding="utf-8") for path in sorted(parent.rglob("*.*"))] if parent is not None else []
    taken = {found for text in texts for found in _CLAUSE.findall(text)}
    plain = "".join(letter for letter in name.upper() if letter.isalpha())
    begun = (plain[:length] for length in range(1, len(plain) + 1))
    return next((letters for letters in begun if letters not in taken), plain + "X")


def _filled(text: str, words: dict[str, str], depth: int) -> str:
    """A file of the starter with its words put in; `depth` is how deep it stands below the folder of the pack."""
    up = "../" * depth
    text = re.sub(
        r"@SCHEMA (\w+)@", lambda found: f"# yaml-language-server: $schema={up}{SCHEMAS}/{found[1]}.schema.json\n", text
    )
    return re.sub(r"@([A-Z_]+)@", lambda found: words[found[1]], text)
