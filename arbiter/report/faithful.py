"""The last look at a letter before it is issued: it says what was decided, all of it, and nothing else.

The plan of a letter is made by many rooms; this one trusts none of them. It reads the finished plan, from which every
form and language is made, and compares it with the derivation: every sentence rests on nodes that exist, the title and
the sums are the verdict's, every other amount, day and name is one of the reasoning's, every record is answered, and of
what an answer rests on a whole sufficient set is said.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from functools import cached_property
from itertools import combinations

from arbiter.report.letter import Day, Letter, Moment, Party, Sentence, Side, Verbatim
from arbiter.report.plan.account import Account, NoDeadlineError, payments_of
from arbiter.report.plan.groups import grouped, largest
from arbiter.verdict.mattering import place_of
from arbiter.verdict.model import Head, Transfer, Weighed
from evidence import Money

# Parts of a letter whose every sentence must say what it rests on.
_RESTING = (
    "title", "lines", "meaning", "positions", "timeline", "gates", "points", "nearly", "protection", "changes",
    "next_steps", "appeal", "how",
)  # fmt: skip
_TITLES = frozenset(f"{verb}{to}" for verb in ("pays", "proposed") for to in ("", "-you", "-to-you"))


def unfaithful(letter: Letter, account: Account) -> str | None:
    """The first thing in which a letter and the decision differ, in words; None if there is none."""
    told = _Told(letter, account)
    for check in (_nodes, _title, _sums, _amounts, _days, _names, _records, _sets):
        problem = next(check(told), None)
        if problem is not None:
            return problem
    return None


@dataclass(frozen=True)
class _Told:
    """A letter taken apart: every sentence once, and every value that a sentence or the money section says."""

    letter: Letter
    account: Account

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, those within others too."""
        return tuple({id(one): one for one in _sentences(self.letter)}.values())

    @cached_property
    def values(self) -> dict[Hashable, str]:
        """Every value with the sentence that says it. What a sentence of the policy could quote but need not is left
        out: these are the parameters, as they stand in the policy.
        """
        found: dict[Hashable, str] = {}
        for sentence in self.sentences:
            if sentence.args is not self.account.parameters:
                found |= dict.fromkeys(_plain(sentence.args.values()), sentence.id)
        found |= {row.amount: row.label.id for row in self.letter.money if isinstance(row.amount, Money)}
        return found


def _plain(values: Iterable[object]) -> Iterator[Hashable]:
    return (value for value in values if isinstance(value, Money | Day | Moment | Verbatim))


def _nodes(told: _Told) -> Iterator[str]:
    """Sentences that rest on nothing, or on something that is in no decision."""
    known = _known_nodes(told.account)
    for section in _RESTING:
        for sentence in _outer(getattr(told.letter, section)):
            if not sentence.nodes:
                yield f"`{sentence.id}` in `{section}` rests on nothing"
    for sentence in told.sentences:
        for node in sentence.nodes:
            kind, named, name = node.partition(":")
            if named and name not in known.get(kind, ()):
                yield f"`{sentence.id}` rests on `{node}`, which is in no decision"


def _known_nodes(account: Account) -> dict[str, set[str]]:
    """The nodes that have a name, by kind. What has none, like `status`, is part of every decision."""
    book, verdict = account.derivation.book, account.derivation.verdict
    questions = {rules.question.id for rules in book.questions}
    heads = {head.id for head, _, _ in book.outcome.heads}
    return {
        "claim": {one.id for one in account.derivation.dossier.case.claims},
        "record": {item.id for item in account.derivation.items},
        "signal": {signal.id for signal in book.signals},
        "question": questions,
        "finding": questions,
        "head": heads,
        "transfer": {one.head for one in verdict.transfers},
        "measure": {one.id for one in verdict.measures},
        "guarantee": {one.id for one in verdict.guarantees},
        "hearing": {one.party for one in verdict.hearings},
        "ask": {name for one in verdict.asks for name in (one.party, f"{one.party}.{one.kind}")},
        "rule": set(_rule_names(account)),
    }


def _rule_names(account: Account) -> Iterator[str]:
    """Every rule of the claim: by itself where the claim owns it, else after its question or head."""
    book = account.derivation.book
    for rules in book.questions:
        for _, rule in (*rules.shifts, *rules.only_counts, *rules.arguments):
            yield f"{rules.question.id}.{rule.id}"
    for head, what, who in book.outcome.heads:
        yield from (f"{head.id}.{rule.id}" for _, rule in (*what, *who))
    outcome = book.outcome
    owned = (*outcome.gates, *outcome.routes, *outcome.guarantees, *outcome.measures)
    yield from (rule.id for _, rule in owned)


def _title(told: _Told) -> Iterator[str]:
    """What the title says is paid, against the transfers."""
    args = [one.args for one in told.letter.title if one.id in _TITLES]
    said = Counter(_paid(one["payer"], one["payee"], one["amount"]) for one in args)
    meant = Counter(_paid(Party(one.payer), Party(one.payee), one.amount) for one in told.account.payments)
    if said != meant:
        yield f"the title says {_listed(said)}, the verdict {_listed(meant)}"


