"""What every profile is: a text of law, what it is about, and the fields that it asks for.

This module owns the shape of a profile, when one applies, and what is told when a field is missing. What each field
is stands in the files of the laws.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from arbiter.report.letter import Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.groups import words_of
from arbiter.report.profiles.database import COUNTRIES
from arbiter.verdict.model import Measure
from evidence import Diagnostic

# Where EU law of this kind holds: the Union and, as far as an act has "EEA relevance", the European Economic Area.
EEA = frozenset(COUNTRIES)


@dataclass(frozen=True, slots=True)
class Act:
    """Something in a verdict that a law may be about: a measure, or the result itself for whom it goes against."""

    to: str
    measure: Measure | None = None

    @property
    def node(self) -> str:
        """Its node in the reasoning."""
        return f"measure:{self.measure.id}" if self.measure else f"hearing:{self.to}"

    def __str__(self) -> str:
        return f"measure `{self.measure.id}` against the {self.to}" if self.measure else f"result against the {self.to}"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a law asks for: in which article, what it is, where it comes from, and how it is found.

    `find` gives it as a sentence, or None where it is missing. `told` says whether a letter says it in the section of
    the profiles; otherwise another section does. `cure` says how a policy brings it.
    """

    id: str
    article: str
    asks: str
    source: str
    find: Callable[[Account, Act], Sentence | None]
    told: bool = False
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A law as far as a letter can serve it.

    `checked` is the day on which its fields were compared with the text, and `doubt` what could not be confirmed then.
    It holds for orders of the `regions`, and for those that name none; from `since` on.
    """

    id: str
    text: str
    checked: date
    since: date
    regions: frozenset[str]
    about: Callable[[Act], bool]
    fields: tuple[Field, ...]
    doubt: str = ""

    def applies(self, account: Account) -> bool:
        """Whether the policy names it, and it is in force where and when the case is decided."""
        region = (account.region or "").partition("-")[0]
        named = self.id in account.derivation.policy.header.profiles
        return named and account.as_of.date() >= self.since and (not region or region in self.regions)


def acts_of(account: Account) -> tuple[Act, ...]:
    """Everything in the verdict that a law may be about, measures first."""
    verdict = account.derivation.verdict
    measures = [Act(one.to, one) for one in verdict.measures]
    # INVARIANT: hearings name whoever the result goes against; nothing is decided about the others.
    return (*measures, *(Act(hearing.party) for hearing in verdict.hearings))


def addressed(account: Account, act: Act) -> bool:
    """Whether a reader is told the fields of an act: whom it concerns, and whoever decides it."""
    return account.for_agent or account.is_you(act.to)


@dataclass(frozen=True, slots=True)
class Found:
    """A field of an act under a profile, and its value (None where it is missing)."""

    profile: Profile
    act: Act
    field: Field
    value: Sentence | None


def fields_of(account: Account, profiles: tuple[Profile, ...]) -> Iterator[Found]:
    """Every field that some profile asks for, for all acts that concern the reader."""
    for profile in profiles:
        for act in acts_of(account) if profile.applies(account) else ():
            if profile.about(act) and addressed(account, act):
                yield from (Found(profile, act, field, field.find(account, act)) for field in profile.fields)


def missing(account: Account, profiles: tuple[Profile, ...]) -> tuple[Diagnostic, ...]:
    """What is missing, field by field.

    A warning and no error: a party is never left without its reasons because its marketplace has not named a contact.
    """
    return tuple(
        Diagnostic(
            "ARB551",
            "warning",
            f"fields for `{one.profile.id}`: `{one.field.id}` is missing for {one.act} ({one.field.article}: "
            f"{one.field.asks})",
            None,
            one.field.cure or None,
        )
        for one in fields_of(account, profiles)
        if one.value is None
    )


def sentences(account: Account, profiles: tuple[Profile, ...]) -> tuple[Sentence, ...]:
    """What a letter says for the profiles, each sentence once. An agent's says nothing: it is no notice."""
    if account.for_agent:
        return ()
    found: dict[Hashable, Sentence] = {}
    for one in fields_of(account, profiles):
        if one.field.told and one.value is not None:
            found.setdefault(words_of(one.value), one.value)
    return tuple(found.values())
