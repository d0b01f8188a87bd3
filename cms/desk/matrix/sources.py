"""What the matrix is made of: one statement for each of its parts, however much there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import F, Q, QuerySet

from cms.desk.matrix.cells import Article, Column, Published
from cms.desk.readership import NATIONAL, Readership
from cms.desk.row import DeskRow
from cms.desk.shown import url_of
from content_models.vocabulary import SOURCE_LANGUAGE
from region_overlays.models import Region, SupplementStanding
from region_overlays.region import SUPPLEMENTED_KINDS

SUPPLEMENTED = NATIONAL & Q(page__live=True, language=SOURCE_LANGUAGE, kind__in=SUPPLEMENTED_KINDS)
"""The articles that the matrix is about, as a condition on the desk's rows."""


def regions_for(readership: Readership) -> QuerySet[Region]:
    """All to those who read for the whole country; else those that the user has a mandate in.

    What is published is no secret; how well a region keeps it is for itself and the national.
    """
    regions: QuerySet[Region] = Region.objects.all()
    if readership.reads_national_drafts or readership.reads_regions is None:
        return regions
    return regions.filter(pk__in=readership.reads_regions)


def may_see(readership: Readership) -> bool:
    return readership.reads_national_drafts or readership.reads_supplements


def columns_of(regions: Iterable[Region]) -> list[Column]:
    return [Column(one.code, one.short_name, frozenset(one.kinds)) for one in regions]


def rows() -> QuerySet[DeskRow]:
    """The published titles and areas beside the rows, not whole pages."""
    found = DeskRow.objects.filter(SUPPLEMENTED).only("kind", "key", "region")
    return found.annotate(title=F("page__title"), area_name=F("area__name"))


def articles_of(found: Iterable[DeskRow], readership: Readership) -> list[Article]:
    return [_article(row, readership) for row in found]


def _article(row: DeskRow, readership: Readership) -> Article:
    said: Any = row
    return Article(row.key, row.kind, said.title, said.area_name or "", url_of(row, readership))


def published(regions: Collection[str], language: str) -> list[Published]:
    """The regions' published supplements, to whatever article; no language: in every one."""
    found = SupplementStanding.objects.live().filter(region__in=regions)
    if language:
        found = found.filter(language=language)
    return [Published(*values) for values in found.values_list(*Published._fields)]


def without_article(regions: Collection[str]) -> int:
    """How many published supplements of these regions stand in no row."""
    held = DeskRow.objects.filter(SUPPLEMENTED)
    found = SupplementStanding.objects.live().filter(region__in=regions)
    return found.exclude(key__in=held.values("key")).count()
