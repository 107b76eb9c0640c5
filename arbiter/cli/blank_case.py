"""A case file to fill in, made from a claim: its order, and the records that its evidence asks for, as comments.

Records stand in comments, so that nothing is in evidence that nobody sent. With the `#` taken away each can be read.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count

from arbiter.cli.words import kind as in_words
from arbiter.policy.checks.walk import conditions_of
from arbiter.policy.conditions import OneOf, RecordTest, leaves
from arbiter.policy.model import Claim, Policy
from evidence import MODELS, ROLES, SUBMITTERS, EnumType, FieldType, MoneyType, NumberType, SetType, TimeType, YesNoType

_COMPUTED = frozenset({
    "is_last_delivered", "distance_m", "minutes_late", "minutes_to_answer", "has_items", "means", "of_submitted_by",
    "of_captured_at", "withheld",
})  # fmt: skip
_EVERY = ("submitted_by", "received_at", "captured_at", "file")
_PLACE = "{lat: 53.07500, lon: 8.80700}"
_READ = ("photo", "document", "message")
_WIDTH = 46
_MOST_STATES = 3


def blank_case(policy: Policy, claim: Claim, named: str, today: date) -> str:
    """The text of the file. `named` is how the policy is called; days are counted back from `today`."""
    days = {name: today - timedelta(days=back) for name, back in (("order", 14), ("event", 10), ("claim", 7))}
    lines = [
        f"# A case for the claim `{claim.id}` of the policy `{policy.id}`. Change all values; omit what is unknown.",
        "# A time has its zone, an amount its currency. Parties are called by their roles: " + ", ".join(ROLES) + ".",
        "case: CASE-1",
        f"policy: {_quoted(named)}",
        _line(0, f"as_of: {_time(today)}", "the moment of deciding"),
        "claims:",
        "  - id: K-1",
        f"    claim: {claim.id}",
        _line(4, f"by: {claim.by}", f"the {policy.noun(claim.by)}" if policy.noun(claim.by) != claim.by else ""),
        _line(4, f"filed_at: {_time(days['claim'])}", "filing it is a statement that says the claim's name"),
        _line(4, "# amount: 80.00 EUR", "what is asked for"),
        _line(4, "# already_made_good: 0.00 EUR", "what was given back for the same loss"),
        *([_line(4, "# items: [line-1]", "the lines of the order it is about")] if _has_parts(policy) else []),
        "parties:",
        *(f"  {role}: {{name: {policy.noun(role)}}}" for role in _parties(policy, claim)),
        _line(0, "funds_at: escrow", "where the money is: escrow, seller, cash"),
        "records:",
        *_order(policy, _moments(days["order"])),
    ]
    records = [(kind, state, whom) for kind, whom in _kinds(claim).items() for state in _states(policy, kind)]
    moments = _moments(days["event"])
    for number, (kind, state, whom) in enumerate(records, 1):
        lines += ["", *_record(policy, kind, state, number, whom, moments)]
    lines += ["", *_notice(claim, days["claim"], today)]
    return "\n".join(lines) + "\n"


def _has_parts(policy: Policy) -> bool:
    return any(question.scope != "order" for question in policy.questions.values())


def _parties(policy: Policy, claim: Claim) -> list[str]:
    named = {*policy.header.roles.values(), claim.by} - {"platform"}
    return [role for role in ROLES if role in named]


def _kinds(claim: Claim) -> dict[str, list[str]]:
    """The kinds that the evidence lists, each with the parties that have it."""
    found: dict[str, list[str]] = {}
    for party, obtainable in claim.evidence.items():
        for kind in obtainable.sendable:
            if kind not in ("order", "notice"):
                found.setdefault(kind, []).append(party)
    return found


def _states(policy: Policy, kind: str) -> Sequence[tuple[str, str] | None]:
    """The word that tells records of a kind apart, one for each record to be offered, like those of two moments.

    It is the field of words that most conditions test together with something else, for two words or more.
    """
    words: dict[str, list[str]] = {}
    for condition in conditions_of(policy):
        for leaf in leaves(condition):
            if isinstance(leaf, RecordTest) and leaf.kind == kind and len({test.field for test in leaf.tests}) > 1:
                for test in leaf.tests:
                    if isinstance(test.check, OneOf) and len(test.check.values) == 1 and not test.check.negated:
                        words.setdefault(test.field, []).append(test.check.values[0])
    stated = {field: typed for field, typed in _fields(policy, kind) if isinstance(typed, EnumType)}
    apart = [field for field in stated if len(set(words.get(field, ()))) > 1]
    if kind not in policy.kinds.declared or not apart:
        return [None]
    field = max(apart, key=lambda name: len(words[name]))
    return [(field, word) for word in stated[field].values if word in words[field]][:_MOST_STATES]


def _moments(day: date) -> Iterator[str]:
    """Times of a day, each later than the one before."""
    first = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return ((first + timedelta(minutes=15 * step)).isoformat() for step in count())


def _order(policy: Policy, moments: Iterator[str]) -> Iterator[str]:
    yield "  - id: O-1"
    yield "    kind: order"
    yield "    submitted_by: platform"
    yield _line(4, f"placed_at: {next(moments)}", "when it was placed: this day says which parameters hold")
    for field, typed in policy.vocabulary["order"].items():
        if field not in ("placed_at", *_EVERY) and not _is_computed(policy, "order", field):
            yield _line(4, f"# {field}: {_example(typed, moments, field)}", _says(typed))
    yield _line(4, f"# place: {_PLACE}", "where it goes")
    if _has_parts(policy):
        yield _line(4, "# items: [{id: line-1, quantity: 1, price: 80.00 EUR}]", "its lines, what a unit costs")


def _record(
    policy: Policy, kind: str, state: tuple[str, str] | None, number: int, whom: list[str], moments: Iterator[str]
) -> Iterator[str]:
    """One record as comments, each field with an example."""
    nouns = " and ".join(f"the {policy.noun(party)}" for party in whom)
    allowed = policy.kinds.declared[kind].submitters if kind in policy.kinds.declared else SUBMITTERS[kind]
    sender = next((party for party in whom if party in allowed), min(allowed))
    if kind == "reading":
        sender = "platform"
    of = f" ({state[1].replace('_', ' ')})" if state is not None else ""
    yield f"  # {in_words(kind).capitalize()}{of}: {nouns} may have it."
    yield f"  # - id: R-{number}"
    yield f"  #   kind: {kind}"
    yield f"  #   submitted_by: {sender}"
    for field, typed in _fields(policy, kind):
        value = state[1] if state is not None and field == state[0] else _example(typed, moments, field)
        if (kind, field) == ("statement", "by"):
            value = sender
        if (kind, field) == ("message", "from"):
            value = sender
        if (kind, field) == ("reading", "by"):
            value = "operator"
        yield _line(2, f"#   {field}: {value}", _says(typed))
    if kind == "reading":
        yield _line(2, "#   of: K-1", "the id of the record that was read")
    if kind in ("tracking_event", "courier_report"):
        yield _line(2, f"#   {'place' if kind == 'tracking_event' else 'position'}: {_PLACE}", "where it was")
    yield _line(2, "#   about: {shipment: S-1}", "and attempt, item, unit as known: records join if it is the same")
    if kind in _READ:
        yield from _reading(policy, kind, number)


def _reading(policy: Policy, kind: str, number: int) -> Iterator[str]:
    words = policy.vocabulary["reading"]["says"]
    assert isinstance(words, EnumType)
    yield f"  # What a person of the platform read in it: a {kind} shows nothing by itself."
    yield f"  # - id: R-{number}-reading"
    yield "  #   kind: reading"
    yield "  #   submitted_by: platform"
    yield f"  #   of: R-{number}"
    yield _line(2, f"#   says: {words.values[-1]}", _says(words))
    yield _line(2, "#   by: operator", "operator, detector; a party's own reading comes from the party")


def _notice(claim: Claim, day: date, today: date) -> Iterator[str]:
    asked = next(
        ((party, one.kinds) for party, one in claim.evidence.items() if one.kinds and party != "platform"), None
    )
    party, kinds = asked or (claim.by, ())
    yield "  # How a party was heard and asked: one notice for each."
    yield "  # - id: N-1"
    yield "  #   kind: notice"
    yield "  #   submitted_by: platform"
    yield _line(2, f"#   to: {party}", "who was told")
    yield _line(2, f"#   sent_at: {_time(day)}", "when")
    yield _line(2, "#   shown: [K-1]", "ids of the records that were shown")
    yield _line(2, f"#   asks: [{', '.join(kinds)}]", "kinds of record that were asked for")
    yield _line(2, f"#   deadline: {_time(today - timedelta(days=1))}", "until when there was time")
    yield _line(2, "#   answer: none", "none, received, declined")


def _fields(policy: Policy, kind: str) -> Iterator[tuple[str, FieldType]]:
    """The fields that a record of a kind may state, in the order of the vocabulary."""
    for field, typed in policy.vocabulary[kind].items():
        if (
            field not in _EVERY
            and not _is_computed(policy, kind, field)
            and (kind, field) != ("reading", "confirmed_by")
        ):
            yield field, typed


def _is_computed(policy: Policy, kind: str, field: str) -> bool:
    stated = set(policy.kinds.declared[kind].fields) if kind in policy.kinds.declared else None
    if stated is not None:
        return field not in stated
    names = {info.alias or name for name, info in MODELS[kind].model_fields.items()}
    return field not in names or field in _COMPUTED


def _example(typed: FieldType, moments: Iterator[str], field: str) -> str:
    match typed:
        case EnumType(values):
            return values[0]
        case SetType(EnumType(values)):
            return f"[{values[0]}]"
        case MoneyType():
            return "80.00 EUR"
        case NumberType():
            return "1"
        case TimeType():
            return next(moments)
        case YesNoType():
            return "yes"
    return {"region": "DE", "language": "en"}.get(field, "text")


def _says(typed: FieldType) -> str:
    match typed:
        case EnumType(values) | SetType(EnumType(values)):
            return ", ".join(values)
        case MoneyType():
            return "an amount"
        case NumberType(unit):
            return f"a number of {unit}" if unit not in ("", "number") else "a number"
        case TimeType():
            return "a time"
        case YesNoType():
            return "yes, no"
    return "text"


def _time(day: date) -> str:
    return f"{day.isoformat()}T09:00:00+00:00"


def _quoted(text: str) -> str:
    plain = text.replace("_", "").replace("-", "").replace("/", "").replace(".", "").isalnum()
    return text if plain and text[:1].isalpha() else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _line(indent: int, text: str, remark: str) -> str:
    line = " " * indent + text
    # Without the blank, YAML would take the remark for a part of the value.
    return f"{f'{line} '.ljust(_WIDTH)}# {remark}" if remark else line
