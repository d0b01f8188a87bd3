"""The time that people write and read."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")
YEARS_OF_NEWS = range(1971, 9999)
"""Earlier and later ones cannot be told in every zone, or in seconds since 1970."""


def in_sweden(moment: datetime) -> datetime:
    """A clock's reading without a zone, as a moment in Sweden.

    Raises ValueError for the hour that is skipped in spring and the one that comes twice in
    autumn: what was meant cannot be known, and a form refuses them too.
    """
    first, second = (moment.replace(tzinfo=SWEDEN, fold=fold) for fold in (0, 1))
    if first.utcoffset() != second.utcoffset():
        raise ValueError(f"the clocks change at {moment:%Y-%m-%d %H:%M}")
    return first
