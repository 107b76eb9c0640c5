"""What every section of a letter draws on: the derivation, the audience, names for records, and what is private.

Redaction happens here, at the nodes of the reasoning and before any sentence is made.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from arbiter.decide import Derivation
from arbiter.decision import Decision
from arbiter.explain.model import Explanation
from arbiter.policy.conditions import OneOf
from arbiter.policy.model import Signal
from arbiter.report.letter import Argument, Moment, Sentence, Verbatim
from evidence import Item, Money


class NoDeadlineError(Exception):
    """A letter cannot say until when: a deadline has no value on the day of the claim."""


@dataclass(frozen=True)
class Account:
    """One decision, told to one audience."""

    decision: Decision
    derivation: Derivation
    explanation: Explanation
    audience: str

    @property
    def for_agent(self) -> bool:
        """Whether the letter is for the employee who decides, who sees everything."""
        return self.audience == "agent"

    def is_you(self, role: str) -> bool:
        """Whether a role is the addressee."""
        return role == self.audience

    @cached_property
    def refs(self) -> dict[int, str]:
        """E1, E2, … for the records, in the order of the dossier."""
        return {item.index: f"E{number}" for number, item in enumerate(self.derivation.items, start=1)}

    @cached_property
    def by_index(self) -> dict[int, Item]:
        """The records by index."""
        return {item.index: item for item in self.derivation.items}

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The records by id."""
        return {item.id: item for item in self.derivation.items}

    def days(self, parameter: str, start: datetime) -> datetime:
        """A deadline: so many days after `start`, by the parameter in force when the claim was filed."""
        return start + timedelta(days=self.number(parameter))

    def number(self, parameter: str) -> int:
        """A parameter of the policy that counts days. Raises NoDeadlineError if it has no value on that day."""
        filed = self.derivation.dossier.case.claims[0].filed_at.date()
        value = self.derivation.policy.parameters[parameter].on(filed, None)
        if not isinstance(value, int):
            raise NoDeadlineError(f"parameter `{parameter}` has no value on {filed.isoformat()}")
        return int(value)

    @property
    def as_of(self) -> datetime:
        """The moment of the decision."""
        return self.derivation.dossier.as_of

    # What is private

    def hides(self, signal: Signal) -> bool:
        """Whether a signal's details are kept from this audience: private, and neither the claimant's nor its own."""
        if signal.private is None or self.for_agent:
            return False
        return self.audience not in (self.derivation.book.claim.by, signal.held_by)

    @cached_property
    def gists(self) -> dict[int, str]:
        """Records whose content this audience may not see, with the text that stands for them.

        Hidden is whatever says what a private signal is about, however weakly and whoever read it; with a reading
        the paper it reads, and with a paper every reading of it.
        """
        found: dict[int, str] = {}
        for signal in self.derivation.book.signals:
            if signal.private is not None and self.hides(signal):
                about = [item for item in self.derivation.items if _is_about(item, signal)]
                found |= dict.fromkeys((item.index for item in about), signal.private)
        for item in self.derivation.items:
            source = self.by_id.get(str(item.fields.get("of")))
            if source is not None and item.index in found:
                found.setdefault(source.index, found[item.index])
        for item in self.derivation.items:
            source = self.by_id.get(str(item.fields.get("of")))
            if source is not None and source.index in found:
                found.setdefault(item.index, found[source.index])
        return found

    # Sentences

    def signal_sentence(self, signal: Signal, index: int) -> Sentence:
        """What a record shows, in the policy's words; the gist if the audience may not see it."""
        if signal.private is not None and self.hides(signal):
            # The signal's very name would tell what is withheld.
            return Sentence("withheld", {"gist": self.gist(signal.private)}, self.record_nodes(index))
        nodes = (f"signal:{signal.id}", *self.record_nodes(index))
        args = {f"{signal.id}__{name}": value for name, value in self.field_args(index).items()}
        return Sentence(signal.id, {**self.parameters, **args}, nodes, "policy")

    def gist(self, text: str) -> Sentence:
        """A private record's stand-in."""
        return Sentence(text, {}, (), "policy")

    def record_nodes(self, index: int) -> tuple[str, ...]:
        """The node of a record in the reasoning."""
        return (f"record:{self.by_index[index].id}",) if index in self.by_index else ()

    def policy_sentence(self, message: str, attribute: str | None, *nodes: str) -> Sentence:
        """A sentence of the policy about a question, head, claim or rule."""
        return Sentence(message, self.parameters, nodes, "policy", attribute)

    @cached_property
    def parameters(self) -> dict[str, Argument]:
        """Every parameter's value on the day of the order, for sentences that quote them."""
        order = next(item for item in self.derivation.items if item.kind == "order")
        placed, region = order.fields["placed_at"], order.fields.get("region")
        assert isinstance(placed, datetime)
        found: dict[str, Argument] = {}
        for name, parameter in self.derivation.policy.parameters.items():
            value = parameter.on(placed.date(), region if isinstance(region, str) else None)
            if value is not None:
                found[name] = value if isinstance(value, int | Money) else str(value)
        return found

    def field_args(self, index: int) -> dict[str, Argument]:
        """The typed fields of a record, as arguments of a sentence."""
        item = self.by_index.get(index)
        fields = dict(item.fields) if item else {}
        found: dict[str, Argument] = {}
        for name, value in fields.items():
            if isinstance(value, datetime):
                found[name] = Moment(value)
            elif isinstance(value, int | Money):
                found[name] = value
            elif isinstance(value, str):
                found[name] = Verbatim(value) if name in FREE_TEXT else value
        return found


def _is_about(item: Item, signal: Signal) -> bool:
    """Whether a record is of the signal's kind and says what the signal is about, whoever says it."""
    content = [test for test in signal.test.tests if test.field in CONTENT]
    return item.kind == signal.test.kind and all(
        isinstance(test.check, OneOf) and item.fields.get(test.field) in test.check.values for test in content
    )


# Fields that tell what a record says, as against who says it.
CONTENT = frozenset({"says", "place", "code", "what", "proof", "recipient"})

# Fields that hold people's own words or names.
FREE_TEXT = frozenset({
    "text", "caption", "title", "issuer", "reason", "signed_name", "address", "carrier", "location", "carrier_code",
})  # fmt: skip
