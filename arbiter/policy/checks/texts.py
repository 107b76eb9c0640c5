"""ARB321: a sentence that a report needs is missing. ARB322: a sentence that cannot be parsed.
ARB323: a variable that nothing gives a value.
"""

from collections.abc import Iterable, Iterator
from re import compile as pattern

from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.checks.own import is_own, own_files, shown_own
from arbiter.policy.checks.walk import signals_named, tests_of
from arbiter.policy.conditions import Between, Compare, Condition, OneOf, RecordTest, leaves, questions_in
from arbiter.policy.fluent import RECORD_TEXT, Variable, Wanted, defined_in, read_fluent, shown_text, then_text
from arbiter.policy.model import Policy, Rule, Texts
from arbiter.policy.parse.reader import KEBAB, SNAKE, Problems, misnamed
from arbiter.policy.profiles import PROFILE_TEXTS
from evidence import Span, did_you_mean
from evidence.records import OPEN_WORDS
from evidence.source import Mapping as MappingNode
from evidence.source import read_yaml

_LISTED = 8
"""How many names a cure lists."""
_OF_EVERY_RECORD = ("submitted_by", "received_at", "captured_at", "file")
# The kinds of record whose words a policy may name, each with the field that holds them.
WORDED = {"statement": "says", "reading": "says", "message": "means", "context": "what"}
_UNWRITTEN = pattern(r"[\w-]+ *=\s*TODO\b")


def check_texts(policy: Policy, problems: Problems) -> None:
    """Every question, head, claim, signal and rule has its sentence in every language of the pack."""
    missing = {} if "text" in problems.unread else dict((*needed_texts(policy, problems), *_half_told(policy)))
    for language, texts in policy.texts.items():
        if not texts.sources and "text" not in problems.unread:
            place = problems.place(policy.header.span, "languages", language)
            problems.error("ARB321", f"there are no texts in `{language}`", place, f"add texts/{language}.ftl")
            continue
        defined, unreadable = _defined(policy, texts, problems)
        for (name, attribute), span in missing.items():
            if attribute not in defined.get(name, ()) and name not in unreadable and SNAKE.fullmatch(name):
                wanted = f"{name}.{attribute}" if attribute else name
                cure, place = f"add it to texts/{language}.ftl", _kinds_place(policy, name) or span
                problems.error("ARB321", f"no text `{wanted}` in `{language}`", place, cure)
        _check_unwritten(texts, set(missing), problems)


def _kinds_place(policy: Policy, name: str) -> Span | None:
    """Where the pack declares the kind of record that a message names."""
    if not name.startswith("kind_"):
        return None
    inner = "records.yaml"
    node, _ = read_yaml(own_files(policy).get(inner, ""), shown_own(policy, inner))
    names = (key for key, _ in node.entries) if isinstance(node, MappingNode) else ()
    return next((key.span for key in names if key.text == name.removeprefix("kind_")), None)


def _check_unwritten(texts: Texts, needed: set[Wanted], problems: Problems) -> None:
    """A sentence that begins with `TODO` is none yet."""
    for shown, source in texts.sources:
        for (name, attribute), start in read_fluent(source).starts.items() if "TODO" in source else ():
            if (name, attribute) in needed and _UNWRITTEN.match(source, start):
                wanted = f"{name}.{attribute}" if attribute else name
                span = text_span(shown, source, start, len(attribute or name))
                message = f"the text `{wanted}` in `{texts.language}` is still to be written"
                problems.error("ARB321", message, span, "write the sentence in place of `TODO …`")


def needed_texts(policy: Policy, problems: Problems) -> Iterator[tuple[Wanted, Span]]:
    """What a report may ask for, with the place in the policy that asks.

    A signal of a parent that no question here names shows nothing in this pack, so no letter speaks of it.
    """
    yield ("policy_title", None), policy.header.span
    yield ("appeal_effect", None), policy.header.span
    for role in dict.fromkeys((*policy.header.roles.values(), "platform")):
        yield (f"role_{role}", None), policy.header.span
    # A kind that cannot be read yet is mended first, and named then.
    if all(one.code != "ARB237" for one in problems.found):
        for kind in policy.kinds.declared:
            yield (f"kind_{kind}", None), policy.header.span
    named = signals_named(policy)
    for signal in policy.signals.values():
        if signal.id not in named and not is_own(policy, signal.span):
            continue
        yield (signal.id, None), signal.span
        yield (signal.id, "missing"), signal.span
        if any(isinstance(test.check, Compare | Between) for test in signal.test.tests):
            yield (signal.id, "otherwise"), signal.span
        if signal.private:
            yield (signal.private, None), signal.span
    for question in policy.questions.values():
        for answer in (None, *question.all_answers):
            yield (question.id, answer), question.span
        yield from _of_rules(question.id, (*question.shifts, *question.only_counts), problems)
    for claim in policy.claims.values():
        yield (claim.id, None), claim.span
        for head in claim.heads:
            yield (head.id, None), head.span
            yield from _of_rules(head.id, (*head.what, *head.who), problems)
        yield from _of_rules(claim.id, (*claim.gates, *claim.measures, *claim.routes, *claim.guarantees), problems)