def _paid(payer: object, payee: object, amount: object) -> str:
    names = [one.role if isinstance(one, Party) else str(one) for one in (payer, payee)]
    return f"{amount} from {names[0]} to {names[1]}"


def _sums(told: _Told) -> Iterator[str]:
    """What the money section adds up to, against what the heads come to."""
    totals: Counter[str] = Counter()
    heads = told.account.derivation.verdict.heads
    for row in told.letter.money:
        if row.total and isinstance(row.amount, Money):
            totals[row.amount.currency] += row.amount.minor
    owed: Counter[str] = Counter()
    for head in heads:
        if head.amount is not None:
            owed[head.amount.currency] += head.amount.minor
    if any(head.amount is None for head in heads):
        return  # a sum with an unknown part is unknown, and its row holds no amount
    if +totals != +owed:
        yield f"the money section comes to {dict(totals)}, the heads to {dict(owed)}"


def _amounts(told: _Told) -> Iterator[str]:
    """Amounts that are neither in the reasoning nor a sum or difference of what is."""
    said = {value: owner for value, owner in told.values.items() if isinstance(value, Money)}
    for known in (_stated(told.account), _computed(told.account)):  # what is stated is most, and quickly found
        unknown = [value for value in said if abs(value.minor) not in known.get(value.currency, ())]
        if not unknown:
            return
    for value in unknown:
        yield f"`{said[value]}` says {value}, which is no amount of the reasoning"


_Minors = dict[str, set[int]]


def _minors(values: Iterable[object]) -> _Minors:
    """Amounts by currency, in minor units without a sign; nothing at all is always known."""
    found: _Minors = {}
    for value in values:
        if isinstance(value, Money):
            found.setdefault(value.currency, {0}).add(abs(value.minor))
    return found


def _stated(account: Account) -> _Minors:
    """The amounts of records, of heads and of payments."""
    heads = account.derivation.verdict.heads
    fields = (value for item in account.derivation.items for value in item.fields.values())
    operands = (one.value for head in heads for one in head.operands)
    paid = (one.amount for one in account.payments)
    return _minors((account.claim.amount, *fields, *operands, *paid, *(head.amount for head in heads)))


def _computed(account: Account) -> _Minors:
    """Every amount of the reasoning, what heads come to together, and one less another."""
    derivation = account.derivation
    quoted = (value for item in derivation.items for value in account.field_args(item.index).values())
    otherwise = (one.amount for paid in _paid_otherwise(account) for one in paid)
    verdict = _reachable((derivation.verdict, account.parameters, [one.tests for one in derivation.book.patterns]))
    found = _minors((*verdict, *quoted, *otherwise, account.claim.amount))
    owed: dict[str, list[int]] = {}
    groups = grouped(derivation.verdict.heads, lambda head: (head.id, head.bearer, head.amount))
    together = _minors(_sum_of(heads) for heads in (*groups, largest(groups)[1]))
    for head in derivation.verdict.heads:
        if head.amount is not None and head.amount.minor:
            owed.setdefault(head.amount.currency, []).append(head.amount.minor)
    for currency, known in found.items():
        known |= together.get(currency, set())
        known |= _stated(account).get(currency, set()) | _sums_of(owed.get(currency, []))
        known |= {one - other for one in known for other in known if one > other}
    return found


def _sum_of(heads: Iterable[Head]) -> Money | None:
    """What some heads come to in all; None if one of them is unknown or in another currency."""
    amounts = [head.amount for head in heads]
    known = [amount for amount in amounts if amount is not None]
    if not known or len(known) < len(amounts) or len({amount.currency for amount in known}) != 1:
        return None
    return Money(sum(amount.minor for amount in known), known[0].currency)


def _paid_otherwise(account: Account) -> Iterator[tuple[Transfer, ...]]:
    """Who would pay what to whom after each change that was tried."""
    explained = account.explanation
    again = (*explained.counterfactuals, *(miss.result for miss in explained.near_misses))
    found = (*(one.transfers for one in again), *(one.transfers for one in explained.even_ifs))
    for transfers in found:
        yield payments_of(transfers)


def _sums_of(minors: list[int]) -> set[int]:
    """What some of a few amounts come to together; of many, only those that are alike, and all of them."""
    if len(minors) <= 6:
        return {sum(chosen) for size in range(len(minors) + 1) for chosen in combinations(minors, size)}
    alike = {count * one for one, most in Counter(minors).items() for count in range(1, most + 1)}
    return {sum(minors), *alike, *(sum(minors) - one for one in alike)}


def _days(told: _Told) -> Iterator[str]:
    """Moments that no record, and no deadline counted from one, would give."""
    known = _known_moments(told.account)
    for value, owner in told.values.items():
        if isinstance(value, Moment | Day) and value.at not in known:
            yield f"`{owner}` says {value.at.isoformat()}, which is no moment of the case and no deadline"


