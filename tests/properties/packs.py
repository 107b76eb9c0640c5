"""Policies by chance: packs that use every construct of the language, written as an author would write them.

A pack is a set of files; `pack(seed)` is the same in every process. What the loader refuses is a fault of this module,
so that the language it covers cannot shrink unnoticed.
"""

from collections.abc import Iterable, Sequence
from random import Random

Files = dict[str, str]
PARTIES = ("buyer", "seller", "carrier")
BEARERS = ("seller", "carrier", "platform")
STRENGTHS = ("slight", "moderate", "strong", "conclusive")
HELD = ("buyer", "seller", "carrier", "platform")

# Tests on one record, by kind: what an author could write.
TESTS: dict[str, tuple[str, ...]] = {
    "tracking_event": (
        "tracking_event.code: delivered", "tracking_event.code: [accepted, in_transit]",
        "tracking_event.code: not lost",
        'tracking_event.distance_m: "> far"', 'tracking_event.distance_m: "10..far"', "tracking_event.location: known",
        'tracking_event.minutes_late: ">= 90"', 'tracking_event.minutes_late: "<= grace"',
        'tracking_event.at: "> order.promised_by"', 'tracking_event.at: "order.placed_at..order.promised_by"',
        "tracking_event.location: unknown", 'tracking_event.over: "> 0.5"',
        'tracking_event.workdays: "> patience"',
    ),
    "handover": (
        "handover.proof: signature", "handover.recipient: [buyer, household]", "handover.recipient: not neighbour",
        'handover.minutes_late: "< 0"', "handover.recipient: unknown",
    ),
    "reading": (
        "reading.says: damage", "reading.by: operator", "reading.says: [signature, scratches]",
        "reading.of_submitted_by: carrier", 'reading.of_captured_at: "> order.placed_at"',
    ),
    "check": (
        "check.state: broken", "check.state: not whole", "check.marks: has_dent", "check.marks: not has_stain",
        'check.count: ">= 2"', 'check.count: "= 3"', 'check.worth: "> large"', 'check.worth: ">= order.price"',
        "check.seen: yes", 'check.share: "> 0.25"', 'check.at: "< claim.filed_at"', 'check.rest: "> 10.00 EUR"',
    ),
}  # fmt: skip
CIRCUMSTANCES = (
    'order.total: ">= large"', "order.carrier: known", "order.signature_requested: requested",
    'claim.amount: "> order.price"', 'claim.amount: "10.00 EUR..large"', "order.special_period: feast",
    "order.special_period: not feast", "notice.to: carrier, notice.answer: none",
    'history.what: claims, history.count: "> 2"',
    "every check.state: whole", "every tracking_event.code: [delivered, accepted]",
    'order.placed_at: "< claim.filed_at"',
    "context.what: [outage, strike]", 'order.price: "< cheap"', "check.count: known",
    'claim.minutes_after_placed: "> window"',
)  # fmt: skip
PART_CIRCUMSTANCES = ('item.price: "> cheap"', 'item.claimed: ">= 2"', "item.unit_price: known")
WORD = "statement.by: buyer, statement.says: {claim}"


class _Texts:
    """The sentences that a pack needs, collected while it is written."""

    def __init__(self) -> None:
        self.messages: dict[str, list[str]] = {}

    def need(self, message: str, *attributes: str) -> None:
        self.messages.setdefault(message, []).extend(attributes)

    def written(self) -> str:
        lines = ["policy_title = T", "appeal_effect = A", "kind_check = C"]
        for name, attributes in self.messages.items():
            lines += [f"{name} = {name} holds.", *(f"    .{one} = {one} holds." for one in dict.fromkeys(attributes))]
        return "\n".join(lines) + "\n"


def pack(seed: int) -> Files:
    """A whole pack with the parent it extends, as files named `pack/file`."""
    random = Random(seed)
    texts = _Texts()
    files = {
        "p/policy.yaml": "policy: p\ntitle: T\nversion: 1.10\nextends: base\nlanguages: [en]\n"
        + random.choice(("", "zone: Europe/Berlin\n", "zone: America/Sao_Paulo\n"))
        + "roles: {buyer: buyer, shop: seller, carrier: carrier}\n",
        "p/records.yaml": RECORDS,
        "p/derived.yaml": DERIVED,
        "p/periods.yaml": "feast: {clause: C-1, days: [2026-03-01..2026-03-05, 2026-03-20], in: [DE, BR-SP]}\n",
        "p/parameters.yaml": PARAMETERS,
        "p/parameters.csv": PARAMETER_TABLE,
        "base/policy.yaml": 'policy: base\ntitle: B\nversion: "1"\nlanguages: [en]\n',
        "base/parameters.yaml": BASE,
        "base/texts/en.ftl": "".join(f"role_{role} = the {role}\n" for role in (*PARTIES, "courier", "platform")),
    }
    signals = _signals(random, texts)
    files["p/signals.yaml"] = "".join(signals.values())
    claim = "broken"
    questions = _questions(random, texts, list(signals))
    files |= {f"p/questions/{name}.yaml": text for name, (text, _, _) in questions.items()}
    known = {name: (answers, scope) for name, (_, answers, scope) in questions.items()}
    files |= _claim(random, texts, claim, known)
    texts.need("damaged_goods")
    files["p/texts/en.ftl"] = texts.written()
    return files


