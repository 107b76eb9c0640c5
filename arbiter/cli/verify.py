"""`arbiter verify`: whether a decision is what was decided."""

from typing import TYPE_CHECKING

import typer

from arbiter.cli.options import CaseOption, DecisionArgument, PolicyOption, StoreOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arbiter.decision import Decision
    from arbiter.policy.model import Policy
    from evidence import CaseFile


def verify(
    decision: DecisionArgument, case: CaseOption = None, policy: PolicyOption = None, store: StoreOption = None
) -> None:
    """Check that a decision was not changed and, with its case, that deciding again gives the same.

    With --store, the chain of all its decisions is checked too. Exit code: 0 all well, 1 something does not fit.
    """
    from arbiter.cli.failures import CHECK_FAILED, show
    from arbiter.cli.inputs import case_and_warnings, find_decision, policy_of

    found, stored = find_decision(decision, store)
    broken = []
    if store is not None:
        from arbiter.store import Store

        with Store(store, must_exist=True) as chain:
            broken = chain.check_chain()
        show(broken)
    read = case_and_warnings(case)[0] if case else None
    loaded = policy_of(found, policy, read, stored) if read is not None else None
    if not verified(found, read, loaded) or broken:
        raise typer.Exit(CHECK_FAILED)


def verified(decision: "Decision", case: "CaseFile | None", policy: "Policy | None") -> bool:
    """Verify a decision, print what came of it, and return whether all is well."""
    from arbiter.cli.consoles import line, out
    from arbiter.verify import verify as check

    console = out()
    result = check(decision, case, policy)
    name = (decision.id, "bold")
    if not result.ok:
        what = "decided again: not the same" if result.whole else "changed after it was written"
        console.print(line(("✗ ", "bold red"), name, f" {what}"), soft_wrap=True)
        console.print(line("  first difference: ", result.difference or ""), soft_wrap=True)
        for other in _other_inputs(decision, case, policy):
            console.print(line(("  note: ", "yellow"), other), soft_wrap=True)
    elif result.whole:
        console.print(line(("✓ ", "bold green"), name, " decided again: the same"), soft_wrap=True)
    else:
        what = " integrity only: the decision is as it was written; add --case to decide again"
        console.print(line(("✓ ", "bold green"), name, what), soft_wrap=True)
    if result.engine_difference is not None:
        console.print(line(("  another engine: ", "yellow"), result.engine_difference), soft_wrap=True)
    return result.ok


def _other_inputs(decision: "Decision", case: "CaseFile | None", policy: "Policy | None") -> "Iterator[str]":
    """Which of what was given is not what the decision was made from."""
    named = decision.document["policy"]
    if policy is not None and policy.digest != named["digest"]:
        made = f"{named['id']} {named['version']} ({named['digest'][:12]})"
        yield f"it was decided under policy {made}; this is {policy.id} {policy.version} ({policy.digest[:12]})"
    if case is not None and case.digest != decision.document["case_digest"]:
        yield "the case is not as it was when it was decided, or it is another"
