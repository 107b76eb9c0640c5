"""eu-platform-work: Directive (EU) 2024/2831, Articles 10 and 11, for couriers.

It is for the Member States to bring into force by 2 December 2026; a policy that names it serves it before.
"""

from datetime import date

from arbiter.policy.model import ADVERSE_MEASURES
from arbiter.report.letter import Sentence
from arbiter.report.plan.account import Account
from arbiter.report.profiles.finders import always, before_effect, facts, ground, own_text
from arbiter.report.profiles.frame import EEA, Act, Field, Profile


def is_against_a_courier(act: Act) -> bool:
    """Any measure against a courier: which weigh as much as a restricted account is not for a program to say."""
    return act.measure is not None and act.to == "courier" and act.measure.measure in ADVERSE_MEASURES


def _by_a_person(account: Account, act: Act) -> Sentence | None:
    """Only a person decides. INVARIANT: no adverse measure against a courier is automatic."""
    automatic = act.measure is None or act.measure.auto
    return None if automatic else Sentence("profile-work-person", {}, (act.node, "route"))


PROFILE = Profile(
    id="eu-platform-work",
    text="Directive (EU) 2024/2831 (platform work), Articles 10(5) and 11",
    checked=date(2026, 11, 25),
    since=date(2024, 12, 1),
    regions=EEA,
    about=is_against_a_courier,
    fields=(
        Field("person", "Art. 10(5)", "a human being takes the decision", "the measure", _by_a_person, told=True),
        Field("facts", "Art. 11(1)", "the facts, circumstances and reasons", "the findings", facts),
        Field(
            "reasons", "Art. 11(1)", "the reasons in writing", "the rule's clause and sentence", ground, told=True
        ),
        Field(
            "in_time", "Art. 11(1)", "the reasons at the latest on the day it takes effect", "the decision's status",
            before_effect, told=True,
        ),
        Field(
            "contact", "Art. 11(1)", "a contact person to discuss and clarify them", "the pack's text `contact_person`",
            own_text("profile-work-contact", "contact_person"), told=True,
            cure="write `contact_person` in the texts of the pack: who it is, and how a courier reaches that person",
        ),
        Field(
            "review", "Art. 11(2)", "a review by a person, answered in writing within two weeks",
            "the frame of the letter", always("profile-work-review"), told=True,
        ),
    ),
)  # fmt: skip