RECORDS = """\
check:
  submitted_by: [platform, shop, buyer]
  happened: at
  fields:
    at: time
    state: [whole, broken, lost]
    marks: {set_of: [has_dent, has_stain, has_hole]}
    count: count
    worth: money
    seen: yes_no
    share: percent
    wait: h
reading: {fields: {says: [scratches]}}
context: {fields: {what: [flood]}}
"""
DERIVED = """\
check.rest: {unit: money, formula: worth * share - 2.00 EUR}
check.delay: {unit: h, formula: (at - order.placed_at) / 2 + wait}
tracking_event.over: {unit: number, formula: (at - order.promised_by) / (order.promised_by - order.placed_at)}
tracking_event.workdays: {unit: bd, formula: "business_days(order.placed_at, at)"}
order.half: {unit: money, formula: "min(price, total) / round_up(3 / 2)"}
"""
PARAMETERS = """\
far: {unit: m, clause: C-2, from 2026-01-01: 150, from 2026-01-01 in BR: 200}
grace: {unit: h, clause: C-2, from 2026-01-01 until 2026-03-04: 2, from 2026-03-05: 1.5}
large: {unit: money, clause: C-2, from 2026-01-01: 50.00 EUR}
share: {unit: percent, clause: C-2, from 2026-01-01: 50}
patience: {unit: bd, clause: C-2, from 2026-01-01: 3}
repair: {unit: d, clause: C-2, from 2026-01-01: 7}
"""
PARAMETER_TABLE = """\
parameter,unit,clause,from,until,region,value
cheap,money,C-3,2026-01-01,,,12.50 EUR
cheap,money,C-3,2026-01-01,,BR,10.00 EUR
window,d,C-3,2026-01-01,,,9
"""
BASE = """\
reply_days: {unit: d, clause: B, from 2020-01-01: 5}
appeal_days: {unit: d, clause: B, from 2020-01-01: 30}
pay_days: {unit: bd, clause: B, from 2020-01-01: 14}
decide_days: {unit: d, clause: B, from 2020-01-01: 2}
"""


def _some(random: Random, values: Sequence[str], low: int, high: int) -> list[str]:
    return random.sample(list(values), min(len(values), random.randint(low, high)))


def _signals(random: Random, texts: _Texts) -> dict[str, str]:
    """Signals over every kind, and the buyer's word."""
    found = {
        "word": f"word: {{if: {{{WORD.format(claim='broken')}}}, strength: slight, held_by: buyer, group: word}}\n"
    }
    weights: dict[frozenset[str], str] = {}
    for number in range(random.randint(4, 12)):
        name, kind = f"s{number}", random.choice(list(TESTS))
        tests: dict[str, str] = {}
        for test in _some(random, TESTS[kind], 1, 3):
            tests.setdefault(test.partition(":")[0], test)
        strength, held = random.choice(STRENGTHS), random.choice(HELD)
        speakers = ("reading.by", "reading.of_submitted_by")
        said = frozenset(test for field, test in tests.items() if field not in speakers)
        if kind == "reading" and said:  # the same words weigh the same, whoever reads them
            strength = weights.setdefault(said, strength)
        found[name] = f"{name}: {{if: {{{', '.join(tests.values())}}}, strength: {strength}, "
        found[name] += f"held_by: {held}, group: g{number}}}\n"
    for name in found:
        texts.need(name, "missing", "otherwise")
    return found


