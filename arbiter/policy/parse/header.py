"""Reading `policy.yaml`: name, title, version, parent, languages, roles, profiles."""

from zoneinfo import ZoneInfo

from arbiter.languages import LANGUAGES
from arbiter.policy.model import Header
from arbiter.policy.parse.reader import Keys, Scope, key_place, meant
from arbiter.policy.profiles import PROFILES
from evidence import ROLES
from evidence.source import Node, Scalar


def read_header(scope: Scope, node: Node) -> Header:
    """The header of a pack. Roles map the pack's own nouns to canonical roles."""
    keys = Keys(scope, node, "the policy")
    name = keys.name("policy", "snake")
    keys.span = key_place(node, "policy") or keys.span
    before = len(scope.problems.found)
    languages = keys.words("languages")
    if not languages and keys.need("languages") and len(scope.problems.found) == before:
        scope.problems.error("ARB203", "the policy has no `languages`", keys.span, "add `languages: [en]`")
    for language in languages:
        if language.text not in LANGUAGES:
            scope.problems.error(
                "ARB205", f"unknown language `{language.text}`", language.span, meant(language.text, LANGUAGES)
            )
    header = Header(
        id=name,
        title=keys.text("title"),
        version=keys.text("version"),
        extends=keys.name("extends", "snake") if keys.node and keys.get("extends") else None,
        languages=tuple(dict.fromkeys(language.text for language in languages if language.text in LANGUAGES)),
        roles=_read_roles(keys),
        span=keys.span,
        zone=_read_zone(keys),
        profiles=_read_profiles(keys),
    )
    keys.close()
    return header


def _read_profiles(keys: Keys) -> tuple[str, ...]:
    """The laws whose fields letters are to hold, each once."""
    found = keys.words("profiles")
    for one in found:
        if one.text not in PROFILES:
            message = f"unknown profile `{one.text}`"
            keys.problems.error("ARB205", message, one.span, meant(one.text, PROFILES))
    return tuple(dict.fromkeys(one.text for one in found if one.text in PROFILES))


def _read_zone(keys: Keys) -> str | None:
    """The zone in which the policy's days begin and end."""
    node = keys.scalar(keys.get("zone"), "zone") if keys.get("zone") is not None else None
    if node is None:
        return None
    try:
        return ZoneInfo(node.text).key
    except (ValueError, OSError, KeyError):
        keys.problems.error("ARB205", f"unknown time zone `{node.text}`", node.span, "write it like `Europe/Berlin`")
        return None


def _read_roles(keys: Keys) -> dict[str, str]:
    roles: dict[str, str] = {}
    for noun, role in keys.entries("roles"):
        if not isinstance(role, Scalar) or role.text not in ROLES:
            shown = f"`{role.text}` is no role" if isinstance(role, Scalar) else f"`{noun.text}` stands for no role"
            keys.problems.error("ARB208", shown, role.span, meant(getattr(role, "text", ""), ROLES))
            continue
        if noun.text in ROLES and noun.text != role.text:
            message = f"`{noun.text}` is a role of its own and cannot stand for `{role.text}`"
            keys.problems.error("ARB208", message, noun.span, "choose another noun")
            continue
        roles[noun.text] = role.text
    return roles
