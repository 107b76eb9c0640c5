"""Both engines agree on policies that nobody wrote: at least 500 of them, each with 200 cases.

Policies are made by chance from every construct of the language, loaded as files are, and their cases decided with both
engines. A difference would be ARB901. What must hold of any verdict is asserted beside it. Rulesets that are no longer
needed leak memory, so the work is done in processes that end after a share of it.
"""

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from random import Random

from arbiter.decide import CERTIFIED, Derivation, derive
from arbiter.engine.limits import check_limits
from arbiter.policy.load import policy_from_files
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems
from evidence import assemble
from tests.properties.disputes import AS_OF, cases, variants
from tests.properties.packs import pack

POLICIES = int(os.environ.get("ARBITER_POLICIES", "500"))
CASES = 200
WHOLE_CASES = 10
A_TASK = 25


@dataclass
class Found:
    """What a share of the work came to: what went wrong, and how much of the language it met."""

    wrong: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    cases: int = 0


def work(first: int) -> Found:
    """Decide the cases of some policies. Whatever is wrong is told with the seed that makes it again."""
    found = Found()
    for seed in range(first, min(first + A_TASK, POLICIES)):
        problems = Problems()
        policy = policy_from_files(pack(seed), problems)
        if policy is None:
            found.wrong.append(f"policy {seed} is refused: {problems.found[0].code} {problems.found[0].message}")
            continue
        if check_limits(policy):
            found.seen["beyond a limit"] += 1
            continue
        _decide(seed, policy, found)
    return found


def _decide(seed: int, policy: Policy, found: Found) -> None:
    random = Random(seed)
    for case in cases(seed, WHOLE_CASES):
        whole = assemble(case, AS_OF, policy.kinds)
        for dossier in variants(random, whole, CASES // WHOLE_CASES):
            found.cases += 1
            derivation = derive(dossier, policy, matcher=CERTIFIED)
            if derivation.disagreement is not None:
                found.wrong.append(
                    f"policy {seed}, case {case.case}: the engines disagree on {derivation.disagreement}"
                )
            found.wrong += [f"policy {seed}, case {case.case}: {one}" for one in broken(derivation)]
            _remember(derivation, found.seen)


def broken(derivation: Derivation) -> list[str]:
    """Promises that every verdict keeps, whatever the policy: sums, claims, bearers, unknowns, measures."""
    wrong: list[str] = []
    verdict, claimed = derivation.verdict, derivation.dossier.claim.amount
    item = next(one for one in derivation.items if one.kind == "claim")
    claimed = item.fields.get("amount")  # type: ignore[assignment]
    total = 0
    for transfer in verdict.transfers:
        total += transfer.amount.minor
        if transfer.amount.minor <= 0 or transfer.payer == transfer.payee or transfer.payer == "courier":
            wrong.append(f"a transfer that is none: {transfer}")
        if claimed is not None and transfer.amount.currency != claimed.currency:
            wrong.append(f"paid in another currency than claimed: {transfer}")
    if claimed is not None and total > claimed.minor:
        wrong.append(f"{total} paid of {claimed.minor} claimed")
    if any(not head.settled for head in verdict.heads) and verdict.status != "referred":
        wrong.append("an open head was decided")
    if verdict.status == "final" and (verdict.asks or not all(one.heard for one in verdict.hearings)):
        wrong.append("final before all was asked and heard")
    return wrong


def _remember(derivation: Derivation, seen: Counter[str]) -> None:
    """What of the language was met, so that a generator that grows dull is noticed."""
    verdict = derivation.verdict
    seen[verdict.status] += 1
    seen.update(f"by {finding.by}" for finding in verdict.findings)
    seen.update(f"head {head.what.state}" for head in verdict.heads)
    seen.update(f"reason {reason.cause}" for reason in verdict.route.reasons)
    seen["parts"] += any(head.part for head in verdict.heads)
    seen["units"] += any("#" in (head.part or "") for head in verdict.heads)
    seen["gate shut"] += any(head.gate for head in verdict.heads)
    seen["capped"] += any(head.capped for head in verdict.heads)
    seen["sequels"] += bool(verdict.sequels)
    seen["measures"] += bool(verdict.measures)
    seen["transfers"] += bool(verdict.transfers)
    seen["answers of its own"] += any(finding.answer in ("packing", "handling") for finding in verdict.findings)
    seen["unclear"] += any(finding.answer == "unclear" for finding in verdict.findings)


MUST_BE_MET = (
    "final", "provisional", "referred", "by evidence", "by burden", "by undisputed", "by otherwise", "head settled",
    "head gap", "head conflict", "head unknown", "reason unknown", "reason missing_amount", "reason no_fault",
    "reason deadlock", "reason gate", "reason parts", "reason guarantee", "parts", "units", "gate shut", "capped",
    "sequels", "measures", "transfers", "answers of its own", "unclear",
)  # fmt: skip


def test_engines_agree_on_generated_policies() -> None:
    """Nothing that an author can write makes the engines differ, or breaks what every verdict promises."""
    shares = range(0, POLICIES, A_TASK)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=1) as workers:
        results = list(workers.map(work, shares))
    wrong = [one for result in results for one in result.wrong]
    seen: Counter[str] = sum((result.seen for result in results), Counter())
    assert wrong == []
    assert sum(result.cases for result in results) >= (POLICIES - seen["beyond a limit"]) * CASES
    assert seen["beyond a limit"] <= POLICIES // 50, "policies that are refused prove nothing"
    assert [name for name in MUST_BE_MET if not seen[name]] == [], "the generated policies cover too little"
