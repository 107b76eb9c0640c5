"""The use-case: a case and a policy in, a decision out; and the same again, to verify it.

No clock, no randomness, no I/O: the moment of deciding comes from the caller or the case.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from arbiter.decision import FORMAT, Decision, DecisionError, Json, canonical, verdict_json
from arbiter.engine import certified, interpreter
from arbiter.engine.compile import rulebook
from arbiter.engine.ir import Matches, Rulebook
from arbiter.policy.model import Policy
from arbiter.verdict.asks import asks_of
from arbiter.verdict.heads import order_and_claim
from arbiter.verdict.hearing import hearings_of
from arbiter.verdict.model import Ask, Hearing, Reason, Route, Status, Verdict
from arbiter.verdict.reasoning import reasoning_of
from arbiter.verdict.settle import Matcher, Outcome, settle
from arbiter.verdict.weighing import weigh_records
from arbiter.version import __version__
from evidence import CaseFile, Diagnostic, Dossier, Item, Money, assemble, did_you_mean

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

    `outcome` is None if the engines disagreed; the verdict then refers the case and proposes nothing.
    """

    dossier: Dossier
    policy: Policy
    book: Rulebook
    verdict: Verdict
    outcome: Outcome | None
    disagreement: str | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All records of the dossier, rejected ones too."""
        return self.dossier.items


def decide(case: CaseFile | Dossier, policy: Policy, as_of: datetime | None = None) -> Decision:
    """The decision of a case under a policy at a moment (the case's own `as_of` if none is given).

    Raises DecideError if there is no moment, or the policy does not know the claim.
    """
    return record(derive(case, policy, as_of))


def derive(
    case: CaseFile | Dossier, policy: Policy, as_of: datetime | None = None, matcher: Matcher = CERTIFIED
) -> Derivation:
    """The reasoning behind a decision. Two engines match every stage; a difference refers the case (ARB901)."""
    dossier = case if isinstance(case, Dossier) else assemble(case, _moment(case, as_of))
    book = book_of(dossier, policy)
    admitted = [item for item in dossier.items if item.admission.status != "rejected"]
    match_records = interpreter.match_records if matcher is INTERPRETED else certified.match_records
    try:
        outcome = settle_dossier(book, admitted, match_records(book, admitted), dossier.case, matcher)
    except certified.EnginesDisagreeError as problem:
        return Derivation(dossier, policy, book, _disagreed(problem), None, problem.stage)
    hearings = hearings_of(book, outcome, admitted, dossier.as_of)
    rejected = [item for item in dossier.items if item.admission.status == "rejected"]
    fields, already = order_and_claim(admitted), already_made_good(dossier.case)
    asks = asks_of(book, outcome, admitted, rejected, fields, already, INTERPRETED)
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
    )
    return Derivation(dossier, policy, book, verdict, outcome)


def settle_dossier(book: Rulebook, items: list[Item], matches: Matches, case: CaseFile, matcher: Matcher) -> Outcome:
    """From the first stage's matches to the outcome."""
    return settle(book, weigh_records(book, items, matches), order_and_claim(items), already_made_good(case), matcher)


def already_made_good(case: CaseFile) -> Money | None:
    """What was already paid or given back for the same loss."""
    return case.claims[0].already_made_good


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
    claim = dossier.case.claims[0]
    rules = policy.claims.get(claim.claim)
    if claim.filed_at > dossier.as_of:
        message = "the claim is filed after the moment of deciding"
        raise DecideError(Diagnostic("ARB507", "error", message, None, "decide as of a later moment"))
    if rules is None:
        near = did_you_mean(claim.claim, policy.claims)
        names = ", ".join(f"`{name}`" for name in policy.claims)
        cure = f"did you mean `{near}`?" if near else f"it knows {names}"
        raise DecideError(
            Diagnostic("ARB501", "error", f"policy `{policy.id}` has no claim `{claim.claim}`", None, cure)
        )
    if claim.by != rules.by:
        raise DecideError(
            Diagnostic(
                "ARB503",
                "error",
                f"claim `{claim.claim}` is for the {policy.noun(rules.by)}; `{claim.by}` opened it",
                None,
                f"let the {policy.noun(rules.by)} open it, or choose another claim",
            )
        )
    order = next((item for item in dossier.items if item.kind == "order"), None)
    placed = order.fields.get("placed_at") if order else None
    if order is None or not isinstance(placed, datetime):
        reason = order.admission.reason if order else "there is none"
        raise DecideError(Diagnostic("ARB504", "error", f"the order cannot be used: {reason}", None, "check its times"))
    region = order.fields.get("region")
    return rulebook(policy, claim.claim, placed.date(), region if isinstance(region, str) else None)


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
    document: Json = {
        "format": FORMAT,
        "id": "D-" + sha256(identity.encode()).hexdigest()[:16],
        "case": dossier.case.case,
        "claim": derivation.book.claim.id,
        "status": verdict.status,
        "as_of": as_of,
        "policy": {"id": policy.id, "version": policy.version, "digest": policy.digest},
        "engine": {"arbiter": __version__, "matchers": dict(certified.ENGINES)},
        "calendars": {},
        "case_digest": dossier.case_digest,
        "verdict": verdict_json(verdict, dossier.items),
        "reasoning": reasoning,
        "supersedes": None,
        "human": None,
    }
    return Decision.seal(document)


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found. `whole` is True if the decision was derived again, not only checked for integrity."""

    ok: bool
    whole: bool
    difference: str | None
    engine_difference: str | None


def verify(decision: Decision | bytes, case: CaseFile | None = None, policy: Policy | None = None) -> Verification:
    """Check a decision: its bytes alone, or with case and policy the whole derivation again.

    Names the first difference. A different version of the engine is told apart from a different result.
    """
    try:
        decision = Decision.parse(decision if isinstance(decision, bytes) else decision.content)
    except DecisionError as problem:
        return Verification(False, False, problem.diagnostics[0].message, None)
    if case is None or policy is None:
        return Verification(True, False, None, None)
    try:
        again = decide(case, policy, datetime.fromisoformat(decision.document["as_of"]))
    except (DecideError, ValueError) as problem:
        return Verification(False, True, str(problem), None)
    engines = decision.document.get("engine"), again.document["engine"]
    engine_difference = None if engines[0] == engines[1] else f"decided by {engines[0]}, checked by {engines[1]}"
    stored, derived = _without(decision.document), _without(again.document)
    difference = first_difference(stored, derived)
    if difference is None and canonical(stored) != canonical(derived):
        # Python takes 1, 1.0 and True for equal, and an absent key for an empty one.
        difference = "the bytes differ where the values seem equal"
    return Verification(difference is None, True, difference, engine_difference)


def _without(document: Json) -> Json:
    """What deciding again must reproduce: everything but who ran it, and the digest that covers that."""
    left_out = ("engine", "digest", "supersedes", "human")
    return {key: value for key, value in document.items() if key not in left_out}


def first_difference(stored: object, derived: object, path: str = "") -> str | None:
    """The first place, in the order of keys, where two documents differ; None if they do not."""
    if isinstance(stored, dict) and isinstance(derived, dict):
        # Another case or policy explains every other difference, so it is told first.
        first = [key for key in ("case_digest", "policy") if key in stored and not path]
        for key in (*first, *sorted(stored.keys() | derived.keys())):
            found = first_difference(stored.get(key), derived.get(key), f"{path}.{key}" if path else key)
            if found is not None:
                return found
        return None
    if isinstance(stored, list) and isinstance(derived, list) and len(stored) == len(derived):
        for index, (left, right) in enumerate(zip(stored, derived, strict=True)):
            found = first_difference(left, right, f"{path}[{index}]")
            if found is not None:
                return found
        return None
    if stored == derived:
        return None
    return f"`{path}` is {_shown(stored)} in the file, and {_shown(derived)} when decided again"


def _shown(value: object) -> str:
    """A value in a message: short ones whole, others by what they are."""
    if value is None:
        return "absent"
    if isinstance(value, dict | list):
        return f"a {'map' if isinstance(value, dict) else 'list'} of {len(value)}"
    text = str(value)
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"
