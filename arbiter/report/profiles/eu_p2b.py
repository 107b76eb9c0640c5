"""eu-p2b: Regulation (EU) 2019/1150, Articles 4, 11 and 12, for sellers.

The language has no measure that ends the whole service, for which Article 4(2) wants 30 days; a suspension without an
end comes near to one, so its end is asked for.
"""

from datetime import date

from arbiter.policy.model import ACCOUNT_MEASURES
from arbiter.report.letter import Sentence
from arbiter.report.plan.account import Account
from arbiter.report.profiles.finders import always, before_effect, duration, facts, ground, own_text, scope
from arbiter.report.profiles.frame import EEA, Act, Field, Profile


def is_against_a_seller(act: Act) -> bool:
    """A restriction or suspension of what a seller gets from the marketplace."""
    return act.measure is not None and act.to == "seller" and act.measure.measure in ACCOUNT_MEASURES


def _end(account: Account, act: Act) -> Sentence | None:
    suspended = act.measure is not None and act.measure.measure == "suspension"
    return duration(account, act) if suspended else scope(account, act)


PROFILE = Profile(
    id="eu-p2b",
    text="Regulation (EU) 2019/1150 (platform to business), Articles 4, 11 and 12",
    checked=date(2026, 11, 25),
    since=date(2020, 7, 12),
    regions=EEA,
    about=is_against_a_seller,
    fields=(
        Field("facts", "Art. 4(5)", "the specific facts or circumstances", "the findings", facts),
        Field(
            "ground", "Art. 4(5), 3(1)(c)", "the ground in the terms and conditions", "the rule's clause and sentence",
            ground, told=True,
        ),
        Field(
            "in_time", "Art. 4(1)", "the reasons at or before the time it takes effect", "the decision's status",
            before_effect, told=True,
        ),
        Field(
            "end", "Art. 4(2)", "that a suspension is no termination without 30 days", "the rule's `lasts`", _end,
            cure="give the measure `lasts`, or let a person end the service with 30 days' notice",
        ),
        Field(
            "complaint", "Art. 4(3), 11", "the facts can be clarified in an internal complaint, free of charge",
            "the frame of the letter", always("profile-p2b-complaint"), told=True,
        ),
        Field(
            "mediators", "Art. 12(1)", "mediators with whom the marketplace is willing to engage",
            "the pack's text `mediators`", own_text("profile-p2b-mediators", "mediators"), told=True,
            cure="write `mediators` in the texts of the pack: two or more, with their addresses",
        ),
    ),
    doubt="Whether the repeal that COM(2025) 837 proposed has been adopted could not be confirmed on that day. Small "
    "marketplaces need neither complaint handling nor mediators (Art. 11(5), 12(7)).",
)  # fmt: skip
