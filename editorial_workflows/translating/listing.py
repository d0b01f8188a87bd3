"""Every text that a user may read, and how each of its languages stands.

A constant number of statements, however many texts there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail_localize.models import Translation

from content_models.editions.models import CurrentEdition
from content_models.languages import locale_of
from content_models.models import ARTICLE_MODELS
from content_models.vocabulary import SOURCE_LANGUAGE
from editorial_workflows.reading import readable_pages
from editorial_workflows.submissions import Submission
from editorial_workflows.translating.source_changes import published_as
from editorial_workflows.translating.standing import Published, Standing, standings_of
from region_overlays.models import SupplementPage
from region_overlays.pages import SUPPLEMENT_KIND


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in one language."""

    language: str
    page_id: int | None
    standings: tuple[Standing, ...]
    is_synced: bool
    """Kept in step with its source by wagtail-localize; else a text of its own."""

    @property
    def lags(self) -> bool:
        return bool({Standing.OUT_OF_DATE, Standing.HELD_BACK}.intersection(self.standings))


@dataclass(frozen=True, slots=True)
class Row:
    """A text in the source language and its translations."""

    page_id: int
    title: str
    kind: str
    region: str
    cells: tuple[Cell, ...]


def target_languages() -> list[str]:
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code != SOURCE_LANGUAGE]


def kinds() -> dict[str, type[Any]]:
    """Kind → its model, supplements last."""
    articles = {model.kind.value: model for model in ARTICLE_MODELS}
    return articles | {SUPPLEMENT_KIND: SupplementPage}


def sources_for(user: Any, *, kind: str = "", words: str = "") -> QuerySet[Page]:
    """The texts in the source language that the user may read, by title."""
    found: QuerySet[Page] = readable_pages(user).filter(locale=locale_of(SOURCE_LANGUAGE))
    if kind:
        found = found.filter(content_type=ContentType.objects.get_for_model(kinds()[kind]))
    if words:
        found = found.filter(draft_title__icontains=words)
    return found.order_by("draft_title", "pk")


def rows_of(sources: Iterable[Page], languages: Sequence[str]) -> list[Row]:
    """The rows of these pages, in their order; five statements for every batch."""
    pages = list(sources)
    found = _Found.about(pages)
    kind_of = {ContentType.objects.get_for_model(model).pk: kind for kind, model in kinds().items()}
    cell = partial(_cell, found)
    return [
        Row(
            page_id=page.pk,
            title=page.draft_title,
            kind=kind_of.get(page.content_type_id, ""),
            region=found.regions.get(page.pk, ""),
            cells=tuple(cell(page, language) for language in languages),
        )
        for page in pages
    ]


def with_standing(rows: Iterable[Row], standing: Standing) -> list[Row]:
    """Those that stand so in one of their languages."""
    return [row for row in rows if any(standing in cell.standings for cell in row.cells)]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the cells are made from, by page id."""

    translations: dict[tuple[UUID, int], Page]
    published: dict[int, Published | None]
    reviewed: set[int]
    synced: set[tuple[UUID, int]]
    regions: dict[int, str]

    @classmethod
    def about(cls, pages: Collection[Page]) -> _Found:
        keys = [page.translation_key for page in pages]
        others = [
            page
            for some in _in_batches(keys)
            for page in Page.objects.filter(translation_key__in=some)
        ]
        ids = [page.pk for page in others]
        return cls(
            translations={(page.translation_key, page.locale_id): page for page in others},
            published=_published(ids),
            reviewed=set(Submission.objects.under_review().values_list("page_id", flat=True)),
            synced={pair for some in _in_batches(keys) for pair in _synced(some)},
            regions={pk: name for some in _in_batches(ids) for pk, name in _regions(some)},
        )


BATCH = 5_000
"""Fewer than the parameters that SQLite takes; a page of the list is one batch."""


def _in_batches(items: Sequence[Any]) -> Iterable[list[Any]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _synced(keys: Collection[UUID]) -> QuerySet[Translation, tuple[UUID, int]]:
    enabled: QuerySet[Translation, tuple[UUID, int]] = Translation.objects.filter(
        enabled=True, source__object_id__in=keys
    ).values_list("source__object_id", "target_locale_id")
    return enabled


def _regions(ids: Collection[int]) -> QuerySet[SupplementPage, tuple[int, str]]:
    found: QuerySet[SupplementPage, tuple[int, str]] = SupplementPage.objects.filter(
        pk__in=ids
    ).values_list("pk", "region__name")
    return found


def _published(ids: Sequence[int]) -> dict[int, Published | None]:
    rows: dict[int, list[CurrentEdition]] = defaultdict(list)
    for some in _in_batches(ids):
        for row in CurrentEdition.objects.filter(page_id__in=some):
            rows[row.page_id].append(row)
    # A page that was another part before has a tombstone of that, too.
    return {
        page_id: published_as(max(found, key=lambda row: row.edition_id))
        for page_id, found in rows.items()
    }


def _cell(found: _Found, source: Page, language: str) -> Cell:
    locale = locale_of(language)
    page = found.translations.get((source.translation_key, locale.pk))
    return Cell(
        language=language,
        page_id=page.pk if page else None,
        standings=standings_of(
            language,
            exists=page is not None,
            has_changes=bool(page and page.has_unpublished_changes),
            is_reviewed=bool(page and page.pk in found.reviewed),
            own=found.published.get(page.pk) if page else None,
            source=found.published.get(source.pk),
        ),
        is_synced=(source.translation_key, locale.pk) in found.synced,
    )