def possible_texts(policy: Policy) -> Iterator[tuple[Wanted, Span]]:
    """What a report says where the pack has it.

    An answer that is shown, what a line of facts on record means, what a single record of a kind is called, when the
    sequel of a rule comes in, how the words of statements, readings and messages are told in a list, and what a law
    asks a marketplace to tell about itself.
    """
    yield from (((f"kind_{kind}", word), policy.header.span) for kind, word in sorted(_words(policy)))
    for profile in policy.header.profiles:
        yield from (((name, None), policy.header.span) for name in PROFILE_TEXTS.get(profile, ()))
    for kind in policy.kinds.declared:
        yield (f"kind_{kind}", RECORD_TEXT), policy.header.span
    for question in policy.questions.values():
        yield from (((question.id, shown_text(answer)), question.span) for answer in question.answers)
        if question.on_record:
            yield from (((question.id, line.id), line.span) for line in question.arguments)
    for head in (head for claim in policy.claims.values() for head in claim.heads):
        for rule in head.what:
            if rule.then is not None:
                yield (head.id, then_text(rule.wording or rule.id)), rule.span


def _words(policy: Policy) -> set[tuple[str, str]]:
    """The words that records of some kinds may say: those of every policy, and those that this one tests."""
    found = {(kind, word) for kind, field in WORDED.items() for word in OPEN_WORDS.get((kind, field), ())}
    for kind, test in tests_of(policy):
        if WORDED.get(kind) == test.field and isinstance(test.check, OneOf):
            found |= {(kind, word) for word in test.check.values}
    return found


def _half_told(policy: Policy) -> Iterator[tuple[Wanted, Span]]:
    """Sentences that a pack may do without, and that one of its languages has: all others need them too."""
    having = [defined_in(source for _, source in texts.sources) for texts in policy.texts.values()]
    told = frozenset().union(*having)
    yield from ((wanted, span) for wanted, span in possible_texts(policy) if wanted in told)


def variables_of(policy: Policy) -> Iterator[tuple[str, str]]:
    """Every variable that a sentence of the policy quotes, with the message that quotes it."""
    for texts in policy.texts.values():
        for _, source in texts.sources:
            yield from ((variable.name, variable.message) for variable in read_fluent(source).variables)


def _of_rules(name: str, rules: tuple[Rule, ...], problems: Problems) -> Iterator[tuple[Wanted, Span]]:
    for rule in rules:
        wording = getattr(rule, "wording", "") or rule.id
        if KEBAB.fullmatch(wording):
            yield (name, wording), problems.place(rule.span, "id", rule.id)


def _defined(policy: Policy, texts: Texts, problems: Problems) -> tuple[dict[str, frozenset[str | None]], set[str]]:
    """What the sources of a language define, later ones in place of earlier ones, and what of it cannot be read."""
    defined: dict[str, frozenset[str | None]] = {}
    unreadable: set[str] = set()
    for shown, source in texts.sources:
        parsed = read_fluent(source)
        defined |= parsed.messages
        for name, start, reason in parsed.junk:
            unreadable |= {name} if name else set()
            cure = "write `name = sentence`, more lines of it indented, and close every `{`"
            problems.error(
                "ARB322", f"this sentence cannot be parsed: {reason}", text_span(shown, source, start, 1), cure
            )
        for variable in parsed.variables:
            if not _has_value(policy, variable, problems):
                span = text_span(shown, source, variable.start, len(variable.name) + 1)
                cure = _quotable(policy, variable)
                problems.error("ARB323", f"nothing gives `${variable.name}` a value in this sentence", span, cure)
    return defined, unreadable


