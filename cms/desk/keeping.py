"""Keeping the desk's rows in step with their pages; connected in apps.py."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from unicodedata import normalize

from wagtail.models import Page

from cms.desk.row import DeskRow
from content_models.editions.listing import swedish_order
from content_models.languages import language_of
from content_models.models import ARTICLE_MODELS
from region_overlays.models import SupplementPage
from region_overlays.pages import SUPPLEMENT_KIND

MODELS: tuple[Any, ...] = (*ARTICLE_MODELS, SupplementPage)
SENDERS: tuple[Any, ...] = (*MODELS, Page)
"""A page may be saved as what it is, or as the mere page that it also is."""
BATCH = 200
PAGE_FIELDS = ("pk", "title", "draft_title", "locale_id", "review_by")
ARTICLE_FIELDS = (*PAGE_FIELDS, "key", "programme_area_id", "counterpart_key")
SUPPLEMENT_FIELDS = (*PAGE_FIELDS, "article_key", "region_id")
SHOWN = {
    *("title", "draft_title", "review_by", "key", "programme_area", "programme_area_id"),
    *("counterpart_key", "article_key", "region", "region_id", "locale", "locale_id"),
}
KEPT = [field.name for field in DeskRow._meta.fields if not field.primary_key]


def keep_row(
    sender: Any,
    instance: Any,
    created: bool = False,
    update_fields: Collection[str] | None = None,
    **_: Any,
) -> None:
    """A post_save receiver.

    The object that is saved may hold a draft's words while its table keeps the published ones, so
    they are read from the table; from the object only where that has just become the row.
    """
    model = instance.specific_class if sender is Page else sender
    if model not in MODELS:
        return
    if created and sender is model:
        values = {name: getattr(instance, name) for name in fields_of(model)}
        _put([row_of(model, values)])
    elif update_fields is None or not SHOWN.isdisjoint(update_fields):
        write_rows(model, [instance.pk])


def fields_of(model: Any) -> tuple[str, ...]:
    return SUPPLEMENT_FIELDS if issubclass(model, SupplementPage) else ARTICLE_FIELDS


def write_rows(model: Any, pages: Collection[int]) -> None:
    """Make, or make anew, the rows of these pages of one type."""
    _put(rows_of(model, pages))


def rows_of(model: Any, pages: Collection[int]) -> list[DeskRow]:
    """The rows as they should be, not saved."""
    found = model.objects.filter(pk__in=pages).values(*fields_of(model))
    return [row_of(model, values) for values in found]


def _put(rows: list[DeskRow]) -> None:
    DeskRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page"], update_fields=KEPT
    )


def ensure_rows(**_: Any) -> None:
    """A post_migrate receiver, idempotent: rows for the pages that have none."""
    for model in MODELS:
        missing = model.objects.filter(desk_row=None).order_by("pk")
        _in_batches(model, list(missing.values_list("pk", flat=True)))


def rebuild_rows() -> int:
    """Every row anew; gives how many there are."""
    pages: list[int] = []
    for model in MODELS:
        found = list(model.objects.order_by("pk").values_list("pk", flat=True))
        _in_batches(model, found)
        pages += found
    return len(pages)


def _in_batches(model: Any, pages: list[int]) -> None:
    for start in range(0, len(pages), BATCH):
        write_rows(model, pages[start : start + BATCH])


def row_of(model: Any, values: dict[str, Any]) -> DeskRow:
    """Pure: a page's values → its row."""
    draft = values["draft_title"] or values["title"]
    key = values.get("key") or values.get("article_key") or ""
    return DeskRow(
        page_id=values["pk"],
        kind=getattr(model, "kind", SUPPLEMENT_KIND),
        key=key,
        language=language_of(values["locale_id"]),
        region_id=values.get("region_id"),
        area_id=values.get("programme_area_id"),
        review_by=values["review_by"],
        counterpart_key=values.get("counterpart_key", ""),
        title_order=swedish_order(values["title"]),
        draft_order=swedish_order(draft),
        words=words_of(values["title"], key),
        draft_words=words_of(draft, key),
    )


def words_of(title: str, key: str) -> str:
    """What the search field looks in."""
    return folded(f"{title} {key}")


def folded(text: str) -> str:
    """Without case, and with å, ä and ö written one way."""
    return normalize("NFC", text).lower()
