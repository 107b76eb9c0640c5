"""Questions in words: who raises them, who must show what, what speaks for each answer, when that changes."""

from collections.abc import Iterator, Sequence

from arbiter.policy.dated import Strength
from arbiter.policy.fluent import shown_text
from arbiter.policy.model import Answer, Argument, Burden, Question, Signal
from arbiter.prose.conditions import condition_words
from arbiter.prose.phrases import Phrases


def tell_question(phrases: Phrases, question: Question) -> Iterator[str]:
    """The lines about one question."""
    if question.scope != "order":
        yield f"* {phrases.say(f'scope-{question.scope}')}"
    if question.raised is not None:
        signals = phrases.joined([signal_name(phrases, name) for name in question.raised.any], "or")
        stands = _answer(phrases, question, question.undisputed)
        yield "* " + phrases.say("raised", signals=signals, stands=stands, **phrases.party(question.raised.by))
    yield "* " + _burden(phrases, question, question.burden)
    if not question.on_record:
        yield "* " + _standard(phrases, question)
    for shift in question.shifts:
        told = {"condition": condition_words(phrases, shift.condition), "id": shift.id, "clause": shift.clause}
        told["text"] = phrases.text(question.id, shift.id)
        if shift.burden.answer:
            told["answer"] = _shown(phrases, question, shift.burden.answer)
            told["fails"] = _answer(phrases, question, shift.burden.fails)
        message = "shift" if shift.burden.answer else "shift-clear"
        yield "* " + phrases.say(message, **told, **phrases.party(shift.burden.party))
    for answer in question.answers:
        yield from _speaking(phrases, question, answer)
    for only in question.only_counts:
        counted = phrases.listed(f"`{name}`" for name in only.arguments)
        yield "* " + phrases.say(
            "only-counts", condition=condition_words(phrases, only.condition), arguments=counted, id=only.id,
            answer=_answer(phrases, question, only.answer), clause=only.clause, text=phrases.text(question.id, only.id),
        )  # fmt: skip


def tell_signals(phrases: Phrases, questions: Sequence[Question]) -> Iterator[str]:
    """Every signal that some questions use, with its strength, its holder and its test."""
    names: dict[str, None] = {}
    for question in questions:
        names |= dict.fromkeys(question.raised.any if question.raised else ())
        for argument in question.arguments:
            names |= dict.fromkeys((*argument.premises, *argument.unless))
    for name in names:
        yield "* " + _signal(phrases, phrases.policy.signals[name])


def signal_name(phrases: Phrases, name: str) -> str:
    """A signal as an argument names it: what such evidence is called."""
    return phrases.text(name, "missing")


def _signal(phrases: Phrases, signal: Signal) -> str:
    strength = phrases.say(f"strength-{signal.strength.word}")
    line = phrases.say(
        "signal-line", id=signal.id, text=signal_name(phrases, signal.id), strength=strength,
        strength_cap=strength[:1].upper() + strength[1:], condition=condition_words(phrases, signal.test),
        **phrases.party(signal.held_by),
    )  # fmt: skip
    if signal.private:
        line = phrases.sentences(line, phrases.say("signal-private", text=phrases.text(signal.private)))
    return line


def _burden(phrases: Phrases, question: Question, burden: Burden) -> str:
    fails = _answer(phrases, question, burden.fails)
    if not burden.party:
        return phrases.say("otherwise", fails=fails)
    if not burden.answer:
        return phrases.say("must-clear", fails=fails, **phrases.party(burden.party))
    answer = _shown(phrases, question, burden.answer)
    return phrases.say("must-show", answer=answer, fails=fails, **phrases.party(burden.party))


def _standard(phrases: Phrases, question: Question) -> str:
    """The standard in numbers of the day; what the engine takes where the policy does not say."""
    if question.standard == "ordinary":
        at_least = _strength(phrases, "ordinary_at_least", Strength.MODERATE)
        return phrases.say("standard-ordinary", at_least=at_least, lead=_steps(phrases, "ordinary_lead"))
    at_least = _strength(phrases, "clear_at_least", Strength.STRONG)
    other = _strength(phrases, "clear_other_at_most", Strength.SLIGHT)
    return phrases.say("standard-clear", at_least=at_least, other=other)


