"""The changes that can be tried: records added and removed, fields and parameters set.

Owns how a change is made to a case or a policy. It decides nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from arbiter.policy.dated import DatedValue, Parameter, Quantity
from arbiter.policy.model import Policy
from arbiter.policy.parse.parameters import read_quantity
from arbiter.policy.parse.reader import Problems
from evidence import CaseFile, CaseFileError, Diagnostic, Money, Node, Null, Scalar, Span, did_you_mean
from evidence.amend import NotThereError, Setting, amended, owners_of
from evidence.nodes import RefusedError
from evidence.source import from_plain


class WhatIfError(Exception):
    """Changes that cannot be tried, or a decision that they cannot be tried on, with the reasons."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("; ".join(f"{one.code}: {one.message}" for one in diagnostics))


@dataclass(frozen=True, slots=True)
class AddRecord:
    """A record to add: what a case file would say of it, as values or as a node with its places."""

    record: Mapping[str, Any] | Node


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """A record to take out of the case, by its id."""

    id: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SetField:
    """A field to set: `T-2.code`, `claim.amount` of the claim that was decided, `case.funds_at`.

    A value of None leaves the field out: then it is unknown.
    """

    field: str
    value: Any
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SetParameter:
    """A parameter of the policy to set, in its unit, as `parameters.yaml` has it; an amount may omit its currency."""

    parameter: str
    value: Any
    span: Span | None = None


Change = AddRecord | RemoveRecord | SetField | SetParameter


def changed_case(case: CaseFile, claim: str, changes: Iterable[Change]) -> tuple[CaseFile, list[Diagnostic]]:
    """The case with the changes made, and what is wrong with it now. Raises WhatIfError, CaseFileError."""
    made = tuple(changes)
    try:
        added = [_node(one.record) for one in made if isinstance(one, AddRecord)]
        new_ids = [named.text for node in added if isinstance(named := _get(node, "id"), Scalar)]
        settings = [_setting(case, claim, one, new_ids) for one in made if isinstance(one, SetField)]
        removed = [(one.id, one.span) for one in made if isinstance(one, RemoveRecord)]
        return amended(case, removed, added, settings) if added or settings or removed else (case, [])
    except NotThereError as problem:
        raise WhatIfError(problem.diagnostic) from problem
    except RefusedError as refused:
        raise CaseFileError([refused.diagnostic]) from refused


def changed_policy(policy: Policy, changes: Iterable[Change]) -> Policy:
    """The policy with parameters set: one value for every day and region, under a digest of its own.

    Raises WhatIfError if there is no such parameter or the value does not fit it.
    """
    found, said = dict(policy.parameters), []
    for one in changes:
        if isinstance(one, SetParameter):
            parameter = _parameter(policy, one)
            value = _quantity(parameter, one)
            found[one.parameter] = replace(parameter, values=(DatedValue(date.min, None, None, value, parameter.span),))
            said.append(f"{one.parameter}={value}")
    if not said:
        return policy
    digest = sha256("\n".join((policy.digest, *said)).encode()).hexdigest()
    return replace(policy, parameters=found, digest=digest)


def _node(record: Mapping[str, Any] | Node) -> Node:
    return from_plain(record) if isinstance(record, Mapping) else record


def _get(node: Node, key: str) -> object:
    get = getattr(node, "get", None)
    return get(key) if get is not None else None


def _setting(case: CaseFile, claim: str, change: SetField, new_ids: Iterable[str]) -> Setting:
    """Whose field it is. An id may hold points, so the longest one that fits is meant."""
    known = {*owners_of(case), *new_ids, "claim"}
    fitting = [name for name in known if change.field.startswith(f"{name}.")]
    owner = max(fitting, key=len, default=change.field.partition(".")[0])
    path = tuple(change.field[len(owner) + 1 :].split("."))
    if not all(path):
        message = f"`{change.field}` names no field"
        raise WhatIfError(Diagnostic("ARB550", "error", message, change.span, "write it like `T-2.code`"))
    value = _value(change.value, change.span)
    return Setting(claim if owner == "claim" and owner not in new_ids else owner, path, value, change.span)


def _value(value: Any, span: Span | None) -> Node:
    if isinstance(value, Node):
        return value
    if value is None:
        return Null(span or Span("", 1, 1, 1))
    return from_plain(value)


def _parameter(policy: Policy, change: SetParameter) -> Parameter:
    if change.parameter not in policy.parameters:
        near = did_you_mean(change.parameter, policy.parameters)
        cure = f"did you mean `{near}`?" if near else f"`arbiter show policy {policy.id}` lists them"
        message = f"policy `{policy.id}` has no parameter `{change.parameter}`"
        raise WhatIfError(Diagnostic("ARB554", "error", message, change.span, cure))
    return policy.parameters[change.parameter]


def _quantity(parameter: Parameter, change: SetParameter) -> Quantity:
    """The value in the parameter's unit. A bare number is an amount in the currency that the parameter has, if one."""
    node = _value(change.value, change.span)
    text = node.text if isinstance(node, Scalar) else ""
    currencies = {one.value.currency for one in parameter.values if isinstance(one.value, Money)}
    if parameter.unit == "money" and len(currencies) == 1 and " " not in text:
        text = f"{text} {currencies.pop()}"
    span = change.span or (node.span if node.span.file else None)
    problems = Problems()
    value = read_quantity(problems, parameter.id, parameter.unit, Scalar(text, False, node.span))
    if value is None:
        raise WhatIfError(*(replace(one, code="ARB554", span=span) for one in problems.found))
    return value
