"""A decision's values in words, for a terminal.

Owns short English phrases for support agents. Letters to the parties are the report's; it has its own words.
"""

from collections.abc import Callable, Sequence
from re import compile as pattern
from typing import Any

from arbiter.policy.dated import Strength
from arbiter.policy.model import Policy
from evidence import Money, MoneyError

Json = dict[str, Any]
Noun = Callable[[str], str]
SHOWN = 6
NOT_NEEDED = "not needed, since a gate is shut"
# Words that begin with the sound of a vowel: not a unit, a user or a one-way ticket.
_VOWEL = pattern(r"(?!one|eu|uni|use|uti)[aeiou]")

STATUS = {
    "final": "decided",
    "provisional": "provisional: someone must still be heard or asked",
    "referred": "referred: a person decides",
}
STATUS_STYLE = {"final": "green", "provisional": "yellow", "referred": "magenta"}
_REASONS = {
    "rule": "rule `{ref}` sends it to a person",
    "unknown_rule": "rule `{ref}` cannot be ruled out: something it tests is unknown",
    "deadlock": "`{ref}`: strong evidence each way, and neither answer is shown",
    "gap": "no rule of `{ref}` says {what}",
    "conflict": "rules of `{ref}` contradict each other",
    "unknown": "`{ref}` turns on something unknown",
    "missing_amount": "the amount of `{ref}` is not known{missing}",
    "courier_measure": "measure `{ref}` goes against a courier: never by machine",
    "account_measure": "measure `{ref}` concerns an account: never by machine",
    "guarantee": "guarantee `{ref}` would be broken",
    "no_fault": "`{ref}` would fall on a party that is not shown at fault",
    "parameter": "parameter `{ref}` has no value on the day of the order",
    "gate": "what `{ref}` asks for first does not hold",
    "parts": "`{ref}` is settled part by part, and the parts of the order are not known",
    "prior": "what is deducted from `{ref}` for an earlier claim of this case is not settled yet",
    "engines": "the two engines disagree on {ref} (ARB901): no verdict",
}


def noun_of(policy: Policy | None) -> Noun:
    """The policy's own nouns for the roles; the roles themselves without a policy."""
    return policy.noun if policy is not None else str


def money(amount: Json | None) -> str:
    """An amount as a case file writes it."""
    if amount is None:
        return "unknown"
    try:
        return str(Money(amount["minor"], amount["currency"]))
    except MoneyError:
        return f"{amount['minor']} minor units of {amount['currency']}"


def kind(name: str) -> str:
    """A kind of record in words: `tracking_event` is a tracking event."""
    return name.replace("_", " ")


def a_kind(name: str) -> str:
    """One record of a kind: a document, an inspection."""
    words = kind(name)
    return f"{'an' if _VOWEL.match(words) else 'a'} {words}"


def strength(value: int) -> str:
    """The word for a strength."""
    return Strength(value).word


def finding(found: Json, noun: Noun) -> str:
    """A question and its answer, and what the answer rests on."""
    grounds = {
        "evidence": "shown by evidence" if found["burden_on"] else "on record",
        "burden": f"by {burden(found, noun)}",
        "undisputed": "undisputed",
        "otherwise": "nothing on record says otherwise",
    }
    return f"{found['question']}: {found['answer']}, {grounds[found['by']]}"


def parts(names: list[str]) -> str:
    """Parts of an order, shortly: `glass#1, glass#2`; of many, the first and how many more."""
    shown = ", ".join(names[:SHOWN])
    return shown if len(names) <= SHOWN else f"{shown} and {len(names) - SHOWN} more"


def findings(found: Sequence[Json], noun: Noun, reasoning: Json) -> list[tuple[str, Json]]:
    """Every finding in words; those of parts that came out alike in one line. The reasoning says what was needed."""
    groups: dict[str, list[Json]] = {}
    for one in found:
        text = finding(one, noun) if needed(one, reasoning) else f"{one['question']}: {NOT_NEEDED}"
        groups.setdefault(text, []).append(one)
    lines = []
    for text, alike in groups.items():
        names = [one["part"] for one in alike if one.get("part") is not None]
        lines.append((f"{text} ({parts(names)})" if names else text, alike[0]))
    return lines


def needed(found: Json, reasoning: Json) -> bool:
    """Whether anything turned on a finding: not where a gate refused all that it could have led to."""
    of = reasoning.get("parts", {}).get(found["part"], {}) if found.get("part") is not None else reasoning
    return bool(of.get("questions", {}).get(found["question"], {}).get("needed", True))


def gates(verdict: Json, reasoning: Json) -> list[str]:
    """Every gate that is shut, what follows from that, and what it falls short of."""
    shut = {head["gate"]: head["amount"] is not None for head in verdict["heads"] if "gate" in head}
    shut |= {one["gate"]: True for one in verdict.get("refused", ())}
    for reason in verdict["route"]["reasons"]:
        if reason["cause"] == "gate":
            shut.setdefault(reason["ref"], False)
    return [line for name, refused in shut.items() for line in _gate(name, refused, reasoning)]


def _gate(name: str, refused: bool, reasoning: Json) -> list[str]:
    follows = "refused" if refused else "a person decides"
    groups: dict[str, list[str]] = {}
    for part, of in ((None, reasoning), *reasoning.get("parts", {}).items()):
        state = of.get("outcome", {}).get(name, {})
        if state.get("state") == "not_met":
            groups.setdefault(_short_of(state), []).extend([part] if part is not None else [])
    if not groups:
        return [f"{name}: {follows}"]
    return [
        f"{name}: {follows}; {short}" + (f" ({parts(of_parts)})" if of_parts else "")
        for short, of_parts in groups.items()
    ]


