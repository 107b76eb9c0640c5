"""What every form of a letter shares: strengths as dots, signed amounts, evidence said once."""

from collections.abc import Iterable
from dataclasses import replace

from arbiter.report.letter import Entry, MoneyRow
from arbiter.report.words import Words

PIPS = "○○○○", "●○○○", "●●○○", "●●●○", "●●●●"


def money_text(words: Words, row: MoneyRow) -> str:
    """A row's amount as said, with a minus where it is subtracted."""
    if row.amount is None:
        return words.label("term-missing")
    return ("−" if row.sign < 0 and row.amount.minor else "") + words.money(row.amount)


def said_once(entries: Iterable[Entry], words: Words) -> list[Entry]:
    """Entries that read the same are one, with all their records."""
    found: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        aside = words.say(entry.set_aside) if entry.set_aside else None
        key = (entry.strength, words.say(entry.says), aside)
        first = found.get(key)
        refs = tuple(dict.fromkeys((*first.refs, *entry.refs))) if first else entry.refs
        found[key] = replace(first or entry, refs=refs)
    return list(found.values())