def _condition(random: Random, known: dict[str, tuple[tuple[str, ...], str]], parts: bool = False) -> str:
    """A condition over circumstances and earlier questions: a map, or a list of maps."""

    def one() -> str:
        tests: dict[str, str] = {}
        for _ in range(random.randint(1, 2)):
            usable = [name for name, (_, scope) in known.items() if parts or scope == "order"]
            if usable and random.random() < 0.7:
                name = random.choice(usable)
                tests[name] = f"{name}: {_answer(random, known[name][0])}"
            else:
                pool = (*CIRCUMSTANCES, *(PART_CIRCUMSTANCES if parts else ()))
                test = random.choice(pool)
                tests.setdefault(test.partition(":")[0].partition(".")[0].removeprefix("every ") + test[:6], test)
        found = _once(tests.values())
        if random.random() < 0.1:
            found.append(f"any: [{{{random.choice(CIRCUMSTANCES)}}}, {{{random.choice(CIRCUMSTANCES)}}}]")
        return "{" + ", ".join(found) + "}"

    return one() if random.random() < 0.8 else f"[{one()}, {one()}]"


def _once(tests: Iterable[str]) -> list[str]:
    """Tests whose keys differ: a key may stand once in a map."""
    found: dict[str, str] = {}
    for test in tests:
        for part in test.split(", ") if "[" not in test else [test]:
            found.setdefault(part.partition(":")[0], part)
    return list(found.values())


def _answer(random: Random, answers: tuple[str, ...]) -> str:
    shown = [answer for answer in answers if answer != "unclear"]
    return random.choice(
        (
            random.choice(answers), f"shown {random.choice(shown)}", f"not {random.choice(answers)}",
            f"not shown {random.choice(shown)}", f"[{', '.join(random.sample(answers, 2))}]",
        )
    )  # fmt: skip


Question = tuple[str, tuple[str, ...], str]


def _questions(random: Random, texts: _Texts, signals: list[str]) -> dict[str, Question]:
    found: dict[str, Question] = {}
    for number in range(random.randint(1, 4)):
        name = f"q{number}"
        scope = random.choice(("order", "order", "item", "unit"))
        # A question about the whole order cannot wait for one about its parts.
        known = {one: (answers, of) for one, (_, answers, of) in found.items() if scope != "order" or of == "order"}
        kind = random.choice((_yes_no, _yes_no, _several, _on_record))
        text, answers = kind(random, texts, name, signals, known, scope != "order")
        head = f"question: {name}\nclause: C-4\nscope: {scope}\nstandard: {random.choice(('ordinary', 'clear'))}\n"
        texts.need(name, *answers)
        found[name] = (head + text, answers, scope)
    return found


Known = dict[str, tuple[tuple[str, ...], str]]


def _arguments(
    random: Random, name: str, answer: str, signals: list[str], known: Known, parts: bool, taken: dict[str, str]
) -> str:
    """Arguments for an answer; a signal argues for one answer of a question only."""
    lines = []
    own = [one for one in signals if taken.setdefault(one, random.choice(("yes", "no", answer))) == answer]
    if not own:
        return "[]"
    for number in range(random.randint(1, 3)):
        shape = random.random()
        premises = f"all: [{', '.join(_some(random, own, 1, 2))}]"
        if shape < 0.25:
            premises = f"any: [{', '.join(_some(random, own, 1, 3))}]"
        elif shape < 0.5:
            of = _some(random, own, 1, 4)
            premises = f"at_least: {{k: {random.randint(1, len(of))}, of: [{', '.join(of)}]}}"
        others = [one for one in signals if one not in own and one != "word"]
        unless = f", unless: [{random.choice(others)}]" if others and random.random() < 0.4 else ""
        when = f", if: {_condition(random, known, parts)}" if random.random() < 0.3 else ""
        lines.append(f"  - {{id: {name}-{answer}-{number}, {premises}{unless}{when}}}".replace("_", "-", 0))
    return "\n" + "\n".join(lines)


def _raised(random: Random, signals: list[str]) -> str:
    return f"raised: {{raised_by: buyer, any: [{', '.join(dict.fromkeys(['word', *_some(random, signals, 0, 1)]))}]}}\n"