def _short_of(state: Json) -> str:
    """What a test that failed found, and what it asks for."""
    if "record" in state:
        return f"{state['field']} of {state['record']} is {state['observed']}, must be {state['required']}"
    if "observed" in state:
        return f"must be {state['test']}, but it is {state['observed']}"
    return f"no record for {state['test']}"


def operand(value: Json | str | None) -> str:
    """An operand of an amount: money, or a number as it stands."""
    return value if isinstance(value, str) else money(value)


def sequel(one: Json, noun: Noun) -> str:
    """What may follow a first step, from whom, and in which time."""
    return f"{noun(one['party'])}: {a_kind(one['ask'])} within `{one['within']}` ({one['head']}, `{one['rule']}`)"


def prior(one: Json) -> str:
    """What another claim of the case already gives, or may still come to give."""
    loss = f"`{one['head']}`" + (f" of `{one['line']}`" if "line" in one else "")
    if not one["amount"]["minor"]:
        return f"claim {one['claim']} may still give something for {loss}"
    return f"claim {one['claim']} already gives {money(one['amount'])} for {loss}"


def burden(found: Json, noun: Noun) -> str:
    """Who had to show an answer; nobody where the facts are on record."""
    return f"burden on the {noun(found['burden_on'])}" if found["burden_on"] else "burden on nobody: on record"


def transfers(verdict: Json, noun: Noun) -> list[str]:
    """Who pays what to whom, a line each."""
    if any(one["cause"] == "engines" for one in verdict["route"]["reasons"]):
        return ["nothing is proposed"]
    paid = [
        f"{noun(one['from'])} pays {money(one['amount'])} to {noun(one['to'])} ({one['head']})"
        for one in verdict["transfers"]
    ]
    heads = verdict["heads"]
    unsettled = [head["id"] for head in heads if not _is_settled(head)]
    unsettled += [one["ref"] for one in verdict["route"]["reasons"] if one["cause"] == "parts"]
    unsettled = list(dict.fromkeys(unsettled))
    if paid or unsettled:
        return [*paid, *([f"open: {', '.join(unsettled)}"] if unsettled else [])]
    return ["nobody pays anything"] if heads else ["no money is at stake"]


def _is_settled(head: Json) -> bool:
    """Whether it is certain what is owed: a gate that refuses settles it without any rule."""
    return "open" not in head and head["amount"] is not None and (head["what"]["state"] == "settled" or "gate" in head)


def measure(one: Json, noun: Noun) -> str:
    """A measure, for whom, and who must decide it."""
    decided = "" if one["auto"] else " (proposed: a person decides)"
    return f"{kind(one['measure'])} for the {noun(one['to'])}{decided}"


def route(found: Json) -> str:
    """Who settles the case."""
    desk = f", desk {found['desk']}" if found["desk"] else ""
    desk += f"; no letters by machine, by {found['no_letters']}" if "no_letters" in found else ""
    return {"auto": "auto: no person needed", "propose": f"propose{desk}", "human": f"human{desk}"}[found["route"]]


def reasons(verdict: Json) -> list[str]:
    """Why a case is routed as it is, reason by reason."""
    return list(dict.fromkeys(reason(one, verdict["heads"]) for one in verdict["route"]["reasons"]))


def reason(one: Json, heads: Sequence[Json] = ()) -> str:
    """One reason, with what of its head no rule says, or what its amount is computed from and nobody knows."""
    about = [head for head in heads if head["id"] == one["ref"]]
    said = [
        text
        for text, choice in (("what is owed", "what"), ("who bears it", "who"))
        if any(head[choice]["state"] == "gap" for head in about)
    ]
    lacking = dict.fromkeys(
        name
        for head in about
        for _, name, value in (*head["operands"], *head.get("limit", {}).get("operands", ()))
        if value is None and head["amount"] is None
    )
    missing = f": {', '.join(lacking)} unknown" if lacking else ""
    return _REASONS[one["cause"]].format(ref=one["ref"], what=" or ".join(said) or "what follows", missing=missing)


def hearing(one: Json, noun: Noun) -> str:
    """Whether a party that the outcome goes against was heard, and what it was not shown."""
    heard = "heard" if one["heard"] else "not heard yet"
    by = f" ({', '.join(one['notices'])})" if one["notices"] else ""
    missing = f"; not shown to them: {', '.join(one['not_shown'])}" if one["not_shown"] else ""
    return f"{noun(one['party'])}: {heard}{by}{missing}"


def ask(one: Json, noun: Noun) -> str:
    """What can still be asked, and of whom."""
    what = f"{kind(one['field'])} of the {kind(one['kind'])}" if one["field"] else a_kind(one["kind"])
    return f"{noun(one['party'])}: {what}"


def guarantee(one: Json, noun: Noun) -> str:
    """A guarantee and whether the outcome keeps it."""
    return f"{one['id']}, to the {noun(one['to'])}: {'kept' if one['kept'] else 'would be broken'}"


def not_admitted(decision_records: Json, reasons: dict[str, str]) -> list[str]:
    """Records that do not count, or count for less, with the reason where it is known."""
    found = []
    for name, record in decision_records.items():
        if record["admission"] != "admitted":
            why = reasons.get(name) or record.get("code", "")
            found.append(f"{name} ({kind(record['kind'])}) {record['admission']}: {why}")
    return found
