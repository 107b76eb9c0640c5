"""cn-platform-rules: 《网络交易平台规则监督管理办法》, for merchants and consumers of a platform."""

from datetime import date

from arbiter.policy.model import ADVERSE_MEASURES
from arbiter.report.letter import Party, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.profiles.finders import always, facts, ground, measure_findings
from arbiter.report.profiles.frame import Act, Field, Profile


def is_negative(act: Act) -> bool:
    """A measure with a negative effect on a merchant or a consumer of the platform."""
    return act.measure is not None and act.to in ("buyer", "seller") and act.measure.measure in ADVERSE_MEASURES


def _burden(account: Account, act: Act) -> Sentence | None:
    """Who had to show what: under every question of the letter. It is missing where nobody had to show anything."""
    borne = [one.burden_on for one in measure_findings(account, act) if one.burden_on is not None]
    return Sentence("profile-cn-burden", {"party": Party(borne[0])}, (act.node,)) if borne else None


PROFILE = Profile(
    id="cn-platform-rules",
    text="网络交易平台规则监督管理办法 (国家市场监督管理总局、国家互联网信息办公室令第116号)",
    checked=date(2026, 11, 25),
    since=date(2026, 2, 1),
    regions=frozenset({"CN"}),
    about=is_negative,
    fields=(
        Field("reasons", "负面影响的措施：理由", "the reasons of a negative measure", "the findings", facts),
        Field(
            "basis", "负面影响的措施：依据", "its basis in the rules", "the rule's clause and sentence", ground,
            told=True,
        ),
        Field(
            "complaint", "申诉、复核", "an easy way to complain, a check, and the result of it",
            "the frame of the letter", always("profile-cn-complaint"), told=True,
        ),
        Field(
            "person", "人工判定", "a person on request, where programs alone handled the complaint",
            "the frame of the letter", always("profile-cn-person"), told=True,
        ),
        Field("burden", "举证责任", "the burden of proof, fairly allocated", "the findings' burdens", _burden),
    ),
    doubt="Read in announcements of the order; the numbers of its articles could not be confirmed.",
)  # fmt: skip
