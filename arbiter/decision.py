"""The permanent record of a decision: its canonical form, its digest, and reading it back.

Canonical JSON is RFC 8785; the file is exactly those bytes, so one changed byte shows. It holds ids and digests, no
free text and no names. This module computes no outcome.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from json import JSONDecodeError, JSONEncoder, loads
from pathlib import Path
from typing import Any

from arbiter.verdict.model import Ask, Choice, Finding, Head, Limit, Measure, Prior, Reason, Verdict, Weighed
from evidence import Diagnostic, Item, Money

FORMAT = "arbiter-decision/1"
MAX_BYTES = 20_000_000
_ENCODER = JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False)
Json = dict[str, Any]


class DecisionError(Exception):
    """A decision file that cannot be used, with the reasons."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("; ".join(f"{one.code}: {one.message}" for one in diagnostics))


@dataclass(frozen=True)
class Decision:
    """A decision as it is kept. `document` is its content; `content` the bytes of its file."""

    document: Json

    @cached_property
    def content(self) -> bytes:
        """The canonical bytes: what is stored, and what `verify` compares a file with."""
        return canonical(self.document)

    @property
    def id(self) -> str:
        """The same for the same case, policy and moment."""
        return str(self.document["id"])

    @property
    def digest(self) -> str:
        """sha256 over everything but the digest itself."""
        return str(self.document["digest"])

    @property
    def status(self) -> str:
        """final, provisional or referred."""
        return str(self.document["status"])

    @property
    def verdict(self) -> Json:
        """The verdict as JSON values."""
        verdict: Json = self.document["verdict"]
        return verdict

    @property
    def reasoning(self) -> Json:
        """The reasoning as JSON values."""
        reasoning: Json = self.document["reasoning"]
        return reasoning

    def write(self, path: Path) -> None:
        """Write the file whole or not at all."""
        part = path.with_name(path.name + ".part")
        part.write_bytes(self.content)
        part.replace(path)

    @classmethod
    def seal(cls, document: Json) -> "Decision":
        """A decision from its content without a digest: the digest is computed and put in its place."""
        before = canonical({key: value for key, value in document.items() if key < "digest"})
        after = canonical({key: value for key, value in document.items() if key > "digest"})
        digest = sha256(before[:-1] + b"," + after[1:]).hexdigest()
        decision = cls(document | {"digest": digest})
        # The same bytes as `canonical` would give, without writing everything a second time.
        decision.__dict__["content"] = b'%b,"digest":"%b",%b' % (before[:-1], digest.encode(), after[1:])
        return decision

    @classmethod
    def parse(cls, content: bytes) -> "Decision":
        """A decision from the bytes of its file. Raises DecisionError if they are not its canonical form."""
        document = _document(content)
        if canonical(document) != content:
            raise DecisionError(
                Diagnostic("ARB521", "error", "the file is not in canonical form: it was changed after it was written")
            )
        if digest_of(document) != document["digest"]:
            raise DecisionError(
                Diagnostic("ARB522", "error", "the digest does not fit the content: the file was changed")
            )
        return cls(document)

    @classmethod
    def read(cls, path: Path) -> "Decision":
        """A decision from its file. Raises DecisionError."""
        try:
            if path.stat().st_size > MAX_BYTES:
                raise DecisionError(Diagnostic("ARB520", "error", f"`{path}` is too large to be a decision"))
            return cls.parse(path.read_bytes())
        except OSError as problem:
            reason = (problem.strerror or "no such file").lower()
            raise DecisionError(Diagnostic("ARB520", "error", f"`{path}` cannot be read: {reason}")) from problem


def _document(content: bytes) -> Json:
    try:
        document = loads(content)
    except (UnicodeDecodeError, JSONDecodeError, RecursionError, ValueError) as problem:
        raise DecisionError(Diagnostic("ARB520", "error", "the file is not a decision: it is no JSON")) from problem
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise DecisionError(Diagnostic("ARB520", "error", f"the file is not a decision of format {FORMAT}"))
    if not isinstance(document.get("digest"), str) or not _well_formed(document):
        raise DecisionError(Diagnostic("ARB520", "error", "the decision lacks parts that every decision has"))
    return document


def _well_formed(document: Json) -> bool:
    shapes: dict[str, type] = {"id": str, "case": str, "claim": str, "status": str, "as_of": str, "case_digest": str}
    shapes |= {"policy": dict, "engine": dict, "verdict": dict, "reasoning": dict}
    return all(isinstance(document.get(key), shape) for key, shape in shapes.items())


def canonical(document: Json) -> bytes:
    """RFC 8785 bytes. Our values are text, integers, booleans, null, lists and maps with ASCII keys, for which
    sorted keys without spaces are that form; a test compares with a full implementation.

    A document from elsewhere may hold what has no canonical form here (a lone surrogate): its bytes then differ from
    any we write.
    """
    return _ENCODER.encode(document).encode("utf-8", "surrogatepass")


def digest_of(document: Json) -> str:
    """sha256 of the canonical document without its digest."""
    return sha256(canonical({key: value for key, value in document.items() if key != "digest"})).hexdigest()


