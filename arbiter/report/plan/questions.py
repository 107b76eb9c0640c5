"""Section 5: each disputed question, who had to show what, what speaks for each answer, and how it came out."""

from arbiter.engine.ir import NOBODY, QuestionRules
from arbiter.policy.model import ANSWERS, Answer, Argument, Burden, Signal
from arbiter.report.letter import Entry, Party, QuestionBlock, Sentence, Side
from arbiter.report.plan.account import Account
from arbiter.verdict.model import Finding, Weighed


def question_blocks(account: Account) -> tuple[QuestionBlock, ...]:
    """Every question in the order in which it was settled."""
    findings = {finding.question: finding for finding in account.derivation.verdict.findings}
    rules = account.derivation.book.questions
    return tuple(_block(account, one, findings[one.question.id]) for one in rules if one.question.id in findings)


def _block(account: Account, rules: QuestionRules, finding: Finding) -> QuestionBlock:
    return QuestionBlock(
        title=account.policy_sentence(finding.question, None, f"finding:{finding.question}"),
        meta=_meta(account, rules, finding),
        sides=tuple(_side(account, rules, finding, answer) for answer in ANSWERS) if finding.raised else (),
        finding=_finding(account, finding),
        clause=rules.question.clause,
    )


def _meta(account: Account, rules: QuestionRules, finding: Finding) -> tuple[Sentence, ...]:
    question, node = rules.question, f"finding:{finding.question}"
    if not finding.raised:
        return (Sentence("not-raised", {}, (node,)),)
    burden = _burden(rules, finding)
    statement = account.policy_sentence(question.id, burden.answer, node)
    found = [
        Sentence("raised", {"party": Party(question.raised.by)}, (node,)),
        Sentence("had-to-show", {"party": Party(burden.party), "statement": statement}, (node,)),
    ]
    if finding.burden_rule is not None:
        reason = account.policy_sentence(question.id, finding.burden_rule, f"rule:{question.id}.{finding.burden_rule}")
        found.append(
            Sentence("had-to-show-because", {"reason": reason}, (f"rule:{question.id}.{finding.burden_rule}",))
        )
    found += [account.policy_sentence(question.id, only, f"rule:{question.id}.{only}") for only in finding.counted]
    found.append(Sentence(f"standard-{finding.standard}", {}, (node,)))
    return tuple(found)


def _burden(rules: QuestionRules, finding: Finding) -> Burden:
    shifted = (shift.burden for _, shift in rules.shifts if shift.id == finding.burden_rule)
    return next(shifted, rules.question.burden)


def _side(account: Account, rules: QuestionRules, finding: Finding, answer: Answer) -> Side:
    arguments = {argument.id: argument for _, argument in rules.arguments}
    entries: list[Entry] = []
    for side, weighed in sorted(finding.standing, key=lambda pair: -pair[1].strength):
        if side == answer:
            entries += _entries(account, rules, arguments[weighed.argument], weighed, None)
    for side, weighed, by, _ in finding.defeated:
        if side == answer:
            reason = _why_set_aside(account, rules, weighed, by)
            aside = Sentence("set-aside", {"reason": reason}, (f"rule:{finding.question}.{weighed.argument}",))
            entries += _entries(account, rules, arguments[weighed.argument], weighed, aside)
    return Side(
        answer=Sentence(f"answer-{answer}", {}, ()),
        wins=finding.answer == answer,
        entries=tuple(entries),
        notes=_together(account, finding, answer),
    )


def _together(account: Account, finding: Finding, answer: Answer) -> tuple[Sentence, ...]:
    """Where independent premises count for more together than the weakest of them alone."""
    outcome = account.derivation.outcome
    assert outcome is not None
    found = []
    for side, weighed in finding.standing:
        carriers = outcome.weighing.carriers[weighed.key].values()
        alone = [s for records in carriers for index, s in records if index in weighed.records]
        if side == answer and len(weighed.premises) > 1 and weighed.strength > min(alone) and not account.gists:
            strength = Sentence(f"strength-{weighed.strength}", {})
            found.append(Sentence("together", {"strength": strength}, (f"finding:{finding.question}",)))
    return tuple(found)


def _why_set_aside(account: Account, rules: QuestionRules, weighed: Weighed, by: str) -> Sentence:
    """An exception's own sentence, or the rule that lets only other arguments count."""
    signals = account.derivation.book.signals
    if by in rules.signals:
        number = rules.signals[by]
        outcome = account.derivation.outcome
        assert outcome is not None
        index = outcome.weighing.carriers[weighed.key][number][0][0]
        return account.signal_sentence(signals[number], index)
    return account.policy_sentence(rules.question.id, by, f"rule:{rules.question.id}.{by}")


def _entries(
    account: Account, rules: QuestionRules, argument: Argument, weighed: Weighed, aside: Sentence | None
) -> list[Entry]:
    """One entry a premise, with the premise's own strength."""
    outcome = account.derivation.outcome
    assert outcome is not None
    found = []
    for name in (*argument.all, *argument.any):
        number = rules.signals[name]
        signal: Signal = account.derivation.book.signals[number]
        carried = [index for index, _ in outcome.weighing.carriers[weighed.key].get(number, []) if index != NOBODY]
        if carried:
            says = account.signal_sentence(signal, carried[0])
            strength = outcome.weighing.carriers[weighed.key][number][0][1]
            found.append(Entry(strength, says, (account.refs[carried[0]],), aside))
    return found


def _finding(account: Account, finding: Finding) -> tuple[Sentence, ...]:
    node = f"finding:{finding.question}"
    statement = account.policy_sentence(finding.question, finding.answer, node)
    if finding.by == "burden":
        found = [Sentence("found-burden", {"party": Party(finding.burden_on)}, (node,))]
    elif finding.by == "evidence":
        found = [Sentence("found-evidence", {"statement": statement}, (node,))]
    else:
        found = [Sentence("found-undisputed", {"statement": statement}, (node,))]
    if finding.open:
        found.append(Sentence("open-question", {}, (node,)))
    return tuple(found)
