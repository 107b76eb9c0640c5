"""Which variables a wording places into its text; those by which it only chooses its words are not told."""

from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import ast as ftl


def placed(wording: Any, bundle: FluentBundle) -> frozenset[str]:
    """The names of the variables that stand in a wording, in any of its variants or in a message it quotes."""
    match wording:
        case ftl.Pattern(elements=parts):
            return frozenset().union(*(placed(part, bundle) for part in parts))
        case ftl.Placeable(expression=inside):
            return placed(inside, bundle)
        case ftl.SelectExpression(variants=variants):
            return frozenset().union(*(placed(variant.value, bundle) for variant in variants))
        case ftl.VariableReference(id=name):
            return frozenset({name.name})
        case ftl.FunctionReference(arguments=arguments):
            return frozenset().union(*(placed(one, bundle) for one in arguments.positional))
        case ftl.MessageReference(id=name, attribute=attribute) if bundle.has_message(name.name):
            message = bundle.get_message(name.name)
            return placed(message.attributes[attribute.name] if attribute else message.value, bundle)
    return frozenset()
