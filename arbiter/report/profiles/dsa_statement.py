"""The statements of reasons of a decision for the transparency database of the DSA (Article 24(5)), as JSON.

There is one for each measure that Article 17 is about. They hold no personal data: nobody's own words, names, places or
numbers get into them, and in the end the bytes are searched for whatever the case says about people.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from pydantic import ValidationError

from arbiter.decide import Derivation
from arbiter.decision import Decision
from arbiter.explain.model import Explanation
from arbiter.policy.model import Policy
from arbiter.report.letter import Argument, BusinessDay, Listed, Sentence, Verbatim
from arbiter.report.open_doors import ReportError, checked
from arbiter.report.plan.account import WITHHELD, Account
from arbiter.report.plan.questions import question_blocks
from arbiter.report.profiles import eu_dsa
from arbiter.report.profiles.database import COUNTRIES, EXPLANATION_MOST, FACTS_MOST, SHORT_MOST, Statement, Statements
from arbiter.report.profiles.finders import automated, detected, measure_findings, rule_of, said
from arbiter.report.profiles.frame import Act, acts_of
from arbiter.report.words import Words
from evidence import CaseFile, Diagnostic

# Whom no letter is addressed to: nothing private is shown, and nobody is called "you".
PUBLIC = "public"
_OWN_WORDS = (
    "address", "signed_name", "text", "note", "caption", "title", "issuer", "location", "file", "carrier", "reason",
)  # fmt: skip
_SHAPES: Mapping[str, tuple[str, object, str]] = {
    "listing_removal": (
        "decision_visibility", ("DECISION_VISIBILITY_CONTENT_REMOVED",), "end_date_visibility_restriction"
    ),
    "payout_hold": ("decision_monetary", "DECISION_MONETARY_SUSPENSION", "end_date_monetary_restriction"),
    "suspension": ("decision_account", "DECISION_ACCOUNT_SUSPENDED", "end_date_account_restriction"),
}  # fmt: skip


def dsa_statements(
    decision: Decision,
    case: CaseFile,
    policy: Policy,
    *,
    language: str = "en",
    effective: date | None = None,
    content_date: date | None = None,
) -> str:
    """The statements as JSON text, ready for the database's interface for several, ending with a line break.

    `effective` is the day from which the measures hold: it comes from the person who decided on them, since no machine
    does. `content_date` is the day on which the content was posted, which no case file says. Raises ReportError if the
    policy does not name the profile, nothing of the kind was decided (ARB552), or a field is missing (ARB553).
    """
    derivation = checked(decision, case, policy, language)
    account = Account(decision, derivation, Explanation(decision.id, (), (), 0, True), PUBLIC)
    if not eu_dsa.PROFILE.applies(account):
        cure = f"add `profiles: [{eu_dsa.PROFILE.id}]` to policy.yaml; the order's region must be in the EEA"
        raise _refused("ARB552", f"profile `{eu_dsa.PROFILE.id}` does not apply to this decision", cure)
    acts = [act for act in acts_of(account) if eu_dsa.PROFILE.about(act)]
    if not acts:
        cure = "only a payout hold, the removal of an offer and a suspension have one"
        raise _refused("ARB552", "the verdict has no measure that a statement of reasons is about", cure)
    words = Words(policy, language, None)
    found = [_statement(account, words, act, effective, content_date) for act in acts]
    text = Statements(statements=tuple(found)).model_dump_json(indent=2, exclude_none=True, ensure_ascii=False) + "\n"
    for one in personal(case):
        if _stands_in(one, text):
            raise _refused("ARB553", "the statement would say something of the case's own", f"take out {one!r}")
    return text


def _statement(
    account: Account, words: Words, act: Act, effective: date | None, content_date: date | None
) -> Statement:
    rule, derivation = rule_of(account.derivation.book, act), account.derivation
    assert rule is not None
    assert act.measure is not None
    field, value, end = _SHAPES[act.measure.measure]
    start = effective or (derivation.dossier.as_of.date() if derivation.verdict.status == "final" else None)
    statement = said(account, act)
    assert statement is not None
    product, own = act.measure.measure == "listing_removal", frozenset(personal(derivation.dossier.case))
    values: dict[str, object] = {
        field: value,
        "account_type": "ACCOUNT_TYPE_BUSINESS" if act.to == "seller" else "ACCOUNT_TYPE_PRIVATE",
        "decision_facts": _whole(words, facts(account, act), FACTS_MOST),
        # Every measure rests on a clause of the policy. Whether that is a law too, only a person can say.
        "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        "decision_ground_reference_url": _address(account, words),
        "incompatible_content_ground": _ground(account, words, rule.clause),
        "incompatible_content_explanation": _whole(words, [impersonal(statement, own)], EXPLANATION_MOST),
        "category": f"STATEMENT_CATEGORY_{(rule.category or 'other_violation_tc').upper()}",
        "content_type": ("CONTENT_TYPE_PRODUCT",) if product else ("CONTENT_TYPE_OTHER",),
        "content_type_other": None if product else "Account",
        "content_date": content_date,
        # No rule can limit a measure to a country: it holds wherever the marketplace is offered.
        "territorial_scope": COUNTRIES,
        "application_date": start,
        end: _last_day(account, rule.lasts, start) if start is not None and rule.lasts is not None else None,
        "source_type": "SOURCE_TYPE_OTHER_NOTIFICATION",
        "automated_detection": "Yes" if detected(account, act) else "No",
        "automated_decision": "AUTOMATED_DECISION_" + automated(account),
        "puid": f"{account.decision.digest}-{act.measure.id}",
    }
    try:
        return Statement.model_validate({name: one for name, one in values.items() if one is not None})
    except ValidationError as problem:
        raise ReportError(*_lacking(problem, derivation)) from problem


def _last_day(account: Account, lasts: str, start: date) -> date:
    """The day on which a measure ends. Raises ReportError where the business days of the region are unknown."""
    last = account.days(lasts, datetime.combine(start, time(12), account.as_of.tzinfo))
    if isinstance(last, BusinessDay):
        raise _refused("ARB553", f"when the measure ends is unknown: `{lasts}` counts business days", "name the region")
    return last.at.date()


def _lacking(problem: ValidationError, derivation: Derivation) -> Iterator[Diagnostic]:
    """What is wrong with a statement, field by field."""
    proposal = derivation.verdict.status != "final"
    cures = {
        "application_date": "a person decides on this measure: when that is done, say from when it holds: `--effective`"
        if proposal
        else "say from when it holds: `--effective`",
        "content_date": "say on which day the content was posted: `--content-date`",
    }
    for one in problem.errors():
        field = str(one["loc"][0]) if one["loc"] else "the statement"
        fault = "is missing" if one["type"] == "missing" else one["msg"].removeprefix("Value error, ").lower()
        message = f"fields for `{eu_dsa.PROFILE.id}`: `{field}` {fault}"
        yield Diagnostic("ARB553", "error", message, None, cures.get(field))


def facts(account: Account, act: Act) -> list[Sentence]:
    """The findings that a measure rests on and what shows them, as the letter to nobody has them."""
    tested = {finding.question for finding in measure_findings(account, act)}
    found: list[Sentence] = []
    for block in question_blocks(account):
        if block.title.id in tested:
            found += block.finding
            found += [entry.says for side in block.sides if side.wins for entry in side.entries]
    own = frozenset(personal(account.derivation.dossier.case))
    return [impersonal(one, own) for one in found]


def impersonal(sentence: Sentence, own: frozenset[str]) -> Sentence:
    """The sentence without anybody's own words and names or the ids of records: "not told here" in their place."""

    def bare(value: Argument) -> Argument:
        if isinstance(value, Sentence):
            return impersonal(value, own)
        return WITHHELD if isinstance(value, Verbatim | Listed) or value in own else value

    return replace(sentence, args={name: bare(value) for name, value in sentence.args.items()})


