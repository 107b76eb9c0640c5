"""Section 5: each disputed question, who had to show what, what speaks for each answer, and how it came out.

What is settled part by part is told once for all parts that came out alike, on evidence that says the same.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from arbiter.engine.ir import NOBODY, QuestionRules
from arbiter.policy.conditions import RecordTest, findings_in, leaves
from arbiter.policy.model import ANSWERS, Answer, Argument, Burden, Signal
from arbiter.report.letter import Argument as Value
from arbiter.report.letter import Entry, Party, QuestionBlock, Sentence, Side
from arbiter.report.plan.account import Account
from arbiter.report.plan.evidence import dated, describe, message_quote
from arbiter.report.plan.groups import grouped, largest, more, subject, words_of
from arbiter.verdict.findings import ON_RECORD
from arbiter.verdict.mattering import place_of
from arbiter.verdict.model import Finding, Weighed


def question_blocks(account: Account) -> tuple[QuestionBlock, ...]:
    """Every question in the order in which it was settled; last those on which nothing turned."""
    found: list[QuestionBlock] = []
    for rules in account.derivation.book.questions:
        name = rules.question.id
        findings = [one for one in account.derivation.verdict.findings if one.question == name]
        before = len(found)
        found += [_block(account, rules, one) for one in findings if one.part is None]
        found += _of_parts(account, [(one.part, _block(account, rules, one)) for one in findings if one.part])
        if findings and all(place_of(one) in account.idle for one in findings):
            found[before:] = [replace(block, idle=True) for block in found[before:]]
    return tuple(sorted(found, key=lambda block: block.idle))


def _of_parts(account: Account, blocks: list[tuple[str, QuestionBlock]]) -> list[QuestionBlock]:
    """The blocks of parts, with those that read the same in one."""
    groups = grouped(blocks, lambda one: _reads(one[1]))
    shown, others = largest(groups)
    found: list[QuestionBlock] = []
    for group in shown:
        block = replace(_united([block for _, block in group]), about=subject(account, [part for part, _ in group]))
        same = found and [words_of(one) for one in block.meta] == [words_of(one) for one in found[0].meta]
        # Who had to show what is the same for most parts: once is enough.
        found.append(replace(block, meta=()) if same and len(found[0].meta) > 1 else block)
    if others:
        told = more(account, len(groups) - len(shown), [part for part, _ in others])
        found.append(replace(others[0][1], meta=(), sides=(), finding=(told,)))
    return found


def _reads(block: QuestionBlock) -> Hashable:
    """What a block says, whichever records say it."""
    sides = tuple(
        (tuple(dict.fromkeys(_entry(one) for one in side.entries)), tuple(words_of(note) for note in side.notes))
        for side in block.sides
    )
    return tuple(words_of(one) for one in block.meta), sides, tuple(words_of(one) for one in block.finding)


def _entry(entry: Entry) -> Hashable:
    return entry.strength, words_of(entry.says), words_of(entry.set_aside), words_of(entry.quote)


def _united(blocks: list[QuestionBlock]) -> QuestionBlock:
    """Blocks that read the same, with the records of all."""
    sides = tuple(
        replace(side, entries=tuple(entry for block in blocks for entry in block.sides[number].entries))
        for number, side in enumerate(blocks[0].sides)
    )
    return replace(blocks[0], sides=sides)


def _block(account: Account, rules: QuestionRules, finding: Finding) -> QuestionBlock:
    question = rules.question
    node = f"finding:{finding.question}"
    if place_of(finding) in account.unneeded:
        title, why = account.policy_sentence(finding.question, None, node), Sentence("question-not-needed", {}, (node,))
        return QuestionBlock(title, (), (), (why,), question.clause)
    # An answer of its own for which nothing speaks would only take up room, and facts on record have no other side.
    every = question.answers == ANSWERS and not question.on_record
    answers = [answer for answer in question.answers if every or _spoken_for(finding, answer)]
    return QuestionBlock(
        title=account.policy_sentence(finding.question, None, node),
        meta=_meta(account, rules, finding),
        sides=tuple(_side(account, rules, finding, answer) for answer in answers) if finding.raised else (),
        finding=_finding(account, rules, finding),
        clause=rules.question.clause,
    )


def _spoken_for(finding: Finding, answer: Answer) -> bool:
    return any(side == answer for side, *_ in (*finding.standing, *finding.defeated))


def _meta(account: Account, rules: QuestionRules, finding: Finding) -> tuple[Sentence, ...]:
    question, node = rules.question, f"finding:{finding.question}"
    if not finding.raised:
        return (Sentence("not-raised", {}, (node,)),)
    found = []
    if question.raised is not None:
        found.append(Sentence("raised", {"party": Party(question.raised.by)}, (node,)))
    if finding.burden_on is None:
        return (*found, Sentence("nobody-shows", {}, (node,)))
    burden = _burden(rules, finding)
    if burden.answer:
        statement = account.answer_shown(question.id, burden.answer, node)
        found.append(Sentence("had-to-show", {"party": Party(burden.party), "statement": statement}, (node,)))
    else:
        found.append(Sentence("had-to-make-clear", {"party": Party(burden.party)}, (node,)))
    if finding.burden_rule is not None:
        reason = account.policy_sentence(question.id, finding.burden_rule, f"rule:{question.id}.{finding.burden_rule}")
        found.append(
            Sentence("had-to-show-because", {"reason": reason}, (f"rule:{question.id}.{finding.burden_rule}",))
        )
    found += [account.policy_sentence(question.id, only, f"rule:{question.id}.{only}") for only in finding.counted]
    return (*found, _standard(account, rules, finding))


def _standard(account: Account, rules: QuestionRules, finding: Finding) -> Sentence:
    """How much evidence was needed, with the numbers that were in force."""
    standard = account.derivation.book.standards[finding.standard]
    args: dict[str, Value] = {"least": _strength(standard.at_least)}
    message = f"standard-{finding.standard}"
    if finding.standard == "clear":
        args["most"] = _strength(standard.other_at_most)
    else:
        message += "-own" if rules.question.answers != ANSWERS else ""
        if standard.lead != 1:
            message, args["steps"] = message + "-lead", standard.lead
    return Sentence(message, args, (f"finding:{finding.question}",))


def _strength(strength: int) -> Sentence:
    return Sentence(f"strength-{int(strength)}", {})


def _burden(rules: QuestionRules, finding: Finding) -> Burden:
    shifted = (shift.burden for _, shift in rules.shifts if shift.id == finding.burden_rule)
    return next(shifted, rules.question.burden)


def _side(account: Account, rules: QuestionRules, finding: Finding, answer: Answer) -> Side:
    arguments = {argument.id: argument for _, argument in rules.arguments}
    entries: list[Entry] = []
    for side, weighed in sorted(finding.standing, key=lambda pair: -pair[1].strength):
        if side == answer:
            entries += _entries(account, rules, finding, arguments[weighed.argument], weighed, None)
    for side, weighed, by, _ in finding.defeated:
        if side == answer:
            reason = _why_set_aside(account, rules, weighed, by)
            aside = Sentence("set-aside", {"reason": reason}, (f"rule:{finding.question}.{weighed.argument}",))
            entries += _entries(account, rules, finding, arguments[weighed.argument], weighed, aside)
    return Side(
        answer=answer_sentence(account, rules, answer),
        wins=finding.answer == answer,
        entries=tuple(entries),
        notes=(*_needed(arguments, finding, answer), *_together(account, finding, answer)),
    )


def answer_sentence(account: Account, rules: QuestionRules, answer: Answer) -> Sentence:
    """An answer as a label: yes or no, or the policy's words for one of the question's own."""
    if answer in ANSWERS:
        return Sentence(f"answer-{answer}", {}, ())
    return account.policy_sentence(rules.question.id, answer)


def _needed(arguments: dict[str, Argument], finding: Finding, answer: Answer) -> tuple[Sentence, ...]:
    """Where so many of several signs are needed together: how many."""
    names = dict.fromkeys(weighed.argument for side, weighed in finding.standing if side == answer)
    counts = dict.fromkeys(one.count for name in names if (one := arguments[name].at_least) and one.count > 1)
    return tuple(Sentence("needed-together", {"count": count}, (f"finding:{finding.question}",)) for count in counts)


def _together(account: Account, finding: Finding, answer: Answer) -> tuple[Sentence, ...]:
    """Where independent premises count for more together than the weakest of them alone."""
    outcome = account.derivation.outcome
    assert outcome is not None
    found = []
    for side, weighed in finding.standing:
        if weighed.key == ON_RECORD:
            continue
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A record that carries a premise of an argument for an answer, and what set the argument aside, if it was."""

    answer: Answer
    signal: Signal
    record: int
    set_aside: Sentence | None


