"""Days on which letters are sent, and what came in whose box."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.core import mail

from cms.digest import send_digests
from content_models.swedish_time import SWEDEN
from tests.factories.published import article, revise
from tests.factories.supplemented import CONTENT, REWORDED, supplemented

DAY = date(2026, 11, 25)


def at(day: date = DAY, hour: int = 7, minute: int = 0) -> int:
    """The worker's step at that time in Sweden; gives the number of letters."""
    now = datetime.combine(day, time(hour, minute), tzinfo=SWEDEN)
    return send_digests(should_stop=lambda: False, now=now)


def morning(day: date = DAY) -> int:
    """The worker has been up since the night."""
    assert at(day, 6, 59) == 0
    return at(day)


def taken() -> dict[str, list[Any]]:
    """Address → its letters since last time."""
    found: dict[str, list[Any]] = {}
    for letter in mail.outbox:
        assert letter.recipients() == letter.to
        [address] = letter.to
        found.setdefault(address.partition("@")[0], []).append(letter)
    mail.outbox.clear()
    return found


def told() -> dict[str, str]:
    """Name → the one letter's words."""
    return {name: letter.body for name, [letter] in taken().items()}


def changed(key: str = "katarakt", **approval: Any) -> Any:
    """An article that regions 12 and 14 have something to settle on."""
    page = supplemented(article(key, title=key.capitalize(), sections=CONTENT))
    return revise(page, sections=REWORDED, approval=approval)
