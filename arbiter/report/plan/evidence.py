"""Section 8, every record and what came of it, and the timeline of what happened."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from arbiter.policy.checks.texts import WORDED
from arbiter.policy.dated import STRENGTHS
from arbiter.report.letter import Argument, Day, Event, Exhibit, Listed, Moment, Party, Sentence, Tone, Verbatim
from arbiter.report.plan.account import KIND_NAMES, LINES_SHOWN, Account, line_of
from arbiter.report.plan.groups import line_name, listed, words_of
from evidence import ROLES, Item, Money
from evidence.records import SAYS

# Admission codes that have a sentence of their own.
KNOWN_CODES = frozenset(
    {*(f"ARB{number}" for number in range(420, 433) if number != 424), "ARB424", "ARB440", "ARB441"}
)
# So many characters of a message are quoted beside what it shows.
QUOTED = 160
UNDATED = ("order", "claim", "reading", "document", "photo", "context", "history")


EFFECTS = ("pivotal", "supporting", "outweighed", "not_needed", "none")


def exhibits(account: Account) -> tuple[Exhibit, ...]:
    """A row for every record, rejected ones too, and for every line of the order that is settled for itself."""
    reasoning: Mapping[str, dict[str, object]] = account.decision.reasoning.get("records", {})
    found = [
        _exhibit(account, one, reasoning.get(one.id, {})) for one in account.derivation.items if one.kind != "item"
    ]
    shown = list(account.lines)[:LINES_SHOWN]
    found += [_line(account, account.lines[line], reasoning) for line in shown]
    rest = [item for line, items in account.lines.items() if line not in shown for item in items]
    if rest:
        number = len(account.lines) - len(shown)
        what = Sentence("record-lines", {"lines": number}, tuple(f"record:{item.id}" for item in rest[:1]))
        found.append(_on_record(account, rest, what, reasoning))
    return tuple(found)


def _line(account: Account, units: list[Item], reasoning: Mapping[str, dict[str, object]]) -> Exhibit:
    """The row of a line of the order, whatever came of each of its units."""
    return _on_record(account, units, describe(account, units[0]), reasoning)


def _on_record(
    account: Account, items: Sequence[Item], what: Sentence, reasoning: Mapping[str, dict[str, object]]
) -> Exhibit:
    """A row for parts of the order, with the greatest effect that any of them had."""
    effects = {str(reasoning.get(item.id, {}).get("effect", "none")) for item in items}
    effect = next(one for one in EFFECTS if one in effects)
    return Exhibit(account.refs[items[0].index], what, Party("platform"), None, _effect(items[0], effect), None)


def _exhibit(account: Account, item: Item, node: dict[str, object]) -> Exhibit:
    signals = node.get("signals")
    words = signals.values() if isinstance(signals, dict) else ()
    strengths = [int(STRENGTHS[word]) for word in words]
    return Exhibit(
        ref=account.refs[item.index],
        what=dated(account, item),
        sender=Party(item.submitted_by) if item.submitted_by else None,
        strength=max(strengths, default=None),
        effect=_effect(item, str(node.get("effect", "none"))),
        quote=own_words(account, item),
    )


def dated(account: Account, item: Item) -> Sentence:
    """A record with its day, where a reader knows records by it; with the time too, if another is of the same day."""
    what = describe(account, item)
    if item.at is None or item.kind in UNDATED or item.admission.status == "rejected":
        return what
    day = Moment(item.at) if _has_a_double(account, item, what) else Day(item.at)
    return Sentence("dated", {"what": what, "day": day}, what.nodes)


def _has_a_double(account: Account, item: Item, what: Sentence) -> bool:
    """Whether another record reads the same and is of about the same day, in whatever zone days are said."""
    return any(
        other.index != item.index
        and other.kind == item.kind
        and other.at is not None
        and item.at is not None
        and other.at != item.at
        and abs(other.at - item.at) < timedelta(days=1)
        and words_of(describe(account, other)) == words_of(what)
        for other in account.derivation.items
    )


def _effect(item: Item, effect: str) -> Sentence:
    nodes = (f"record:{item.id}",)
    code = item.admission.code if item.admission.code in KNOWN_CODES else "other"
    reason = Sentence(f"admission-{code}", {}, nodes)
    if item.admission.status == "rejected":
        return Sentence("effect-rejected", {"reason": reason}, nodes)
    if item.admission.status == "limited":
        return Sentence("effect-limited", {"reason": reason}, nodes)
    return Sentence(f"effect-{effect.replace('_', '-')}", {}, nodes)


def describe(account: Account, item: Item) -> Sentence:
    """What a record is, without anyone's own words."""
    nodes = (f"record:{item.id}",)
    if item.index in account.gists:
        return Sentence("record-private", {"gist": account.gist(account.gists[item.index])}, nodes)
    if item.kind in account.derivation.policy.kinds.declared:
        return Sentence("record-declared", {"kind": account.record_name(item.index)}, nodes)
    if item.admission.status == "rejected" and not item.fields:
        known = item.kind in KIND_NAMES
        return Sentence(f"kind-{item.kind}" if known else "record-unknown", {}, nodes)
    fields = account.field_args(item.index)
    args: dict[str, Argument] = {
        name: value for name, value in fields.items() if not isinstance(value, Verbatim | Listed)
    }
    for name in ("to", "by", "party"):
        if isinstance(args.get(name), str) and args[name] in ROLES:
            args[name] = Party(str(args[name]))
    message = f"record-{item.kind}"
    own = _words_of_policy(account, item)
    match item.kind:
        case "item":
            return _describe_line(account, item)
        case "statement" | "message" | "context" if own is not None:
            message, args["says"] = f"record-{item.kind}-own", own
        case "statement" if item.fields.get("says") in _claims_of(account):
            message = "record-statement-claim"
            args["claim"] = account.policy_sentence(str(item.fields["says"]), None)
        case "statement" if item.fields.get("says") not in SAYS[:-1]:
            message = "record-statement-plain"
        case "claim":
            args = {"claim": account.policy_sentence(account.derivation.book.claim.id, None)}
        case "order" if "total" not in args:
            message = "record-order-unknown"
        case "courier_report" if "code" not in args:
            message = "record-courier_report-plain"
        case "tracking_event" if "distance_m" in args and args.get("code") == "delivered":
            message = "record-tracking_event-place"
        case "reading":
            args["of"] = _read_ref(account, item)
            if own is not None:
                message, args["says"] = "record-reading-own", own
        case "notice":
            answered, deadline = item.fields.get("answered_at"), item.fields.get("deadline")
            args["deadline"] = Day(deadline) if isinstance(deadline, datetime) else ""
            # An answer without its day is taken to have come by the deadline.
            args["answered"] = Day(answered) if isinstance(answered, datetime) else args["deadline"]
    return Sentence(message, args, nodes)


