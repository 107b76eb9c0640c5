"""ARB324: a signal, ARB325: a parameter, ARB327: a question, ARB328: something else that is defined and never used.

What nothing uses is mostly a name that was forgotten elsewhere. Only the pack's own parts are told, and only where
claims are decided: what a parent defines is meant for its children. After errors nothing is told here, since a name
that is misspelt once leaves the meant one unused.
"""

from collections.abc import Iterator

from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.checks.needed import DEADLINES, STANDARDS
from arbiter.policy.checks.own import is_own, own_files, shown_own
from arbiter.policy.checks.texts import variables_of
from arbiter.policy.checks.walk import (
    conditions_of,
    conditions_of_claim,
    fields_used,
    parameters_computed,
    signals_named,
    tests_of,
)
from arbiter.policy.conditions import OneOf, parameters_in, questions_in
from arbiter.policy.lexicon import DENIED
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems
from arbiter.policy.profiles import MEASURE_APPEAL
from arbiter.policy.vocabulary import MEANING_FIELD, PERIOD_FIELD
from evidence import Span
from evidence.source import Mapping as MappingNode
from evidence.source import read_yaml


def check_unused(policy: Policy, problems: Problems) -> None:
    """Whatever the pack defines, something uses."""
    if problems.fatal or not policy.claims:
        return
    signals, parameters, questions = signals_named(policy), _parameters_used(policy), _questions_used(policy)
    for signal in policy.signals.values():
        if signal.id not in signals and is_own(policy, signal.span):
            message = f"no question uses signal `{signal.id}`"
            problems.warn("ARB324", message, signal.span, "name it in an argument, or take it out")
    for parameter in policy.parameters.values():
        if parameter.id not in parameters and is_own(policy, parameter.span):
            cure = "compare a field with it, or take it out"
            problems.warn("ARB325", f"nothing uses parameter `{parameter.id}`", parameter.span, cure)
    for question in policy.questions.values():
        if question.id not in questions and is_own(policy, question.span):
            message = f"no claim needs the answer to question `{question.id}`"
            problems.warn("ARB327", message, question.span, "test it in a rule of a claim, or take it out")
    for what, span, cure in _others(policy):
        problems.warn("ARB328", f"nothing uses {what}", span, f"{cure}, or take it out")


def _parameters_used(policy: Policy) -> set[str]:
    used = {*DEADLINES, *STANDARDS, *parameters_computed(policy)}
    used |= {MEASURE_APPEAL} if policy.header.profiles else set()
    used |= {ref.id for condition in conditions_of(policy) for ref in parameters_in(condition)}
    used |= {name for name, _ in variables_of(policy)}
    for claim in policy.claims.values():
        used |= {measure.lasts for measure in claim.measures if measure.lasts}
        used |= {rule.then.within for head in claim.heads for rule in head.what if rule.then is not None}
    return used


def _questions_used(policy: Policy) -> set[str]:
    """The questions that claims test, and those that must be settled before them."""
    used: set[str] = set()
    left = [
        name for claim in policy.claims.values() for one in conditions_of_claim(claim) for name in questions_in(one)
    ]
    while left:
        name = left.pop()
        if name not in used:
            used.add(name)
            left += earlier_questions(policy.questions[name])
    return used


def _others(policy: Policy) -> Iterator[tuple[str, Span, str]]:
    """Kinds, derived fields, periods, meanings and tables that nothing uses: each in words, with its place and cure."""
    fields = set(fields_used(policy)) | _fields_quoted(policy)
    kinds = _kinds_used(policy, {kind for kind, _ in fields})
    for name, span in _kinds_declared(policy):
        if name not in kinds:
            yield f"kind of record `{name}`", span, "test one of its fields"
    for derived in policy.derived.values():
        if (derived.kind, derived.field) not in fields and is_own(policy, derived.span):
            yield f"derived field `{derived.id}`", derived.span, "test it"
    periods, meanings = _words_tested(policy, None, PERIOD_FIELD), _words_tested(policy, *MEANING_FIELD)
    for period in policy.periods.values():
        if periods is not None and period.id not in periods and is_own(policy, period.span):
            yield f"special period `{period.id}`", period.span, f"test `order.{PERIOD_FIELD}` for it"
    told: set[str] = set()
    for lexicon in policy.lexicons.values():
        for meaning in lexicon.meanings.values():
            known = meanings is None or {meaning.id, DENIED + meaning.id} & meanings
            if not known and meaning.id not in told and is_own(policy, meaning.span):
                told.add(meaning.id)
                yield f"meaning `{meaning.id}`", meaning.span, f"test `{'.'.join(MEANING_FIELD)}` for it"
    places = {rule.span.file for claim in policy.claims.values() for head in claim.heads
              for rule in (*head.what, *head.who)}  # fmt: skip
    for inner in own_files(policy):
        if inner.startswith("tables/") and shown_own(policy, inner) not in places:
            name = inner.removeprefix("tables/")
            yield f"table `{name}`", Span(shown_own(policy, inner), 1, 1, 1), f"write `what: {name}` or `who: {name}`"


def _fields_quoted(policy: Policy) -> set[tuple[str, str]]:
    """The fields that sentences quote: those of signals as `signal__field`, of facts on record as `kind__field`."""
    found = set()
    for name, message in variables_of(policy):
        signal = policy.signals.get(message)
        if signal is not None and name.startswith(f"{message}__"):
            found.add((signal.test.kind, name.removeprefix(f"{message}__")))
        elif message in policy.questions and "__" in name:
            kind, _, field = name.partition("__")
            found.add((kind, field))
    return found


def _kinds_used(policy: Policy, tested: set[str]) -> set[str]:
    """Kinds that are tested, that somebody can be asked for, or that a first step waits for."""
    used = tested | {kind for field in ("asks", "withheld") for kind in _words_tested(policy, "notice", field) or ()}
    for claim in policy.claims.values():
        used |= {kind for obtainable in claim.evidence.values() for kind in obtainable.sendable}
        used |= {rule.then.ask for head in claim.heads for rule in head.what if rule.then is not None}
    return used


def _words_tested(policy: Policy, of: str | None, field: str) -> set[str] | None:
    """The words for which a field of a kind (of any, with None) is tested; None if some test is about all of them, like
    `known`.
    """
    found: set[str] = set()
    for kind, test in tests_of(policy):
        if test.field == field and of in (kind, None):
            if not isinstance(test.check, OneOf):
                return None
            found |= set(test.check.values)
    return found


def _kinds_declared(policy: Policy) -> Iterator[tuple[str, Span]]:
    """The kinds of record that the pack itself declares, with the places of their names."""
    inner = "records.yaml"
    node, _ = read_yaml(own_files(policy).get(inner, ""), shown_own(policy, inner))
    for name, _ in node.entries if isinstance(node, MappingNode) else ():
        if name.text in policy.kinds.declared:
            yield name.text, name.span
