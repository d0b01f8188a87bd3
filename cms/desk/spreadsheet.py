"""Lists as files, read in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localtime

PIECE = 500


class Pieces:
    """A queryset for Wagtail's export, decorated and held in memory piece by piece."""

    def __init__(self, rows: QuerySet[Any], decorate: Callable[[list[Any]], list[Any]]) -> None:
        self.model = rows.model
        self._rows, self._decorate = rows, decorate

    def __iter__(self) -> Iterator[Any]:
        piece: list[Any] = []
        for row in self._rows.iterator(chunk_size=PIECE):
            piece.append(row)
            if len(piece) == PIECE:
                yield from self._decorate(piece)
                piece = []
        yield from self._decorate(piece)


def as_local(value: datetime | None) -> datetime | None:
    """The time on the wall; a spreadsheet knows no zones."""
    return localtime(value).replace(tzinfo=None, microsecond=0) if value else None