def pieces(account: Account, rules: QuestionRules, finding: Finding) -> Iterator[Piece]:
    """Every record that bears on a question, with what it speaks for."""
    arguments = {argument.id: argument for _, argument in rules.arguments}
    weighed = [(side, one, None) for side, one in finding.standing if one.key != ON_RECORD]
    aside = [(side, one, by) for side, one, by, _ in finding.defeated if one.key != ON_RECORD]
    for side, one, by in (*weighed, *aside):
        reason = _why_set_aside(account, rules, one, by) if by is not None else None
        for name in arguments[one.argument].premises:
            for index in _carriers(account, rules, one, name):
                yield Piece(side, account.derivation.book.signals[rules.signals[name]], index, reason)


def _carriers(account: Account, rules: QuestionRules, weighed: Weighed, signal: str) -> list[int]:
    """The records that carry a signal where an argument was weighed."""
    outcome = account.derivation.outcome
    assert outcome is not None
    carried = outcome.weighing.carriers[weighed.key].get(rules.signals[signal], [])
    return [index for index, _ in carried if index != NOBODY]


def _entries(
    account: Account,
    rules: QuestionRules,
    finding: Finding,
    argument: Argument,
    weighed: Weighed,
    aside: Sentence | None,
) -> list[Entry]:
    """One entry a premise, with the premise's own strength."""
    if weighed.key == ON_RECORD:
        return _on_record(account, finding, argument, weighed)
    outcome = account.derivation.outcome
    assert outcome is not None
    found = []
    for name in argument.premises:
        number = rules.signals[name]
        signal: Signal = account.derivation.book.signals[number]
        carried = _carriers(account, rules, weighed, name)
        if carried:
            says = account.signal_sentence(signal, carried[0])
            strength = outcome.weighing.carriers[weighed.key][number][0][1]
            quote = message_quote(account, account.by_index[carried[0]])
            found.append(Entry(strength, says, (account.refs[carried[0]],), aside, quote))
    return found