def _whole(words: Words, sentences: list[Sentence], most: int) -> str:
    """Sentences one after the other, as many whole ones as there is room for."""
    kept: list[str] = []
    for text in dict.fromkeys(words.say(one) for one in sentences):
        if len(words.sentences([*kept, text])) <= most:
            kept.append(text)
    return words.sentences(kept)


def _ground(account: Account, words: Words, clause: str) -> str:
    title = words.say(account.policy_sentence("policy_title", None))
    clause = words.say(Sentence("clause", {"clause": clause}))
    text = words.noted(clause, words.listed((title, account.derivation.policy.version)))
    return text if len(text) <= SHORT_MOST else clause[:SHORT_MOST]


def _address(account: Account, words: Words) -> str | None:
    told = account.optional_sentence("terms_address", None)
    text = words.say(told) if told is not None else ""
    return text if text.startswith("https://") and len(text) <= SHORT_MOST else None


def personal(case: CaseFile) -> Iterator[str]:
    """Whatever a case says about people or by which it can be told: names, contacts, addresses, words, ids."""
    yield case.case
    for claim in case.claims:
        yield from (claim.id, claim.text or "")
    for party in case.parties.values():
        yield from (party.name, party.contact or "")
    for record in case.records:
        yield record.id
        yield from (str(getattr(record, name, None) or "") for name in _OWN_WORDS)
        yield from (line.title or "" for line in getattr(record, "items", ()))
        about = record.about
        yield from (about.shipment or "", about.item or "") if about else ()


def _stands_in(words: str, text: str) -> bool:
    """Whether somebody's words stand in a text as such, and not as a part of other words."""
    return bool(words) and re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text) is not None


def _refused(code: str, message: str, cure: str) -> ReportError:
    return ReportError(Diagnostic(code, "error", message, None, cure))