def _words_of_policy(account: Account, item: Item) -> Sentence | None:
    """What the policy calls what a record says; None where it has no words for some of it."""
    said = item.fields.get(WORDED.get(item.kind, ""))
    words = sorted(said) if isinstance(said, frozenset) else [said] if isinstance(said, str) else []
    named = [account.optional_sentence(f"kind_{item.kind}", word, *account.record_nodes(item.index)) for word in words]
    known = [one for one in named if one is not None]
    return listed(known) if known and len(known) == len(named) else None


def _claims_of(account: Account) -> frozenset[str]:
    """Claims of the policy that a statement can make, but for those that the frame has words for."""
    return frozenset(account.derivation.policy.claims) - set(SAYS)


def _describe_line(account: Account, item: Item) -> Sentence:
    """A line of the order: what it is called, how many were ordered and claimed, and what one costs."""
    line, price = line_name(account, line_of(item)), item.fields.get("unit_price")
    units, claimed = item.fields.get("quantity"), item.fields.get("claimed")
    args: dict[str, Argument] = {"line": line, "ordered": _count(units), "claimed": _count(claimed)}
    nodes = (f"record:{item.id}", *line.nodes)
    if not isinstance(price, Money):
        return Sentence("record-item-unpriced", args, nodes)
    return Sentence("record-item", {**args, "price": price}, nodes)


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


