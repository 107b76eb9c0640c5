"""The use-case: a case and a policy in, a decision out.

No clock, no randomness, no I/O: the moment of deciding comes from the caller or the case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from arbiter.decision import FORMAT, Decision, Json, verdict_json
from arbiter.engine import certified, interpreter
from arbiter.engine.compile import rulebook
from arbiter.engine.ir import Rulebook
from arbiter.facts.calendars import calendar_version
from arbiter.facts.derived import with_derived
from arbiter.facts.parts import PartsError, line_of, part_name, parts_of
from arbiter.policy.model import Policy
from arbiter.verdict.asks import asks_of
from arbiter.verdict.doubt import doubtful_kinds
from arbiter.verdict.hearing import hearings_of
from arbiter.verdict.ledger import Ledger
from arbiter.verdict.mattering import OutcomeOf
from arbiter.verdict.model import Ask, Hearing, Reason, Route, Status, Verdict
from arbiter.verdict.priors import Earlier, priors_of
from arbiter.verdict.reasoning import reasoning_of
from arbiter.verdict.settle import Matcher, Outcome, settle, supposing
from arbiter.verdict.weighing import NO_PARTS, Parts, weigh_records
from arbiter.version import __version__
from evidence import CaseFile, Diagnostic, Dossier, Item, assemble, did_you_mean
from evidence.doubts import strays_of

CERTIFIED = Matcher(certified.match_question, certified.match_outcome)
INTERPRETED = Matcher(interpreter.match_question, interpreter.match_outcome)


class DecideError(Exception):
    """A case that this policy cannot decide at all, with the reasons."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("; ".join(f"{one.code}: {one.message}" for one in diagnostics))


