"""Loading a policy for use: read it, check it, and make sure that both engines can run it."""

from pathlib import Path

from arbiter.engine.limits import check_limits
from arbiter.policy.load import PolicyError, read_policy
from arbiter.policy.model import Policy
from evidence import Diagnostic


def load_policy(pack: str | Path) -> Policy:
    """The policy of a pack, given by its name (a bundled one, or one under `ARBITER_RULES`) or its folder.

    A loaded policy is immutable; threads may share it. Raises PolicyError with every diagnostic if it has errors.
    """
    policy, diagnostics, files = check_policy(pack)
    if policy is None:
        raise PolicyError(diagnostics, files)
    return policy


def check_policy(pack: str | Path) -> tuple[Policy | None, list[Diagnostic], dict[str, str]]:
    """The policy (None if it has errors), every diagnostic, and the texts of its files by shown name."""
    policy, diagnostics, files = read_policy(pack)
    if policy is not None:
        diagnostics = [*diagnostics, *check_limits(policy)]
        if any(one.severity == "error" for one in diagnostics):
            policy = None
    return policy, diagnostics, files
