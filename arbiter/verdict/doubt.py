"""Kinds of which a record could not be read: what it would say is unknown, not false."""

from collections.abc import Iterable, Mapping

from arbiter.verdict.notices import notices_of, told_by
from evidence import SUBMITTERS, Item, Kinds

# A record that was refused for what it holds, and not for who sent it or when.
UNREADABLE = frozenset({"ARB421", "ARB422", "ARB423", "ARB427", "ARB428", "ARB429", "ARB430"})


def doubtful_kinds(items: Iterable[Item], kinds: Kinds) -> Mapping[str, tuple[str, ...]]:
    """The kinds, each with who sent such a record. Only whoever may send a kind can put it in doubt.

    A closed notice that showed the record to its sender ends the doubt: what was not sent again counts as not sent.
    """
    everything = list(items)
    told = told_by(item for item in notices_of(everything) if item.admission.status != "rejected")
    found: dict[str, tuple[str, ...]] = {}
    for item in everything:
        sender, unreadable = item.submitted_by, item.admission.code in UNREADABLE
        if item.admission.status != "rejected" or not unreadable or not sender or (sender, item.id) in told:
            continue
        declared = kinds.declared.get(item.kind)
        if sender in (declared.submitters if declared else SUBMITTERS.get(item.kind, frozenset())):
            found[item.kind] = tuple(dict.fromkeys((*found.get(item.kind, ()), sender)))
    return found