@dataclass(frozen=True, slots=True)
class Derivation:
    """Everything that one run of deciding found: what a decision stores, and what explanations and reports read.

    `outcome` is None if the engines disagreed; the verdict then refers the case and proposes nothing. `given` is the
    dossier without the fields and parts that follow from it, to be changed and decided again; `before` are the claims
    of the case that were filed earlier.
    """

    dossier: Dossier
    policy: Policy
    book: Rulebook
    verdict: Verdict
    outcome: Outcome | None
    given: Dossier
    before: "tuple[Derivation, ...]" = ()
    disagreement: str | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All records of the dossier, rejected ones too."""
        return self.dossier.items


def decide(
    case: CaseFile | Dossier, policy: Policy, as_of: datetime | None = None, claim: str | None = None
) -> Decision:
    """The decision of a claim under a policy at a moment (the case's own `as_of` if none is given).

    `claim` is the id of the claim, needed only where the case has several. Raises DecideError if there is no moment, no
    such claim, or the policy does not know what is claimed.
    """
    return record(derive(case, policy, as_of, claim=claim))


def decide_claims(case: CaseFile, policy: Policy, as_of: datetime | None = None) -> tuple[Decision, ...]:
    """The decision of every claim of a case, in the order in which they were filed. Raises DecideError."""
    return tuple(record(derivation) for derivation in derive_claims(case, policy, as_of))


def derive_claims(
    case: CaseFile, policy: Policy, as_of: datetime | None = None, until: str | None = None
) -> tuple[Derivation, ...]:
    """The reasoning behind every claim of a case, or of those up to one, in the order in which they were filed.

    What an earlier claim gives a party for a loss is deducted from what a later one would give it for the same.
    """
    found: list[Derivation] = []
    for claim in sorted(case.claims, key=lambda one: (one.filed_at, one.id)):
        dossier = assemble(case, _moment(case, as_of), policy.kinds, claim.id)
        found.append(_derive(dossier, policy, CERTIFIED, found))
        if claim.id == until:
            break
    return tuple(found)


def derive(
    case: CaseFile | Dossier,
    policy: Policy,
    as_of: datetime | None = None,
    matcher: Matcher = CERTIFIED,
    claim: str | None = None,
    before: Sequence[Derivation] | None = None,
) -> Derivation:
    """The reasoning behind a decision. Two engines match every stage; a difference refers the case (ARB901).

    `before` are the earlier claims of a case that is given as a dossier; they are derived from it if none are given.
    """
    if isinstance(case, Dossier):
        return _derive(case, policy, matcher, _earlier(case, policy) if before is None else before)
    if len(case.claims) > 1:
        return derive_claims(case, policy, as_of, _chosen(case, claim))[-1]
    if claim is not None and claim != case.claims[0].id:
        raise _no_claim(case, claim)
    return _derive(assemble(case, _moment(case, as_of), policy.kinds), policy, matcher, ())


def _earlier(dossier: Dossier, policy: Policy) -> tuple[Derivation, ...]:
    """The claims of a dossier's case that were filed before its own."""
    if len(dossier.case.claims) == 1:
        return ()
    return derive_claims(dossier.case, policy, dossier.as_of, dossier.claim.id)[:-1]


def _chosen(case: CaseFile, claim: str | None) -> str:
    """The id of the claim to decide, where a case has several."""
    if claim is None:
        names = ", ".join(f"`{one.id}`" for one in case.claims)
        message = f"the case has {len(case.claims)} claims: {names}"
        raise DecideError(
            Diagnostic("ARB511", "error", message, None, "name the claim to decide, or decide all of them")
        )
    if claim not in {one.id for one in case.claims}:
        raise _no_claim(case, claim)
    return claim


def _no_claim(case: CaseFile, claim: str) -> DecideError:
    names = ", ".join(f"`{one.id}`" for one in case.claims)
    return DecideError(Diagnostic("ARB511", "error", f"the case has no claim `{claim}`", None, f"it has {names}"))


def result_of(dossier: Dossier, policy: Policy, before: Sequence[Derivation] = ()) -> tuple[object, ...]:
    """What comes out of a dossier by the interpreter alone: no decision, but quick to compare with the result of one.

    Hearing, asks and whatever else turns on no money and no measure are left out. Raises DecideError.
    """
    book = book_of(dossier, policy)
    return _settled(book, _completed(book, dossier, (book.wanted,)), policy, INTERPRETED, before)[0].result


def _settled(
    book: Rulebook, dossier: Dossier, policy: Policy, matcher: Matcher, before: Sequence[Derivation]
) -> tuple[Outcome, list[Item], Ledger, Parts]:
    """What follows from the evidence, with what it was settled from. Raises EnginesDisagreeError."""
    admitted = [item for item in dossier.items if item.admission.status != "rejected"]
    match_records = interpreter.match_records if matcher is INTERPRETED else certified.match_records
    ledger = ledger_of(book, dossier, admitted, before)
    parts = _parts_of(book, admitted)
    weighing = weigh_records(book, admitted, match_records(book, admitted), doubtful_kinds(dossier.items, policy.kinds))
    return settle(book, weighing, ledger, matcher, parts), admitted, ledger, parts


def _derive(dossier: Dossier, policy: Policy, matcher: Matcher, before: Sequence[Derivation]) -> Derivation:
    book, given = book_of(dossier, policy), dossier
    dossier = _completed(book, dossier, (book.wanted, book.quoted))
    try:
        outcome, admitted, ledger, parts = _settled(book, dossier, policy, matcher, before)
    except certified.EnginesDisagreeError as problem:
        return Derivation(dossier, policy, book, _disagreed(problem), None, given, tuple(before), problem.stage)
    hearings = hearings_of(book, outcome, admitted)
    rejected = [item for item in dossier.items if item.admission.status == "rejected"]
    if book.scope != "order":
        # What is about no line of the order bears on none: as little use as what cannot be read.
        strays = strays_of(dossier.case)
        rejected += [item for item in admitted if item.id in strays]
    asks = asks_of(book, outcome, admitted, rejected, ledger, INTERPRETED, parts)
    verdict = Verdict(
        status=_status(outcome.route, hearings, asks),
        findings=outcome.findings,
        heads=outcome.heads,
        transfers=outcome.transfers,
        measures=outcome.measures,
        route=outcome.route,
        hearings=hearings,
        asks=asks,
        guarantees=outcome.guarantees,
        sequels=outcome.sequels,
        priors=ledger.priors,
        refused=outcome.refused,
    )
    return Derivation(dossier, policy, book, verdict, outcome, given, tuple(before))


def supposing_findings(derivation: Derivation) -> OutcomeOf:
    """What would follow if some findings of a case had come out otherwise. One engine matches."""
    assert derivation.outcome is not None
    book, dossier = derivation.book, derivation.dossier
    admitted = [item for item in dossier.items if item.admission.status != "rejected"]
    ledger = ledger_of(book, dossier, admitted, derivation.before)
    return supposing(book, derivation.outcome.weighing, ledger, INTERPRETED, _parts_of(book, admitted))


def _parts_of(book: Rulebook, admitted: Sequence[Item]) -> Parts:
    """The claimed parts of the order, where something is settled for each."""
    return Parts([item for item in admitted if item.kind == "item"], admitted) if book.scope != "order" else NO_PARTS


def _completed(book: Rulebook, dossier: Dossier, wanted: Sequence[Mapping[str, Sequence[str]]]) -> Dossier:
    """The dossier with the claimed parts of the order and with the wanted fields that follow from others."""
    items = dossier.items
    if not any(item.kind == "item" for item in items):
        try:
            items = (*items, *parts_of(dossier, book.scope))
        except PartsError as problem:
            place = ("items",) if problem.line is None else ("items", problem.line)
            span = dossier.case.place_of(dossier.claim.id, *place)
            raise DecideError(Diagnostic(problem.code, "error", str(problem), span, problem.cure)) from problem
    for fields in wanted:
        if fields and book.sources is not None:
            items = with_derived(items, fields, book.sources)
    return dossier if items is dossier.items else replace(dossier, items=items)


def ledger_of(book: Rulebook, dossier: Dossier, admitted: Sequence[Item], before: Sequence[Derivation] = ()) -> Ledger:
    """What the amounts of a claim are computed from. `before` are the claims of the case that were filed earlier."""
    ledger = Ledger(tuple(admitted), dossier.claim.already_made_good, book.sources)
    lines = frozenset(line_of(part_name(item)) for item in admitted if item.kind == "item")
    earlier = [
        Earlier(one.dossier.claim, one.book, one.verdict, one.outcome.paid if one.outcome else ()) for one in before
    ]
    return replace(ledger, priors=priors_of(book, earlier, lines, ledger.nothing())) if earlier else ledger


def _moment(case: CaseFile, as_of: datetime | None) -> datetime:
    moment = as_of or case.as_of
    if moment is None:
        raise DecideError(
            Diagnostic("ARB502", "error", "the case does not say when it is decided", None, "add `as_of:` or `--as-of`")
        )
    if not isinstance(moment, datetime):
        raise TypeError(f"as_of must be a datetime with a zone, not {type(moment).__name__}")
    if not 1990 <= moment.year <= 2100:
        cure = "a moment between 1990 and 2100"
        raise DecideError(Diagnostic("ARB502", "error", f"nothing is decided in the year {moment.year}", None, cure))
    if moment.utcoffset() is None:
        raise DecideError(Diagnostic("ARB502", "error", "the moment of deciding has no zone", None, "add an offset"))
    return moment


def book_of(dossier: Dossier, policy: Policy) -> Rulebook:
    """The rulebook in force: parameters by the date of the order, in its own zone and region."""
    claim = dossier.claim
    rules = policy.claims.get(claim.claim)
    if claim.filed_at > dossier.as_of:
        message = "the claim is filed after the moment of deciding"
        raise _of_claim(dossier, "ARB507", message, "filed_at", "decide as of a later moment")
    if rules is None:
        near = did_you_mean(claim.claim, policy.claims)
        names = ", ".join(f"`{name}`" for name in policy.claims)
        cure = f"did you mean `{near}`?" if near else f"it knows {names}"
        raise _of_claim(dossier, "ARB501", f"policy `{policy.id}` has no claim `{claim.claim}`", "claim", cure)
    if claim.by != rules.by:
        message = f"claim `{claim.claim}` is for the {policy.noun(rules.by)}; `{claim.by}` opened it"
        cure = f"let the {policy.noun(rules.by)} open it, or choose another claim"
        raise _of_claim(dossier, "ARB503", message, "by", cure)
    order = next((item for item in dossier.items if item.kind == "order"), None)
    placed = order.fields.get("placed_at") if order else None
    if order is None or not isinstance(placed, datetime):
        reason = order.admission.reason if order else "there is none"
        span = dossier.case.place_of(order.id) if order else None
        raise DecideError(Diagnostic("ARB504", "error", f"the order cannot be used: {reason}", span, "check its times"))
    if claim.filed_at < placed:
        cure = "check `filed_at`, and `placed_at` of the order"
        raise _of_claim(dossier, "ARB512", "the claim is filed before the order was placed", "filed_at", cure)
    region = order.fields.get("region")
    return rulebook(policy, claim.claim, day_of(placed, policy), region if isinstance(region, str) else None)


def _of_claim(dossier: Dossier, code: str, message: str, field: str, cure: str) -> DecideError:
    """What is wrong with a field of the claim, at its place in the case file where that is known."""
    return DecideError(Diagnostic(code, "error", message, dossier.case.place_of(dossier.claim.id, field), cure))


def day_of(moment: datetime, policy: Policy) -> date:
    """The day of a moment where the policy's days begin and end; in the moment's own zone if it does not say."""
    return (moment.astimezone(ZoneInfo(policy.header.zone)) if policy.header.zone else moment).date()


def _status(route: Route, hearings: tuple[Hearing, ...], asks: tuple[Ask, ...]) -> Status:
    """Referred if a person decides; provisional while someone must be heard or asked; else final."""
    if route.route != "auto":
        return "referred"
    return "provisional" if asks or not all(hearing.heard for hearing in hearings) else "final"


def _disagreed(problem: certified.EnginesDisagreeError) -> Verdict:
    reason = Reason("human", "engines", problem.stage, None)
    return Verdict("referred", (), (), (), (), Route("human", None, (reason,)), (), (), ())


def record(derivation: Derivation) -> Decision:
    """The permanent record of a derivation."""
    dossier, policy, verdict = derivation.dossier, derivation.policy, derivation.verdict
    # One moment has one name, however its zone was written.
    as_of = dossier.as_of.astimezone(UTC).isoformat()
    reasoning: Json = {}
    if derivation.outcome is not None:
        heard = [index for hearing in verdict.hearings for index in hearing.notices]
        reasoning = reasoning_of(derivation.book, derivation.outcome, dossier.items, heard)
    identity = f"{dossier.case_digest}:{policy.digest}:{as_of}"
    several = len(dossier.case.claims) > 1
    identity += f":{dossier.claim.id}" if several else ""
    document: Json = {
        "format": FORMAT,
        "id": "D-" + sha256(identity.encode()).hexdigest()[:16],
        "case": dossier.case.case,
        "claim": derivation.book.claim.id,
        "status": verdict.status,
        "as_of": as_of,
        "policy": {"id": policy.id, "version": policy.version, "digest": policy.digest},
        "engine": {"arbiter": __version__, "matchers": dict(certified.ENGINES)},
        "calendars": {"holidays": calendar_version()} if derivation.book.counts_business_days else {},
        "case_digest": dossier.case_digest,
        "verdict": verdict_json(verdict, dossier.items),
        "reasoning": reasoning,
        "supersedes": None,
        "human": None,
    }
    if several:
        document["claim_id"] = dossier.claim.id
    return Decision.seal(document)
