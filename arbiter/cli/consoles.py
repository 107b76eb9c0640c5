"""Where output goes: results to stdout, everything else to stderr."""

from rich.console import Console
from rich.text import Text

_NO_WRAP = 4000


def out() -> Console:
    """The console for results. Colours only on a terminal, and never with NO_COLOR."""
    return Console(markup=False, highlight=False, emoji=False)


def wide() -> Console:
    """The console for outlines: they wrap on a terminal, and elsewhere each entry stays one line."""
    console = out()
    return console if console.is_terminal else Console(markup=False, highlight=False, emoji=False, width=_NO_WRAP)


def err() -> Console:
    """The console for errors, warnings and progress."""
    return Console(stderr=True, markup=False, highlight=False, emoji=False)


def printable(text: str) -> str:
    """Text that cannot move the cursor or reorder what is read."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def line(*parts: str | tuple[str, str]) -> Text:
    """One line put together from texts, or texts with a style each; made safe to print."""
    text = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        text.append(printable(words), style=style or None)
    return text