def _yes_no(
    random: Random, texts: _Texts, name: str, signals: list[str], known: Known, parts: bool
) -> tuple[str, tuple[str, ...]]:
    taken: dict[str, str] = {}
    text = _raised(random, signals)
    text += f"must_show: {{{random.choice(PARTIES)}: {random.choice(('yes', 'no'))}}}\n"
    arguments = {answer: _arguments(random, name, answer, signals, known, parts, taken) for answer in ("yes", "no")}
    if random.random() < 0.6:
        shifts = [
            f"  - {{id: {name}-shift-{n}, if: {_condition(random, known, parts)}, "
            f"must_show: {{{random.choice(PARTIES)}: {random.choice(('yes', 'no'))}}}, clause: C-4}}"
            for n in range(random.randint(1, 2))
        ]
        text += "shift:\n" + "\n".join(shifts) + "\n"
        texts.need(name, *(f"{name}-shift-{n}" for n in range(2)))
    side = random.choice(("yes", "no"))
    if arguments[side] != "[]" and random.random() < 0.4:
        text += (
            f"only_counts:\n  - {{id: {name}-only, if: {_condition(random, known, parts)}, "
            f"{side}: [{name}-{side}-0], clause: C-4}}\n"
        )
        texts.need(name, f"{name}-only")
    return text + "".join(f"{answer}: {lines}\n" for answer, lines in arguments.items()), ("yes", "no")


def _several(
    random: Random, texts: _Texts, name: str, signals: list[str], known: Known, parts: bool
) -> tuple[str, tuple[str, ...]]:
    answers = ("packing", "handling", "use")[: random.randint(2, 3)]
    text = _raised(random, signals) + f"unclear: {random.choice((*PARTIES, 'platform'))}\nanswers:\n"
    owner = {one: random.choice(answers) for one in signals}
    for answer in answers:
        own = [one for one in signals if owner[one] == answer]
        lines = []
        if own:
            premise = f"at_least: {{k: 1, of: [{', '.join(own[:3])}]}}" if random.random() < 0.5 else f"all: [{own[0]}]"
            lines.append(f"{{id: {name}-{answer}, {premise}}}")
        text += f"  {answer}: [{', '.join(lines)}]\n"
    if random.random() < 0.5:
        condition = _condition(random, known, parts)
        text += f"shift: [{{id: {name}-to, if: {condition}, unclear: {random.choice(PARTIES)}, clause: C-4}}]\n"
        texts.need(name, f"{name}-to")
    return text, (*answers, "unclear")


def _on_record(
    random: Random, texts: _Texts, name: str, signals: list[str], known: Known, parts: bool
) -> tuple[str, tuple[str, ...]]:
    text = f"otherwise: {random.choice(('yes', 'no'))}\n"
    text += _raised(random, signals) if random.random() < 0.3 else ""
    for answer in ("yes", "no"):
        lines = [
            f"  - {{id: {name}-{answer}-{n}, if: {_condition(random, known, parts)}}}"
            for n in range(random.randint(0 if answer == "no" else 1, 2))
        ]
        text += f"{answer}:\n" + "\n".join(lines) + "\n" if lines else ""
    return text, ("yes", "no")


AMOUNTS: tuple[str, ...] = (
    "order.price - already_made_good", "order.total * share - already_made_good",
    '"min(order.price, claim.amount) - already_made_good"', "order.half + 1.00 EUR - already_made_good",
    "check.worth - already_made_good", "25% * order.price - already_made_good",
)  # fmt: skip
PART_AMOUNTS = (
    "item.price - already_made_good", "item.unit_price * item.claimed / 3 - already_made_good",
    "order.delivery_fee * (item.price / order.price) - already_made_good", "check.worth - already_made_good",
)  # fmt: skip


def _claim(random: Random, texts: _Texts, claim: str, known: Known) -> Files:
    files: Files = {}
    parts = any(scope != "order" for _, scope in known.values())
    text = f"claim: {claim}\nby: buyer\nclause: C-5\n"
    text += (
        "evidence: {seller: {required: [check], optional: [document]}, carrier: {any_of: [tracking_event, handover]}}\n"
    )
    if random.random() < 0.4:
        whole = {name: one for name, one in known.items() if one[1] == "order"}
        condition = _condition(random, whole)
        otherwise = random.choice(("refuse", "human", "propose"))
        text += f"first: {{id: gate, if: {condition}, else: {otherwise}, clause: C-5}}\n"
        texts.need(claim, "gate")
    text += "heads:\n"
    for name in ("price", "fee")[: random.randint(1, 2)]:
        head, more = _head(random, texts, name, known, parts)
        text += head
        files |= more
    clear = [name for name, (answers, _) in known.items() if "yes" in answers]
    if clear and random.random() < 0.5:
        test = f"{random.choice(clear)}: shown yes"
        text += f"measures: [{{id: praise, to: seller, measure: commendation, if: {{{test}}}, "
        text += "clause: C-5, lasts: repair}]\n"
        texts.need(claim, "praise")
    routes = [
        f"  - {{id: route-{n}, route: {random.choice(('auto', 'propose', 'human'))}, desk: payments, "
        f"if: {_condition(random, known, parts)}, clause: C-5}}"
        for n in range(random.randint(0, 2))
    ]
    settled_by_part = next((name for name, (_, scope) in known.items() if scope != "order"), None)
    if settled_by_part is not None:
        # A claim that names parts settles something part by part.
        answer = known[settled_by_part][0][0]
        routes.append(f"  - {{id: route-part, route: auto, if: {{{settled_by_part}: {answer}}}, clause: C-5}}")
    text += "routes:\n" + "\n".join(routes) + "\n" if routes else ""
    texts.need(claim, "route-0", "route-1", "route-part", "promise")
    text += (
        f"guarantees: [{{id: promise, to: {random.choice(PARTIES)}, never_bears: price, "
        f"if: {_condition(random, known, parts)}, clause: C-5}}]\n"
    )
    files[f"p/claims/{claim}.yaml"] = text
    return files