def _on_record(account: Account, finding: Finding, argument: Argument, weighed: Weighed) -> list[Entry]:
    """What is on record, and the findings from which the rest follows."""
    kinds = {test.kind for test in leaves(argument.condition) if isinstance(test, RecordTest)}
    line = account.line_sentence(finding.question, argument.id, kinds, weighed.records)
    if line is not None:
        return [Entry(0, line, tuple(account.refs[index] for index in weighed.records if index in account.refs))]
    records = [account.by_index[index] for index in weighed.records if index in account.by_index]
    several = len({item.kind for item in records}) < len(records)
    told = dated if several else describe
    found = [
        Entry(0, told(account, account.by_index[index]), (account.refs[index],))
        for index in weighed.records
        if index in account.by_index
    ]
    outcome = account.derivation.outcome
    assert outcome is not None
    findings = outcome.view_of(finding.part).findings
    for test in findings_in(argument.condition):
        other = findings.get(test.question)
        if other is not None and test.admits(other.answer, other.shown):
            node = f"finding:{other.question}"
            said = account.answer_shown if other.shown else account.policy_sentence
            found.append(Entry(0, said(other.question, other.answer, node), ()))
    # It may also rest on what is missing, and then no record can be named.
    return found or [Entry(0, Sentence("facts-on-record", {}, (f"finding:{finding.question}",)), ())]


def _finding(account: Account, rules: QuestionRules, finding: Finding) -> tuple[Sentence, ...]:
    node = f"finding:{finding.question}"
    said = account.answer_shown if finding.shown else account.policy_sentence
    statement = said(finding.question, finding.answer, node)
    found = [finding_sentence(account, finding, statement)]
    if finding.by == "burden":
        found += _shortfall(account, rules, finding)
    if finding.by == "burden" and finding.answer not in rules.question.answers:
        found.append(statement)
    if finding.open:
        found.append(Sentence("open-question", {}, (node,)))
    return tuple(found)


def _shortfall(account: Account, rules: QuestionRules, finding: Finding) -> list[Sentence]:
    """How far the evidence for what had to be shown fell short: of the least that is needed, or of the other side."""
    standard = account.derivation.book.standards[finding.standard]
    strengths = {answer: weighed.strength if weighed else 0 for answer, weighed in finding.best.items()}
    burden = _burden(rules, finding)
    wanted = burden.answer or max(strengths, key=lambda answer: strengths[answer])
    best = strengths[wanted]
    other = max((strength for answer, strength in strengths.items() if answer != wanted), default=0)
    own = "" if burden.answer else "-own"
    args: dict[str, Value] = {"least": _strength(standard.at_least)}
    if best:
        args["best"] = _strength(best)
    if other:
        args["other"] = _strength(other)
    if burden.answer:
        args["answer"] = answer_sentence(account, rules, burden.answer)
    if best == 0:
        message = "short-of-all"
    elif best < standard.at_least:
        message = "short-of-least"
    else:
        message = "short-of-other"
    return [Sentence(message + own, args, (f"finding:{finding.question}",))]


def finding_sentence(account: Account, finding: Finding, statement: Sentence) -> Sentence:
    """How a question came out, and on what ground."""
    node = (f"finding:{finding.question}",)
    if finding.by == "burden" and finding.burden_on is not None:
        own = set(finding.best) != set(ANSWERS)
        return Sentence("found-unclear" if own else "found-burden", {"party": Party(finding.burden_on)}, node)
    if finding.by == "otherwise":
        sides = {side for side, _ in finding.standing}
        return Sentence("found-at-odds" if len(sides) > 1 else "found-otherwise", {"statement": statement}, node)
    if finding.by == "evidence":
        message = "found-on-record" if finding.burden_on is None else "found-evidence"
        return Sentence(message, {"statement": statement}, node)
    unclear = finding.answer not in finding.best and set(finding.best) != set(ANSWERS)
    return Sentence("found-unraised" if unclear else "found-undisputed", {"statement": statement}, node)
