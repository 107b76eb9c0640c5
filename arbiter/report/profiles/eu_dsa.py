"""eu-dsa: Regulation (EU) 2022/2065, the Digital Services Act: Articles 17, 20 and 21.

The record for the transparency database (Article 24(5)) is another thing than the letter: see `dsa_statement`.
"""

from datetime import date

from arbiter.policy.model import ACCOUNT_MEASURES
from arbiter.report.profiles.finders import always, appeal_span, automation, facts, ground, said, scope
from arbiter.report.profiles.frame import EEA, Act, Field, Profile

_HALF_A_YEAR = "define `measure_appeal_days` in parameters.yaml: 184 days or more"


def is_restriction(act: Act) -> bool:
    """Article 17(1) is about offers, payments, the service and accounts of those who use it, not about couriers."""
    return act.measure is not None and act.measure.measure in ACCOUNT_MEASURES and act.to in ("buyer", "seller")


PROFILE = Profile(
    id="eu-dsa",
    text="Regulation (EU) 2022/2065 (Digital Services Act), Articles 17, 20 and 21",
    checked=date(2026, 11, 25),
    since=date(2024, 2, 17),
    regions=EEA,
    about=is_restriction,
    fields=(
        Field("measure", "Art. 17(3)(a)", "what the decision entails", "the verdict's measure", said),
        Field("scope", "Art. 17(3)(a)", "where it holds and how long", "the rule's `lasts`", scope, told=True),
        Field("facts", "Art. 17(3)(b)", "the facts and circumstances relied on", "the findings", facts),
        Field(
            "automation", "Art. 17(3)(c)", "automated means in detecting and in deciding", "the route and the readings",
            automation, told=True,
        ),
        Field(
            "ground", "Art. 17(3)(e)", "the contractual ground, and why the information is incompatible with it",
            "the rule's clause and sentence", ground, told=True,
        ),
        Field(
            "appeal", "Art. 20(1) and (6)", "a complaint for six months, free of charge, decided by qualified staff",
            "the parameter `measure_appeal_days`", appeal_span, told=True, cure=_HALF_A_YEAR,
        ),
        Field(
            "redress", "Art. 17(3)(f), 21(1)", "out-of-court settlement and courts", "the frame of the letter",
            always("profile-dsa-redress"), told=True,
        ),
    ),
)  # fmt: skip
