"""ARB326: a sentence that nothing asks for. Mostly its rule was renamed, and the sentence forgotten."""

from arbiter.policy.checks.own import is_own_file
from arbiter.policy.checks.texts import WORDED, needed_texts, possible_texts, text_span
from arbiter.policy.fluent import Wanted, read_fluent
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems, meant

_NOUNS = ("role_", "kind_")
_OF_WORDS = frozenset(f"kind_{kind}" for kind in WORDED)


def check_stray_texts(policy: Policy, problems: Problems) -> None:
    """Every sentence of the pack's own texts is one that a report can ask for, or that another sentence quotes.

    Nouns of parties and of the pack's own kinds stand in many forms, and terms are words of the pack's own: none is
    looked at.
    """
    if problems.fatal or not policy.claims:
        return
    needed = {wanted for wanted, _ in (*needed_texts(policy, problems), *possible_texts(policy))}
    for texts in policy.texts.values():
        sources = [(shown, source, read_fluent(source)) for shown, source in texts.sources]
        asked = needed.union(*(parsed.quoted for _, _, parsed in sources))
        for shown, source, parsed in sources:
            for wanted, start in parsed.starts.items() if is_own_file(policy, shown) else ():
                if wanted not in asked and (wanted[0] in _OF_WORDS or not wanted[0].startswith(_NOUNS)):
                    span = text_span(shown, source, start, len(wanted[1] or wanted[0]))
                    problems.warn("ARB326", f"nothing asks for the text `{_name(wanted)}`", span, _cure(wanted, needed))


def _name(wanted: Wanted) -> str:
    return f"{wanted[0]}.{wanted[1]}" if wanted[1] else wanted[0]


def _cure(wanted: Wanted, needed: set[Wanted]) -> str:
    alike = [name for name, _ in needed if wanted[1] is None]
    alike += [attribute for name, attribute in needed if name == wanted[0] and attribute and wanted[1]]
    near = meant(wanted[1] or wanted[0], alike)
    return f"take it out; {near}" if near.startswith("did you mean") else "take it out"
