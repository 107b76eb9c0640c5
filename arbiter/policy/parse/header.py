"""Reading `policy.yaml`: name, title, version, parent, languages, roles."""

from arbiter.policy.model import Header
from arbiter.policy.parse.reader import Keys, Scope
from evidence import ROLES
from evidence.source import Node, Scalar

LANGUAGES = ("en", "ru", "zh")


def read_header(scope: Scope, node: Node) -> Header:
    """The header of a pack. Roles map the pack's own nouns to canonical roles."""
    keys = Keys(scope, node, "the policy")
    name = keys.name("policy", "snake")
    languages = keys.words("languages")
    for language in languages:
        if language.text not in LANGUAGES:
            scope.problems.error(
                "ARB205", f"unknown language `{language.text}`", language.span, "one of " + ", ".join(LANGUAGES)
            )
    header = Header(
        id=name,
        title=keys.text("title"),
        version=keys.text("version"),
        extends=keys.text("extends", "") or None,
        languages=tuple(language.text for language in languages),
        roles=_read_roles(keys),
        span=keys.span,
    )
    keys.close()
    return header


def _read_roles(keys: Keys) -> dict[str, str]:
    roles: dict[str, str] = {}
    for noun, role in keys.entries("roles"):
        if not isinstance(role, Scalar) or role.text not in ROLES:
            keys.problems.error("ARB208", f"`{noun.text}` stands for no role", role.span, "one of " + ", ".join(ROLES))
            continue
        roles[noun.text] = role.text
    return roles
