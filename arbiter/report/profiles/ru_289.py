"""ru-289: Федеральный закон от 31.07.2025 № 289-ФЗ, for the partners of a marketplace: its sellers."""

from datetime import date

from arbiter.policy.model import ADVERSE_MEASURES
from arbiter.report.profiles.finders import always, facts, ground, version
from arbiter.report.profiles.frame import Act, Field, Profile


def is_against_a_partner(act: Act) -> bool:
    """A measure against whoever sells on the marketplace."""
    return act.measure is not None and act.to == "seller" and act.measure.measure in ADVERSE_MEASURES


PROFILE = Profile(
    id="ru-289",
    text="Федеральный закон от 31.07.2025 № 289-ФЗ «Об отдельных вопросах регулирования платформенной экономики в "
    "Российской Федерации»",
    checked=date(2026, 11, 25),
    since=date(2026, 10, 1),
    regions=frozenset({"RU"}),
    about=is_against_a_partner,
    fields=(
        Field("facts", "основания меры", "the facts it rests on", "the findings", facts),
        Field(
            "ground", "основания, установленные договором", "the ground in the contract",
            "the rule's clause and sentence", ground, told=True,
        ),
        Field(
            "complaint", "досудебное рассмотрение жалоб", "a complaint to the operator before going to court",
            "the frame of the letter", always("profile-ru-complaint"), told=True,
        ),
        Field(
            "versions", "предыдущие редакции договора", "which version of the contract was applied, and how to find it",
            "the policy's version and digest", version, told=True,
        ),
    ),
    doubt="Read in summaries of the act; the numbers of its articles could not be confirmed.",
)  # fmt: skip