def _head(random: Random, texts: _Texts, name: str, known: Known, parts: bool) -> tuple[str, Files]:
    files: Files = {}
    if parts and random.random() < 0.4:
        # What is owed for the whole order is no matter of its parts.
        known, parts = {one: found for one, found in known.items() if found[1] == "order"}, False
    amounts = PART_AMOUNTS if parts else AMOUNTS
    text = f"  {name}:\n    to: buyer\n    amount: {random.choice(amounts)}\n"
    text += "    cap: order.total\n" if random.random() < 0.3 else ""
    what = [f"w{n}" for n in range(random.randint(1, 3))]
    who = [f"b{n}" for n in range(random.randint(1, 3))]
    if random.random() < 0.3:
        text += f"    what: owed-{name}.csv\n"
        files[f"p/tables/owed-{name}.csv"] = _table(random, known, parts, amounts[0])
        texts.need(name, f"owed-{name}")
    else:
        text += "    what:\n"
        for number, rule in enumerate(what):
            amount = random.choice(("", ", amount: 0", f", amount: {random.choice(amounts)}"))
            later = ", then: {ask: check, within: repair}" if random.random() < 0.2 else ""
            over = f", over: [{what[number - 1]}]" if number and random.random() < 0.4 else ""
            text += (
                f"      - {{id: {rule}, if: {_condition(random, known, parts)}{amount}{over}{later}, clause: C-6}}\n"
            )
            texts.need(name, rule)
        if len(what) > 1 and ", over" not in text and random.random() < 0.5:
            text += f"    ranking: [{', '.join(random.sample(what, 2))}]\n"
    if known and random.random() < 0.6:
        # As authors write: every answer of a question leads somewhere, and whoever lost it bears.
        question = random.choice([one for one, (_, scope) in known.items() if parts or scope == "order"] or list(known))
        answer = known[question][0][0]
        text = text[: text.index("    what:")] if random.random() < 0.7 else text
        if "    what:" not in text:
            text += f"    what:\n      - {{id: w0, if: {{{question}: not {answer}}}, clause: C-6}}\n"
            text += f"      - {{id: w1, if: {{{question}: {answer}}}, amount: 0, clause: C-6}}\n"
            texts.need(name, "w0", "w1")
            files.clear()
        bearer = random.choice(BEARERS)
        text += f"    who:\n      - {{id: b0, bearer: {bearer}, if: {{{question}: not {answer}}}, clause: C-6}}\n"
        text += f"      - {{id: b1, bearer: platform, if: {{{question}: {answer}}}, clause: C-6}}\n"
        texts.need(name, "b0", "b1")
        texts.need(name)
        return text, files
    text += "    who:\n"
    for number, rule in enumerate(who):
        over = f", over: [{who[number - 1]}]" if number and random.random() < 0.6 else ""
        bearer = random.choice(BEARERS)
        text += f"      - {{id: {rule}, bearer: {bearer}, if: {_condition(random, known, parts)}{over}, clause: C-6}}\n"
        texts.need(name, rule)
    texts.need(name)
    return text, files


def _table(random: Random, known: Known, parts: bool, whole: str) -> str:
    """A decision table over a question and a circumstance."""
    names = [name for name, (_, scope) in known.items() if parts or scope == "order"]
    columns = [*names[:1], "order.total", "amount", "clause"]
    rows = [",".join(columns)]
    # A row that asks nothing would always hold.
    for limit in ('"< large"', '">= large"', *([""] if names else [])):
        answer = [random.choice(known[name][0]) for name in names[:1]]
        amount = random.choice(("0", "", whole))
        rows.append(",".join([*answer, limit, amount, "C-6"]))
    return "\n".join(rows) + "\n"
