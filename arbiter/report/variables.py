"""Which variables a wording holds: those it places into its text, and those by which it only chooses its words."""

from dataclasses import dataclass
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import ast as ftl


@dataclass(frozen=True, slots=True)
class Variables:
    """The names of the variables of a wording."""

    placed: frozenset[str] = frozenset()
    choosing: frozenset[str] = frozenset()

    def __or__(self, other: "Variables") -> "Variables":
        return Variables(self.placed | other.placed, self.choosing | other.choosing)

    def need(self, argument: str) -> bool:
        """Whether the wording asks for an argument, as it is or in one of the forms of a noun."""
        return any(name == argument or name.startswith(f"{argument}_") for name in self.placed | self.choosing)


def variables(wording: Any, bundle: FluentBundle) -> Variables:
    """The variables of a wording, in all its variants and in the messages that it quotes."""
    found = Variables()
    match wording:
        case ftl.Pattern(elements=parts):
            for part in parts:
                found |= variables(part, bundle)
        case ftl.Placeable(expression=inside):
            found = variables(inside, bundle)
        case ftl.SelectExpression(selector=selector, variants=variants):
            chosen_by = variables(selector, bundle)
            found = Variables(choosing=chosen_by.placed | chosen_by.choosing)
            for variant in variants:
                found |= variables(variant.value, bundle)
        case ftl.VariableReference(id=name):
            found = Variables(placed=frozenset({name.name}))
        case ftl.FunctionReference(arguments=arguments):
            for one in arguments.positional:
                found |= variables(one, bundle)
        case ftl.MessageReference(id=name, attribute=attribute) if bundle.has_message(name.name):
            message = bundle.get_message(name.name)
            quoted = message.attributes.get(attribute.name) if attribute else message.value
            found = variables(quoted, bundle)
    return found
