"""Every verdict can be told: letters to everyone, in every language and form, and the terminal's own account.

Policies are made by chance from every construct of the language, so verdicts come in shapes that no test writer thought
of. A letter that cannot be made, or that shows a word of the policy language, would be found here.
"""

import os
import re
from collections import Counter
from collections.abc import Mapping
from io import StringIO

import pytest
from rich.console import Console

from arbiter import Policy, report
from arbiter.cli.outline import Outline
from arbiter.cli.verdict_view import verdict_panel
from arbiter.decide import derive, record
from arbiter.engine.limits import check_limits
from arbiter.explain import explanation
from arbiter.policy.load import policy_from_files
from arbiter.policy.parse.reader import Problems
from arbiter.report.open_doors import audiences
from tests.properties.disputes import AS_OF, cases
from tests.properties.packs import pack

POLICIES = int(os.environ.get("ARBITER_LETTER_POLICIES", "40"))
CASES = 3
# Nouns of the parties in every form that Russian sentences ask for.
FORMS = ("cap", "bare", "gen", "dat", "acc", "ins", "prep")
PARTIES = {
    "buyer": "покупатель", "seller": "продавец", "carrier": "перевозчик", "courier": "курьер", "platform": "площадка",
}  # fmt: skip
# A placeholder that was filled with nothing, a message that Fluent could not find, a part's own name.
BROKEN = re.compile(r"\{ ?\$|\{\?|\bNone\b(?! of the)|\b[a-z]+#\d")

# Sentences of a page carry the nodes of the reasoning that they rest on, for machines.
NODES = re.compile(r'data-node="[^"]*"')

CHINESE = {"buyer": "买家", "seller": "卖家", "carrier": "物流公司", "courier": "配送员", "platform": "平台"}
CHINESE_ROLES = "".join(f"role_{role} = {noun}\n" for role, noun in CHINESE.items())


def in_every_language(files: Mapping[str, str]) -> dict[str, str]:
    """A generated pack with texts in every language: the same sentences, other nouns for the parties."""
    found = dict(files)
    for name, text in files.items():
        if name.endswith("/policy.yaml"):
            found[name] = text.replace("languages: [en]", "languages: [en, ru, zh]")
        if name.endswith("/texts/en.ftl"):
            found[name.replace("en.ftl", "ru.ftl")] = text if "role_" not in text else roles()
            found[name.replace("en.ftl", "zh.ftl")] = text if "role_" not in text else CHINESE_ROLES
    return found


def roles() -> str:
    return "".join(
        f"role_{role} = {noun}\n" + "".join(f"    .{form} = {noun}\n" for form in FORMS)
        for role, noun in PARTIES.items()
    )


def policy_of(seed: int) -> Policy:
    problems = Problems()
    policy = policy_from_files(in_every_language(pack(seed)), problems)
    assert policy is not None, (seed, [one.message for one in problems.found[:3]])
    return policy


def test_every_verdict_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """No verdict lacks words, whatever rules made it."""
    monkeypatch.setattr(explanation, "MAX_DECISIONS", 6)
    seen: Counter[str] = Counter()
    for seed in range(POLICIES):
        policy = policy_of(seed)
        if check_limits(policy):
            continue
        for number, case in enumerate(cases(seed, CASES)):
            derivation = derive(case, policy, AS_OF)
            decision = record(derivation)
            to = audiences(policy)[(seed + number) % len(audiences(policy))]
            for language in policy.header.languages:
                for form in ("md", "html"):
                    text = report(decision, case, policy, audience=to, language=language, form=form)
                    found = BROKEN.search(NODES.sub("", text.partition("</style>")[2] or text))
                    assert found is None, (seed, number, to, language, found[0])
            console = Console(file=StringIO(), width=200)
            console.print(verdict_panel(decision, policy, {}))
            for node in Outline(decision, policy.noun, {}.get).shown:
                console.print(node.label)
            verdict = derivation.verdict
            seen.update(f"by {finding.by}" for finding in verdict.findings)
            seen.update(f"reason {reason.cause}" for reason in verdict.route.reasons)
            seen["parts"] += any(head.part for head in verdict.heads)
            seen["gate"] += any(head.gate for head in verdict.heads)
            seen["sequels"] += bool(verdict.sequels)
            seen["transfers"] += bool(verdict.transfers)
    wanted = ("by otherwise", "by burden", "by evidence", "reason gate", "reason parts", "parts", "gate", "sequels")
    assert [name for name in (*wanted, "transfers") if not seen[name]] == [], "the verdicts cover too little"
