"""Where fields are found that several laws ask for: in the verdict, the policy, or another section of the letter."""

from collections.abc import Callable

from arbiter.engine.ir import Rulebook
from arbiter.policy.conditions import questions_in
from arbiter.policy.model import Measure as MeasureRule
from arbiter.policy.profiles import MEASURE_APPEAL
from arbiter.report.letter import Argument, Listed, Number, Party, Sentence, Verbatim
from arbiter.report.plan.account import Account
from arbiter.report.plan.questions import finding_sentence
from arbiter.report.profiles.frame import Act
from arbiter.verdict.model import Finding

# "Six months" (Art. 20(1) DSA): no six months have more days.
SIX_MONTHS_D = 184


def rule_of(book: Rulebook, act: Act) -> MeasureRule | None:
    """The rule that an act's measure comes from; None for what is no measure."""
    wanted = act.measure.id if act.measure else None
    return next((rule for _, rule in book.outcome.measures if rule.id == wanted), None)


def measure_findings(account: Account, act: Act) -> list[Finding]:
    """The findings that a measure rests on; all of them for the result itself."""
    rule = rule_of(account.derivation.book, act)
    tested = set(questions_in(rule.condition)) if rule else None
    return [
        one
        for one in account.derivation.verdict.findings
        if (one.question in tested if tested is not None else one.by != "undisputed")
    ]


def said(account: Account, act: Act) -> Sentence | None:
    """The measure in the policy's words."""
    if act.measure is None:
        return None
    return account.policy_sentence(account.derivation.book.claim.id, act.measure.id, act.node)


def ground(account: Account, act: Act) -> Sentence | None:
    """The clause of the contract that a measure rests on, with what it says."""
    rule, statement = rule_of(account.derivation.book, act), said(account, act)
    if rule is None or statement is None:
        return None
    args: dict[str, Argument] = {"clause": rule.clause, "statement": statement}
    return Sentence("profile-ground", args, (act.node, "policy"))


def facts(account: Account, act: Act) -> Sentence | None:
    """How the first question came out on which it rests; the letter has them all."""
    found = measure_findings(account, act)
    if not found:
        return None
    first = found[0]
    answered = account.answer_shown if first.shown else account.policy_sentence
    return finding_sentence(account, first, answered(first.question, first.answer, f"finding:{first.question}"))


def duration(account: Account, act: Act) -> Sentence | None:
    """How long a measure lasts; None where its rule sets no end."""
    rule = rule_of(account.derivation.book, act)
    if rule is None or rule.lasts is None:
        return None
    return Sentence("profile-lasts", {"span": account.span(rule.lasts)}, (act.node,))


def scope(account: Account, act: Act) -> Sentence | None:
    """Where a measure holds and for how long: no rule can limit one to a country."""
    lasting = duration(account, act)
    if lasting is None:
        return Sentence("profile-scope-open", {}, (act.node,))
    return Sentence("profile-scope-lasts", lasting.args, (act.node,))


def automation(account: Account, act: Act) -> Sentence | None:
    """How far programs decided, and whether one searched for what it is about."""
    level = automated(account).lower().replace("_", "-")
    stem = "profile-detected" if detected(account, act) else "profile-not-detected"
    how = Sentence(f"profile-{level}", {}, ("route",))
    return Sentence("both", {"first": how, "second": Sentence(stem, {}, (act.node,))}, ("route", act.node))


def automated(account: Account) -> str:
    """FULLY, PARTIALLY or NOT_AUTOMATED, by the route: a person who decides on a proposal of rules does so partially.

    Where the engines disagree there is no proposal, and the person decides alone.
    """
    if account.derivation.outcome is None:
        return "NOT_AUTOMATED"
    return "FULLY" if account.derivation.verdict.route.route == "auto" else "PARTIALLY"


def detected(account: Account, act: Act) -> bool:
    """Whether evidence that carries a finding was read by a program."""
    carrying = {index for one in measure_findings(account, act) for way in one.sufficient for index in way.records}
    read = [account.by_index[index] for index in carrying if index in account.by_index]
    return any(item.kind == "reading" and item.fields.get("by") == "detector" for item in read)


def appeal_span(account: Account, act: Act) -> Sentence | None:
    """How long one can complain about the measure; None where that is less than six months, or unsaid."""
    if MEASURE_APPEAL not in account.derivation.policy.parameters:
        return None
    days = account.number(MEASURE_APPEAL)
    if account.counts_business_days(MEASURE_APPEAL) or days < SIX_MONTHS_D:
        return None
    return Sentence("profile-dsa-appeal", {"span": Number(days, "d")}, (act.node, "policy"))


def records_used(account: Account, act: Act) -> Sentence | None:
    """Which records counted, by their numbers in the letter."""
    counted = {index for one in measure_findings(account, act) for way in one.sufficient for index in way.records}
    refs = dict.fromkeys(account.refs[index] for index in sorted(counted) if index in account.refs)
    if not refs:
        return Sentence("profile-gdpr-none", {}, (act.node,))
    return Sentence("profile-gdpr-data", {"refs": Listed(tuple(refs))}, (act.node,))


def before_effect(account: Account, act: Act) -> Sentence | None:
    """That the reasons come before the measure: as long as it is a proposal, it has no effect."""
    referred = account.derivation.verdict.status == "referred"
    return Sentence("profile-before", {}, (act.node,)) if referred else None


def own_text(message: str, name: str) -> Callable[[Account, Act], Sentence | None]:
    """A finder of what a marketplace tells about itself: a sentence of the frame round a text of the pack."""

    def find(account: Account, act: Act) -> Sentence | None:
        told = account.optional_sentence(name, None, "policy")
        if told is None:
            return None
        return Sentence(message, {"text": told, "platform": Party("platform")}, (act.node, "policy"))

    return find


def always(message: str) -> Callable[[Account, Act], Sentence | None]:
    """A finder of what this program does in every case."""
    return lambda account, act: Sentence(message, {"platform": Party("platform")}, (act.node, "policy"))


def version(account: Account, act: Act) -> Sentence | None:
    """Which version of the contract was applied, and by what code it can be found again."""
    policy = account.decision.document["policy"]
    args: dict[str, Argument] = {"version": Verbatim(policy["version"]), "code": Verbatim(policy["digest"][:12])}
    return Sentence("profile-version", args, (act.node, "policy"))
