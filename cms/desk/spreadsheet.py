"""Lists as files: read in pieces, and with nothing that a spreadsheet would run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localtime

PIECE = 500
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


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


def as_text(text: str) -> str:
    """For CSV: an apostrophe before what a spreadsheet would calculate."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def as_cell(text: str) -> str:
    """For XLSX, where cells say themselves that they are text, but control characters are not."""
    return NOT_IN_XML.sub("", text)


def as_local(value: datetime | None) -> datetime | None:
    """The time on the wall; a spreadsheet knows no zones."""
    return localtime(value).replace(tzinfo=None, microsecond=0) if value else None
