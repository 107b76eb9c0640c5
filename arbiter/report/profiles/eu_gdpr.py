"""eu-gdpr: Regulation (EU) 2016/679, Articles 15(1)(h) and 22, as the Court read them in C-203/22 and C-634/21.

A proposal of rules that a person draws strongly on is a decision too (C-634/21), so it is told of either.
"""

from datetime import date

from arbiter.report.letter import Sentence
from arbiter.report.plan.account import Account
from arbiter.report.profiles.finders import always, automation, records_used
from arbiter.report.profiles.frame import EEA, Act, Field, Profile


def is_about_a_person(act: Act) -> bool:
    """A result that goes against somebody who is, or may be, a natural person. A carrier is a company."""
    return act.measure is None and act.to in ("buyer", "seller", "courier")


def _change(account: Account, act: Act) -> Sentence | None:
    """Where the letter says how other data would have changed the result. Without a proposal there is none."""
    return Sentence("profile-gdpr-change", {}, ("explanation",)) if account.derivation.outcome is not None else None


PROFILE = Profile(
    id="eu-gdpr",
    text="Regulation (EU) 2016/679 (GDPR), Articles 15(1)(h) and 22; CJEU C-203/22 and C-634/21",
    checked=date(2026, 11, 25),
    since=date(2018, 5, 25),
    regions=EEA,
    about=is_about_a_person,
    fields=(
        Field("automation", "Art. 15(1)(h)", "that the decision is automated", "the route", automation),
        Field(
            "data", "Art. 15(1)(h); C-203/22", "which data were used, and how", "the findings' records", records_used,
            told=True,
        ),
        Field(
            "principle", "Art. 15(1)(h); C-203/22", "the procedure and principles actually applied",
            "the frame of the letter", always("profile-gdpr-principle"), told=True,
        ),
        Field(
            "change", "C-203/22", "how a change in the data would have changed the result", "the explanation", _change,
            told=True,
        ),
        Field(
            "person", "Art. 22(3)", "a person on request, one's own view, and contesting", "the frame of the letter",
            always("profile-gdpr-person"), told=True,
        ),
    ),
)  # fmt: skip
