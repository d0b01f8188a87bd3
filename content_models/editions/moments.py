"""Times read as text, for what every composition reads: two times of every part.

Django parses them with a loader in Python on PostgreSQL and with a regular expression on SQLite;
what both databases give as text, Python's own parser reads many times faster.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.models import F, TextField
from django.db.models.functions import Cast


class MomentField(TextField):  # type: ignore[type-arg]
    """Only for reading: the text of a time → the time; SQLite's says nothing of UTC, and is."""

    def from_db_value(self, value: str, *_: Any) -> datetime:
        found = datetime.fromisoformat(value)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def time_of(name: str) -> Cast:
    """A query's column that holds a time and is never null, read as text."""
    return Cast(F(name), MomentField())
