"""Section 14: by machine or person, versions, and how anyone can check the decision."""

from arbiter.report.letter import Argument, Listed, Sentence, Verbatim
from arbiter.report.plan.account import Account

CODE_LENGTH = 12


def how(account: Account) -> tuple[Sentence, ...]:
    """How the case was decided and how to check it."""
    document = account.decision.document
    policy, engine = document["policy"], document["engine"]
    if account.derivation.outcome is None:
        message = "how-disagreed"
    else:
        message = "how-proposal" if account.derivation.verdict.status == "referred" else "how-machine"
    codes = {
        "policy": Verbatim(policy["digest"][:CODE_LENGTH]),
        "casecode": Verbatim(document["case_digest"][:CODE_LENGTH]),
        "decision": Verbatim(document["digest"][:CODE_LENGTH]),
    }
    named: dict[str, Argument] = {
        "title": account.policy_sentence("policy_title", None),
        "version": Verbatim(policy["version"]),
    }
    engines = Listed(tuple(f"{name} {version}" for name, version in engine["matchers"].items()))
    return (
        Sentence(message, {}, ("engine",)),
        Sentence("how-policy", {**named, "clauses": Listed(tuple(_clauses(account)))}, ("policy",)),
        Sentence("how-digests", codes, ("digest",)),
        Sentence("how-versions", {"arbiter": Verbatim(engine["arbiter"]), "engines": engines}, ("engine",)),
        Sentence("how-verify", {"file": Verbatim(f"{account.decision.id}.json")}, ("digest",)),
    )


def _clauses(account: Account) -> list[str]:
    """The clauses of the questions and of the rules that decided."""
    book, verdict = account.derivation.book, account.derivation.verdict
    found = [rules.question.clause for rules in book.questions]
    counted = {rule for finding in verdict.findings for rule in (finding.burden_rule, *finding.counted)}
    for rules in book.questions:
        found += [rule.clause for _, rule in (*rules.shifts, *rules.only_counts) if rule.id in counted]
    winners = {choice.winner for head in verdict.heads for choice in (head.what, head.who)}
    for _, what, who in book.outcome.heads:
        found += [rule.clause for _, rule in (*what, *who) if rule.id in winners]
    kept = {one.id for one in verdict.guarantees if one.kept}
    found += [rule.clause for _, rule in book.outcome.guarantees if rule.id in kept]
    fired = {measure.id for measure in verdict.measures} | {reason.ref for reason in verdict.route.reasons}
    found += [rule.clause for _, rule in (*book.outcome.measures, *book.outcome.routes) if rule.id in fired]
    shut = (
        {head.gate for head in verdict.heads}
        | {one.gate for one in verdict.refused}
        | {reason.ref for reason in verdict.route.reasons}
    )
    found += [rule.clause for _, rule in book.outcome.gates if rule.id in shut]
    return sorted(dict.fromkeys(found))
