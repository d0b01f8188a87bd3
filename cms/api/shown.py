"""News have their time: when what is shown changes though nothing is published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import chain
from typing import Any

from content_models.editions.head import LedgerPosition
from content_models.models import ListedArticle


class _Boundaries:
    """The moments at which news begin and end, as of one position of the ledger."""

    def __init__(self, position: LedgerPosition) -> None:
        self.position = position
        rows = ListedArticle.objects.timed().values_list("show_from", "show_until")
        self.moments = sorted(moment for moment in chain.from_iterable(rows) if moment)


_latest: _Boundaries | None = None


def shown_since(position: LedgerPosition, now: datetime) -> datetime | None:
    """The latest moment until `now` at which something began or ended; None if nothing has."""
    global _latest  # noqa: PLW0603 - one reading a process is what this module is
    if _latest is None or _latest.position != position:
        _latest = _Boundaries(position)
    passed = [moment for moment in _latest.moments if moment <= now]
    return passed[-1] if passed else None


def forget() -> None:
    """Let go of what was read: for tests, whose rollbacks move the ledger back."""
    global _latest  # noqa: PLW0603
    _latest = None


def is_yet_to_come(document: Mapping[str, Any], now: datetime) -> bool:
    begins = document.get("show_from")
    return begins is not None and datetime.fromisoformat(begins) > now


def is_over(document: Mapping[str, Any], now: datetime) -> bool:
    """The end itself is over."""
    ends = document.get("show_until")
    return ends is not None and datetime.fromisoformat(ends) <= now