def _strength(phrases: Phrases, name: str, default: Strength) -> str:
    parameter = phrases.policy.parameters.get(name)
    value = parameter.on(phrases.on, None) if parameter else None
    return phrases.say(f"strength-{(value if isinstance(value, Strength) else default).word}")


def _steps(phrases: Phrases, name: str) -> int:
    parameter = phrases.policy.parameters.get(name)
    value = parameter.on(phrases.on, None) if parameter else None
    return value if isinstance(value, int) else 1


def _speaking(phrases: Phrases, question: Question, answer: Answer) -> Iterator[str]:
    arguments = [argument for argument in question.arguments if argument.answer == answer]
    said = _shown(phrases, question, answer)
    if not arguments:
        if not question.on_record:
            yield "* " + phrases.say("speaks-none", answer=said)
        return
    yield "* " + phrases.say("on-record-for" if question.on_record else "speaks-for", answer=said)
    for argument in arguments:
        yield "  * " + phrases.sentences(*_argument(phrases, argument))


def _argument(phrases: Phrases, argument: Argument) -> Iterator[str]:
    condition = condition_words(phrases, argument.condition)
    if not argument.premises:
        yield _with_clause(phrases, phrases.say("argument-fact", condition=condition, id=argument.id), argument)
        return
    message = "argument-if" if argument.condition is not None else "argument"
    premises, strength = _premises(phrases, argument), phrases.say(f"strength-{_weakest(phrases, argument).word}")
    said = phrases.say(message, premises=premises, strength=strength, condition=condition, id=argument.id)
    yield phrases.say("argument-ended", argument=_with_clause(phrases, said, argument))
    if argument.worth is not None:
        yield phrases.say("argument-worth", worth=phrases.say(f"strength-{argument.worth.word}"))
    if argument.unless:
        named = phrases.joined([_held(phrases, name) for name in argument.unless], "or")
        yield phrases.say("argument-unless", signals=named)


def _with_clause(phrases: Phrases, said: str, argument: Argument) -> str:
    """An argument with its clause, if it has one of its own."""
    return phrases.noted(said, argument.clause) if argument.clause else said


def _premises(phrases: Phrases, argument: Argument) -> str:
    """What an argument rests on, each with whose hands it is in."""
    if len(argument.premises) == 1:
        return _held(phrases, argument.premises[0], alone=True)
    parts = []
    if argument.all:
        named = phrases.joined([_held(phrases, name) for name in argument.all], "and")
        parts.append(phrases.say("and-all", items=named) if len(argument.all) > 1 else named)
    if argument.any:
        named = phrases.joined([_held(phrases, name) for name in argument.any], "or")
        parts.append(phrases.say("any-of", items=named) if len(argument.any) > 1 else named)
    if argument.at_least:
        named = phrases.listed(_held(phrases, name) for name in argument.at_least.of)
        parts.append(phrases.say("at-least", count=argument.at_least.count, items=named))
    return phrases.joined(parts, "and")


def _held(phrases: Phrases, name: str, alone: bool = False) -> str:
    """A signal with whose hands it is in, and how strong it is unless the argument says it."""
    signal = phrases.policy.signals[name]
    strength = phrases.say(f"strength-{signal.strength.word}")
    note = [phrases.noun(signal.held_by)] if alone else [phrases.noun(signal.held_by), strength]
    return phrases.noted(signal_name(phrases, name), phrases.listed(note))


def _weakest(phrases: Phrases, argument: Argument) -> Strength:
    """The most that an argument can weigh without `worth`: the weakest of what it needs, each at its strongest."""
    signals = phrases.policy.signals
    needed = [signals[name].strength for name in argument.all]
    if argument.any:
        needed.append(max(signals[name].strength for name in argument.any))
    if argument.at_least:
        several = sorted((signals[name].strength for name in argument.at_least.of), reverse=True)
        needed.append(several[argument.at_least.count - 1])
    return min(needed)


def _answer(phrases: Phrases, question: Question, answer: Answer) -> str:
    return phrases.text(question.id, answer)


def _shown(phrases: Phrases, question: Question, answer: Answer) -> str:
    """An answer as something that is to be shown."""
    return phrases.text_or(question.id, shown_text(answer), answer)
