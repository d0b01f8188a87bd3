"""The read side of the ledger: what everything downstream – API, index, feeds – starts from.

Each function is one SQL statement, so that what it gives is one state of the ledger even while
others publish.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Case, F, Max, Min, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce

from content_models.editions.models import CurrentEdition, Edition
from content_models.editions.moments import time_of
from content_models.editions.parts import Part
from content_models.editions.prepared import Prepared
from content_models.vocabulary import ChangeClass


class StoredEdition(NamedTuple):
    """An edition as it was appended; `document` is empty for a tombstone."""

    sequence: int
    part: str
    key: str
    language: str
    region: str
    supplement: str
    kind: str
    tombstone: bool
    document: str
    sha256: str
    approved_on: date | None
    approved_by: str
    change_class: str
    note: str
    valid_from: datetime
    safety_changes: dict[str, int]
    is_self: bool

    def as_part(self) -> Part:
        return Part(self.key, self.language, self.region, self.supplement)

    def parsed(self) -> dict[str, Any]:
        """The document as plain values; empty for a tombstone."""
        value: dict[str, Any] = json.loads(self.document) if self.document else {}
        return value


@dataclass(frozen=True, slots=True)
class LivePart:
    """A part's latest edition (possibly a tombstone) and what its history says."""

    edition: StoredEdition
    first_published: datetime
    substantive_sequence: int
    safety_sequence: int


EDITION_FIELDS = StoredEdition._fields
CURRENT_FIELDS = (
    *(f"edition__{name}" for name in EDITION_FIELDS),
    *("first_published", "substantive_sequence", "safety_sequence"),
)
TIMES = ("edition__valid_from", "first_published")

CURRENT_PARTS = Prepared(
    lambda key, national, region: CurrentEdition.objects.filter(
        Q(key=key) & (Q(region=national) | Q(region=region))
    ).values_list(*(time_of(name) if name in TIMES else name for name in CURRENT_FIELDS)),
    samples=("key", "national", "region"),
)
_IS_EDITORIAL = Q(change_class=ChangeClass.EDITORIAL)
_IS_SAFETY = Q(change_class=ChangeClass.SAFETY)


def current_parts(key: str, region: str | None = None) -> list[LivePart]:
    """Every language of an article, and with a region that region's supplements to it."""
    return _live_parts(CURRENT_PARTS.rows(key, "", region or ""))


def current_parts_of_every_region(key: str) -> list[LivePart]:
    """Every language of an article and all that any region has published on it."""
    return _live_parts(CurrentEdition.objects.filter(key=key).values_list(*CURRENT_FIELDS))


def parts_as_of(key: str, region: str | None, moment: datetime) -> list[LivePart]:
    """What `current_parts` would have given at that time, from the editions alone."""
    regions = [""] if region is None else ["", region]
    return _as_of(Edition.objects.filter(key=key, region__in=regions), moment)


def parts_of_every_region_as_of(key: str, moment: datetime) -> list[LivePart]:
    """What `current_parts_of_every_region` would have given at that time."""
    return _as_of(Edition.objects.filter(key=key), moment)


def _as_of(editions: QuerySet[Edition], moment: datetime) -> list[LivePart]:
    def over_part(expression: Any) -> Window:
        return Window(expression, partition_by=F("part"))

    more_than_editorial = Case(When(~_IS_EDITORIAL, tombstone=False, then=F("sequence")))
    rows = (
        editions.filter(valid_from__lte=moment)
        .annotate(
            latest=over_part(Max("sequence")),
            first_published=over_part(Min("valid_from")),
            substantive_sequence=Coalesce(
                over_part(Max(more_than_editorial)), over_part(Min("sequence"))
            ),
            safety_sequence=Coalesce(
                over_part(Max(Case(When(_IS_SAFETY, then=F("sequence"))))), Value(0)
            ),
        )
        .filter(sequence=F("latest"))
        .values_list(*EDITION_FIELDS, "first_published", "substantive_sequence", "safety_sequence")
    )
    return _live_parts(rows)


def _live_parts(rows: Iterable[Sequence[Any]]) -> list[LivePart]:
    width = len(EDITION_FIELDS)
    return [LivePart(StoredEdition(*row[:width]), *row[width:]) for row in rows]


def live_edition(part: Part) -> StoredEdition | None:
    """What readers have of a part now."""
    live = CurrentEdition.objects.filter(part=str(part), tombstone=False)
    row = live.values_list(*(f"edition__{name}" for name in EDITION_FIELDS)).first()
    return StoredEdition(*row) if row else None


def edition(sequence: int) -> StoredEdition | None:
    """One edition by its number."""
    row = Edition.objects.filter(pk=sequence).values_list(*EDITION_FIELDS).first()
    return StoredEdition(*row) if row else None


def editions_after(sequence: int, *, limit: int, documents: bool = True) -> list[StoredEdition]:
    """The editions that follow, in order, tombstones included.

    Without `documents` they are left empty, and not read: a feed of a thousand needs none.
    """
    columns: list[Any] = list(EDITION_FIELDS)
    if not documents:
        columns[columns.index("document")] = Value("")
    rows = Edition.objects.filter(pk__gt=sequence).order_by("pk").values_list(*columns)
    return [StoredEdition(*row) for row in rows[:limit]]


def live_editions() -> Iterator[StoredEdition]:
    """Every part's current edition that is no tombstone, by sequence; for rebuilding an index."""
    rows = (
        CurrentEdition.objects.filter(tombstone=False)
        .order_by("edition_id")
        .values_list(*(f"edition__{name}" for name in EDITION_FIELDS))
    )
    for row in rows.iterator(chunk_size=500):
        yield StoredEdition(*row)


def database_answers() -> bool:
    """A round trip; raises django.db.Error when the database is away."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone())