def verdict_json(verdict: Verdict, items: Sequence[Item]) -> Json:
    """A verdict as JSON values, with record ids in place of indexes."""
    names = {item.index: item.id for item in items}
    found: Json = {
        "findings": [_finding(finding, names) for finding in verdict.findings],
        "heads": [_head(head) for head in verdict.heads],
        "transfers": [
            {"from": t.payer, "to": t.payee, "amount": money_json(t.amount), "head": t.head} for t in verdict.transfers
        ],
        "measures": [_measure(measure) for measure in verdict.measures],
        "route": {
            "route": verdict.route.route,
            "desk": verdict.route.desk,
            "reasons": [_reason(reason) for reason in verdict.route.reasons],
        },
        "hearings": [
            {
                "party": hearing.party,
                "heard": hearing.heard,
                "notices": [names[index] for index in hearing.notices],
                "against": [names[index] for index in hearing.against],
                "not_shown": [names[index] for index in hearing.not_shown],
            }
            for hearing in verdict.hearings
        ],
        "asks": [_ask(ask) for ask in verdict.asks],
        "guarantees": [{"id": kept.id, "to": kept.to, "kept": kept.kept} for kept in verdict.guarantees],
    }
    if verdict.route.no_letters is not None:
        found["route"]["no_letters"] = verdict.route.no_letters
    if verdict.sequels:
        found["sequels"] = [
            {"head": one.head, "rule": one.rule, "party": one.party, "ask": one.ask, "within": one.within}
            for one in verdict.sequels
        ]
    if verdict.refused:
        found["refused"] = [{"gate": one.gate} | ({"part": one.part} if one.part else {}) for one in verdict.refused]
    if verdict.priors:
        found["priors"] = [_prior(one) for one in verdict.priors]
    return found


def _prior(prior: Prior) -> Json:
    found: Json = {"claim": prior.claim, "head": prior.head, "amount": money_json(prior.amount)}
    return found if prior.line is None else found | {"line": prior.line}


def _measure(measure: Measure) -> Json:
    found = {"id": measure.id, "to": measure.to, "measure": measure.measure, "auto": measure.auto}
    return found if measure.lasts is None else found | {"lasts": measure.lasts}


def money_json(amount: Money | None) -> Json | None:
    """An amount in integer minor units with its currency."""
    return None if amount is None else {"minor": amount.minor, "currency": amount.currency}


def _ask(ask: Ask) -> Json:
    deadline = ask.deadline.isoformat() if ask.deadline else None
    return {"party": ask.party, "kind": ask.kind, "field": ask.field, "deadline": deadline}


def _finding(finding: Finding, names: Mapping[int, str]) -> Json:
    found: Json = {
        "question": finding.question,
        "answer": finding.answer,
        "by": finding.by,
        "burden_on": finding.burden_on,
        "burden_rule": finding.burden_rule,
        "standard": finding.standard,
        "best": {side: _weighed(weighed, names) for side, weighed in finding.best.items()},
        "sufficient": [_weighed(weighed, names) for weighed in finding.sufficient],
        "defeated": [
            {"answer": side, **(_weighed(weighed, names) or {}), "by": by, "with": [names[index] for index in records]}
            for side, weighed, by, records in finding.defeated
        ],
        "counted": list(finding.counted),
        "open": list(finding.open),
        "at_odds": list(finding.at_odds),
    }
    return found if finding.part is None else found | {"part": finding.part}


def _weighed(weighed: Weighed | None, names: Mapping[int, str]) -> Json | None:
    if weighed is None:
        return None
    return {
        "argument": weighed.argument,
        "strength": weighed.strength,
        "records": [names[index] for index in weighed.records if index in names],
    }


def _head(head: Head) -> Json:
    found: Json = {
        "id": head.id,
        "to": head.to,
        "what": _choice(head.what),
        "who": _choice(head.who),
        "bearer": head.bearer,
        "amount": money_json(head.amount),
        "formula": head.formula,
        "operands": [[operand.sign, operand.name, _operand(operand.value)] for operand in head.operands],
        "capped_by_claim": head.capped_by_claim,
        "rounding": "half-even" if head.rounded else "none",
    }
    more: Json = {"part": head.part, "gate": head.gate, "capped": head.capped or None, "open": head.open or None}
    more["capped_by_paid"] = head.capped_by_paid or None
    if head.limit is not None:
        more["limit"] = {**_limit(head.limit), "before": money_json(head.computed)}
    return found | {name: value for name, value in more.items() if value is not None}


def _limit(limit: Limit) -> Json:
    return {
        "amount": money_json(limit.amount),
        "formula": limit.formula,
        "operands": [[operand.sign, operand.name, _operand(operand.value)] for operand in limit.operands],
        "used": money_json(limit.used),
    }


def _operand(value: Money | int | Fraction | None) -> Json | str | None:
    """An operand: an amount, or a number as an exact fraction."""
    return str(value) if isinstance(value, int | Fraction) else money_json(value)


def _choice(choice: Choice) -> Json:
    return {
        "state": choice.state,
        "winner": choice.winner,
        "fired": list(choice.fired),
        "overridden": dict(choice.overridden),
        "open": list(choice.open),
    }


def _reason(reason: Reason) -> Json:
    return {"route": reason.route, "cause": reason.cause, "ref": reason.ref, "desk": reason.desk}
