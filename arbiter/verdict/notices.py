"""What notices showed a party and asked it for, and whether it had its say."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from evidence import Item


def notices_of(items: Iterable[Item]) -> list[Item]:
    """The notices among records."""
    return [item for item in items if item.kind == "notice"]


def is_closed(notice: Item) -> bool:
    """Answered, or its deadline has passed; until then its answer is `open`."""
    return notice.fields.get("answer") in ("received", "declined", "none")


def shown_by(notice: Item) -> frozenset[str]:
    """The ids of the records that it showed."""
    shown = notice.fields.get("shown")
    return shown if isinstance(shown, frozenset) else frozenset()


def told_by(notices: Iterable[Item]) -> set[tuple[object, str]]:
    """Who has been shown which records by notices that are closed, as (role, id)."""
    return {(notice.fields.get("to"), name) for notice in notices if is_closed(notice) for name in shown_by(notice)}


def asked_for(notices: Sequence[Item], party: str, names: Iterable[str]) -> tuple[bool, datetime | None]:
    """Whether a notice has asked a party for something, and until when the last one still open gives it time."""
    wanted = frozenset(names)
    asking = [one for one in notices if one.fields.get("to") == party and _asks(one) & wanted]
    deadlines = [one.fields.get("deadline") for one in asking if not is_closed(one)]
    return bool(asking), max((one for one in deadlines if isinstance(one, datetime)), default=None)


def _asks(notice: Item) -> frozenset[str]:
    asks = notice.fields.get("asks")
    return asks if isinstance(asks, frozenset) else frozenset()
