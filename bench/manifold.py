"""A policy with many times the rules: the claim of a parcel not received, and copies of it under other names.

The claim stands in a pack of the benchmark's own, the parcel pack as it was with that claim alone, so that figures stay
comparable when the bundled pack grows.

A case must not become slower because the policy knows other claims.
"""

import re
from pathlib import Path
from shutil import copytree

_NAMES_OF_SIGNALS = re.compile(r"^(\w+):", re.MULTILINE)
_MESSAGE = re.compile(r"^([a-z]\w*) = .*\n(?:[ \t]+.*\n?)*", re.MULTILINE)


PARCEL = Path(__file__).parent / "packs" / "parcel"


def write_manifold(rules: Path, folder: Path, copies: int) -> Path:
    """Write the packs into a folder, with the copies; the path of the grown parcel pack."""
    copytree(rules / "common", folder / "common")
    pack = Path(copytree(PARCEL, folder / "parcel"))
    signals = (pack / "signals.yaml").read_text(encoding="utf-8")
    names = _NAMES_OF_SIGNALS.findall(signals)
    more = [_NAMES_OF_SIGNALS.sub(rf"\1_{copy}:", signals) for copy in range(copies)]
    (pack / "signals.yaml").write_text("\n".join([signals, *more]), encoding="utf-8")
    files = [path for kind in ("questions", "claims") for path in sorted((PARCEL / kind).glob("*.yaml"))]
    names += [path.stem for path in files]
    for path in files:
        for copy in range(copies):
            text = _renamed(path.read_text(encoding="utf-8"), names, copy)
            (pack / path.parent.name / f"{path.stem}_{copy}.yaml").write_text(text, encoding="utf-8")
    for path in sorted((pack / "texts").glob("*.ftl")):
        _copy_texts(path, names, copies)
    return pack


def _renamed(text: str, names: list[str], copy: int) -> str:
    """The file of a question or a claim, in which these names stand only for signals, questions and the claim."""
    return re.sub(rf"(?<![\w.-])({'|'.join(names)})(?![\w-])", rf"\1_{copy}", text)


def _copy_texts(path: Path, names: list[str], copies: int) -> None:
    """The sentences of what is copied, under the new names; heads keep theirs, since claims may share them."""
    text = path.read_text(encoding="utf-8")
    found = [match for match in _MESSAGE.finditer(text) if match.group(1) in names]
    added = []
    for copy in range(copies):
        for match in found:
            inner = re.sub(rf"\$({'|'.join(names)})__", rf"$\1_{copy}__", match.group())
            added.append(re.sub(rf"^{match.group(1)} =", f"{match.group(1)}_{copy} =", inner))
    path.write_text(text + "\n" + "\n".join(added), encoding="utf-8")
