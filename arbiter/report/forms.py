"""What every form of a letter shares: strengths as dots, signed amounts, evidence said once."""

from collections.abc import Iterable
from dataclasses import replace

from arbiter.report.letter import Entry, MoneyRow, Number
from arbiter.report.words import Words

# So many records and more are told as ranges.
LONG = 5
PIPS = "○○○○", "●○○○", "●●○○", "●●●○", "●●●●"


def money_text(words: Words, row: MoneyRow) -> str:
    """A row's amount as said, with a minus where it is subtracted."""
    if row.amount is None:
        return words.label("term-missing")
    if isinstance(row.amount, Number):
        return ("−" if row.sign < 0 and row.amount.value else "") + words.number(row.amount)
    return ("−" if row.sign < 0 and row.amount.minor else "") + words.money(row.amount)


def refs_text(words: Words, refs: Iterable[str]) -> str:
    """Records by their numbers; long rows of neighbours as ranges, E3–E9."""
    return words.listed(text for text, _ in cited(refs))


def cited(refs: Iterable[str]) -> list[tuple[str, str]]:
    """Records as they are cited: a number or a range of them, and the first that it names."""
    named = list(refs)
    numbers = sorted(int(ref.removeprefix("E")) for ref in named)
    if len(numbers) < LONG:
        return [(ref, ref) for ref in named]
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [(f"E{run[0]}" if len(run) == 1 else f"E{run[0]}–E{run[-1]}", f"E{run[0]}") for run in runs]


def said_once(entries: Iterable[Entry], words: Words) -> list[Entry]:
    """Entries that read the same are one, with all their records."""
    found: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        aside = words.say(entry.set_aside) if entry.set_aside else None
        quote = words.say(entry.quote) if entry.quote else None
        key = (entry.strength, words.say(entry.says), aside, quote)
        first = found.get(key)
        refs = tuple(dict.fromkeys((*first.refs, *entry.refs))) if first else entry.refs
        found[key] = replace(first or entry, refs=refs)
    return list(found.values())
