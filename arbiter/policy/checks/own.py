"""Whose a construct is: the pack's own, or inherited. What a parent leaves to its children is no fault of theirs."""

from arbiter.policy.files import place_of
from arbiter.policy.locate import HEADER
from arbiter.policy.model import Policy
from evidence import Span


def is_own(policy: Policy, span: Span) -> bool:
    """Whether a construct stands in a file of the pack itself, and not in one of a parent's."""
    return is_own_file(policy, span.file)


def is_own_file(policy: Policy, shown: str) -> bool:
    """Whether a file, by the name under which it is shown, is one of the pack's own."""
    folder = _folder(policy)
    return shown.startswith(folder) and place_of(shown[len(folder) :]) is not None


def own_files(policy: Policy) -> dict[str, str]:
    """The texts of the pack's own files, by name within the pack."""
    name = _name(policy)
    return {file.removeprefix(f"{name}/"): text for file, text in policy.files.items() if file.startswith(f"{name}/")}


def inherited_files(policy: Policy, inner: str) -> list[str]:
    """The texts that the parents have under a name."""
    own = _name(policy)
    return [text for file, text in policy.files.items() if file.partition("/")[2] == inner and file != f"{own}/{inner}"]


def shown_own(policy: Policy, inner: str) -> str:
    """The name under which a file of the pack is shown."""
    return _folder(policy) + inner


def _name(policy: Policy) -> str:
    return list(policy.files)[-1].partition("/")[0]  # parents come first


def _folder(policy: Policy) -> str:
    return policy.header.span.file.removesuffix(HEADER)