def _known_moments(account: Account) -> set[datetime]:
    derivation = account.derivation
    found = {account.as_of, account.claim.filed_at}
    for item in derivation.items:
        found |= {value for value in item.fields.values() if isinstance(value, datetime)}
        found |= {value.at for value in account.field_args(item.index).values() if isinstance(value, Moment)}
        found |= {item.at} if item.at is not None else set()
    asked = {ask.deadline for ask in derivation.verdict.asks if ask.deadline is not None}
    found |= asked
    for name, parameter in derivation.policy.parameters.items():
        if parameter.unit in ("d", "bd"):
            for start in (account.as_of, *asked, *_replies(account)):
                deadline = _deadline(account, name, start)
                found |= {deadline} if deadline is not None else set()
    return found


def _replies(account: Account) -> Iterator[datetime]:
    """Until when there is time to answer, from which the day of a person's decision is counted."""
    deadline = _deadline(account, "reply_days", account.as_of)
    if deadline is not None:
        yield deadline


def _deadline(account: Account, parameter: str, start: datetime) -> datetime | None:
    try:
        found = account.days(parameter, start)
    except NoDeadlineError:
        return None
    return found.at if isinstance(found, Day) else None


def _names(told: _Told) -> Iterator[str]:
    """Words in quotes, and names, that nobody wrote."""
    written = set(_written(told.account))
    for value, owner in told.values.items():
        if isinstance(value, Verbatim) and not _is_written(value.text, written):
            yield f"`{owner}` quotes `{value.text[:40]}`, which nobody wrote"


def _written(account: Account) -> Iterator[str]:
    """All that somebody wrote, and what names the case, the policy and the decision."""
    derivation, case = account.derivation, account.derivation.dossier.case
    header = derivation.policy.header
    yield from (case.case, f"{account.decision.id}.json", header.id, header.title, header.version)
    document = account.decision.document
    yield from (
        value for value in _reachable((document["engine"], document.get("calendars"))) if isinstance(value, str)
    )
    yield from (derivation.policy.digest, derivation.dossier.case_digest, account.decision.digest)
    yield from (party.name for party in case.parties.values())
    for value in _reachable((case.claims, case.records)):
        if isinstance(value, str):
            yield value
            yield from value.splitlines()


def _is_written(text: str, written: set[str]) -> bool:
    """Whether words stand in the case as they are, or as its beginning."""
    short = text.rstrip("…. ")
    return text in written or (bool(short) and any(one.startswith(short) for one in written))


def _records(told: _Told) -> Iterator[str]:
    """Every record is answered, once."""
    rows = Counter(exhibit.ref for exhibit in told.letter.exhibits)
    for ref in sorted(set(told.account.refs.values())):
        if rows[ref] != 1:
            yield f"{ref} stands {rows[ref]} times among the evidence"


def _sets(told: _Told) -> Iterator[str]:
    """Of what each answer rests on, a whole sufficient set is said: no part of it is left out."""
    letter, account = told.letter, told.account
    folded = _folded(letter)
    for finding in account.derivation.verdict.findings:
        if not finding.shown or place_of(finding) in account.unneeded or finding.question in folded:
            continue
        sides = [side for block in letter.questions if block.title.id == finding.question for side in block.sides]
        said = [_refs(side) for side in sides if side.wins]
        if not any(_is_said(account, weighed, refs) for weighed in finding.sufficient for refs in said):
            yield f"of what `{finding.question}: {finding.answer}` rests on, no whole set is said"


def _folded(letter: Letter) -> set[str]:
    """Questions that are told for some parts and summed up for the rest."""
    return {block.title.id for block in letter.questions if block.about is not None and not block.sides}


def _refs(side: Side) -> set[str]:
    return {ref for entry in side.entries if entry.set_aside is None for ref in entry.refs}


def _is_said(account: Account, weighed: Weighed, refs: set[str]) -> bool:
    """Whether for every premise one of the records that carry it is named."""
    known = account.refs
    return all(any(known.get(index) in refs for index in premise) for premise in weighed.premises)


# Walking through a letter


def _outer(section: object) -> Iterator[Sentence]:
    """The sentences of a section that stand by themselves, and not those that are part of another."""
    if isinstance(section, Sentence):
        yield section
    elif isinstance(section, tuple):
        for one in section:
            yield from _outer(one)
    elif is_dataclass(section) and not isinstance(section, type):
        for field in fields(section):
            yield from _outer(getattr(section, field.name))


def _sentences(value: object) -> Iterator[Sentence]:
    for sentence in _outer(value):
        yield sentence
        for argument in sentence.args.values():
            if isinstance(argument, Sentence):
                yield from _sentences(argument)


def _reachable(value: object) -> Iterator[object]:
    """Every value within values."""
    yield value
    if isinstance(value, Money | str | datetime):
        return
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _reachable(getattr(value, field.name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from _reachable(one)
    elif isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from _reachable(one)
    elif hasattr(value, "__pydantic_fields__"):
        for name in type(value).__pydantic_fields__:
            yield from _reachable(getattr(value, name))


def _listed(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "nothing"