def _read_ref(account: Account, item: Item) -> str:
    source = account.by_id.get(str(item.fields.get("of")))
    return account.refs[source.index] if source else "–"


def message_quote(account: Account, item: Item) -> Sentence | None:
    """The beginning of the message that a record is, or is a reading of, for whoever may see it."""
    message = account.by_id.get(str(item.fields.get("of")), item)
    hidden = item.index in account.gists or message.index in account.gists
    words = message.fields.get("text")
    if message.kind != "message" or hidden or not isinstance(words, str) or not _may_see(account, message):
        return None
    return _said_by(str(message.fields.get("from")), _shortened(words), message)


def _may_see(account: Account, message: Item) -> bool:
    """Whether the addressee knows a message: it wrote, got or sent it in, or a notice showed it."""
    if account.for_agent or account.audience in (message.fields.get("from"), message.fields.get("to")):
        return True
    notices = [item for item in account.derivation.items if item.kind == "notice" and account.is_you(_to(item))]
    shown = {one for item in notices if isinstance(found := item.fields.get("shown"), frozenset) for one in found}
    return account.is_you(message.submitted_by or "") or message.id in shown


def _to(item: Item) -> str:
    return str(item.fields.get("to"))


def _shortened(words: str) -> str:
    """A text up to a length that can be taken in at a glance, cut between two words where it has such a place."""
    if len(words) <= QUOTED:
        return words
    cut = words[:QUOTED]
    whole, blank, _ = cut.rpartition(" ")
    return (whole if blank else cut).rstrip() + "…"


def _said_by(role: str, words: str, item: Item) -> Sentence:
    return Sentence("own-words", {"party": Party(role), "text": Verbatim(words)}, (f"record:{item.id}",))


def own_words(account: Account, item: Item) -> Sentence | None:
    """A party's own words, in its own letter and for the agent only: they may name others. A message has two ends."""
    if item.kind == "message" and item.admission.status != "rejected":
        said = item.fields.get("text")
        seen = isinstance(said, str) and item.index not in account.gists and _may_see(account, item)
        return _said_by(str(item.fields.get("from")), str(said), item) if seen else None
    words = item.fields.get("text") or item.fields.get("caption") or item.fields.get("title")
    sender = item.submitted_by
    if not isinstance(words, str) or sender is None or not (account.for_agent or account.is_you(sender)):
        return None
    return _said_by(sender, words, item)


def timeline(account: Account) -> tuple[Event, ...]:
    """What happened, in order; what decided against someone stands out."""
    reasoning = account.decision.reasoning.get("records", {})
    found = []
    for event in account.derivation.dossier.timeline:
        item = account.by_id.get(event.item)
        if item is None or item.admission.status == "rejected" or item.kind in ("reading", "history", "context"):
            continue
        effect = reasoning.get(item.id, {}).get("effect", "none")
        tone: Tone = "bad" if effect != "none" and _troubled(account, item) else "plain"
        found.append(Event(event.at, describe(account, item), tone))
    return tuple(found)


def _troubled(account: Account, item: Item) -> bool:
    """Silence, or a scan that defeated what it was meant to show."""
    if item.kind == "notice":
        return item.fields.get("answer") == "none"
    findings = account.derivation.verdict.findings
    against = {index for finding in findings for _, _, _, by in finding.defeated for index in by}
    return item.index in against or item.fields.get("code") in ("not_received", "lost", "returned")
