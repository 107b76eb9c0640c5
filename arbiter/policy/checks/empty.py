"""ARB317: a pack that holds nothing. Loading no rules is an error, never a pass."""

from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems


def check_empty(policy: Policy, problems: Problems) -> None:
    """A pack has claims or signals, or at least parameters that others inherit."""
    if policy.claims or policy.signals or policy.parameters or problems.unread:
        return
    message = f"pack `{policy.id}` has neither claims nor signals nor parameters"
    problems.error("ARB317", message, policy.header.span, "add `claims/*.yaml`, or parameters that others inherit")