def _has_value(policy: Policy, variable: Variable, problems: Problems) -> bool:
    """Whether a variable gets a value, as far as can be told; what is told elsewhere already counts as given."""
    if variable.name in policy.parameters or problems.unread & {"parameter", "signal"}:
        return True
    if variable.name in _fields_quoted(policy, variable):
        return True
    signal = policy.signals.get(variable.message)
    spoilt = variable.attribute is None and signal is not None and signal.span in problems.spoilt
    return spoilt or variable.name in misnamed(tuple(policy.parameters))


def _fields_quoted(policy: Policy, variable: Variable) -> list[str]:
    """A sentence may quote parameters; that of a signal also the fields of the record that shows it: these.

    That of a line of facts on record may quote the fields of the records that the line tests, and so may that of a
    gate, a route, a promise or a rule of a head; what names a single record of a kind, all fields of that kind.
    """
    signal = policy.signals.get(variable.message) if variable.attribute is None else None
    if signal is not None:
        return [f"{signal.id}__{field}" for field in policy.vocabulary.get(signal.test.kind, {})]
    return [f"{kind}__{field}" for kind in _kinds_of(policy, variable) for field in policy.vocabulary.get(kind, {})]


def _quotable(policy: Policy, variable: Variable) -> str:
    """The cure for a variable without a value: one like it, else what can be quoted at that place, fields first."""
    fields, parameters = _fields_quoted(policy, variable), sorted(policy.parameters)
    near = did_you_mean(variable.name, [*fields, *parameters])
    if near:
        return f"did you mean `{near}`?"
    named = ", ".join(f"`{name}`" for name in parameters[: 3 if fields else _LISTED])
    if not fields:
        return f"only parameters can be quoted here: {named}" if named else "take it out: nothing can be quoted here"
    own_first = sorted(fields, key=lambda name: name.partition("__")[2] in _OF_EVERY_RECORD)
    shown = ", ".join(f"`{name}`" for name in own_first[:_LISTED])
    return f"here one can quote {shown}, and parameters" + (f" like {named}" if named else "")


def kinds_tested(conditions: Iterable[Condition | None]) -> tuple[str, ...]:
    """The kinds of record that every one of some conditions tests, in alphabetical order."""
    found = [{test.kind for test in leaves(condition) if isinstance(test, RecordTest)} for condition in conditions]
    return tuple(sorted(set.intersection(*found))) if found else ()


def _kinds_of(policy: Policy, variable: Variable) -> tuple[str, ...]:
    """The kinds of record whose fields a sentence may quote, but for that of a signal."""
    message, attribute = variable.message, variable.attribute
    kind = message.removeprefix("kind_")
    if attribute == RECORD_TEXT and kind != message and kind in policy.kinds.declared:
        return (kind,)
    question = policy.questions.get(message)
    if question is not None and question.on_record:
        return kinds_tested(line.condition for line in question.arguments if line.id == attribute)
    return kinds_tested(rule.condition for rule in _quoting_rules(policy, message) if _says(rule, attribute))


def _says(rule: Rule, attribute: str | None) -> bool:
    return (getattr(rule, "wording", "") or rule.id) == attribute


def _quoting_rules(policy: Policy, message: str) -> list[Rule]:
    """The rules with a sentence under a claim or head that may quote fields: of none that is settled part by part.

    What happens to a party's standing is also told where it would follow from other facts, so it quotes none.
    """
    found: list[Rule] = []
    for claim in policy.claims.values():
        if claim.id == message:
            rules: tuple[Rule, ...] = (*claim.gates, *claim.routes, *claim.guarantees)
            found += [rule for rule in rules if not _of_parts(policy, (rule.condition,))]
        for head in claim.heads:
            if head.id == message:
                of_head: tuple[Rule, ...] = (*head.what, *head.who)
                found += of_head if not _of_parts(policy, [rule.condition for rule in of_head]) else ()
    return found


def _of_parts(policy: Policy, conditions: Iterable[Condition | None]) -> bool:
    """Whether conditions turn on what is settled for each part of an order."""
    todo: list[str] = []
    for condition in conditions:
        todo += questions_in(condition)
        if any(isinstance(test, RecordTest) and test.kind == "item" for test in leaves(condition)):
            return True
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        if name in policy.questions and name not in seen:
            seen.add(name)
            if policy.questions[name].scope != "order":
                return True
            todo += earlier_questions(policy.questions[name])
    return False


def text_span(shown: str, source: str, start: int, length: int) -> Span:
    """The place of an offset, drawn back to the last character written before it if it is at the end of a line."""
    start = min(start, len(source) - 1)
    while start > 0 and source[start].isspace():
        start -= 1
    return Span(shown, source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start), length)
