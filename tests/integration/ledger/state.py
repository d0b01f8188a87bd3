"""What readers could see, as rows: to say that something changed nothing, or only its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from wagtail.models import Page

from content_models.models import (
    ARTICLE_MODELS,
    CurrentEdition,
    Edition,
    LedgerHead,
    ListedArticle,
    ListedCode,
    Route,
)
from region_overlays.models import SupplementPage

TABLES = (Edition, CurrentEdition, ListedArticle, ListedCode, Route)
Rows = dict[str, Any]


def rows_of(model: type[Any]) -> list[tuple[Any, ...]]:
    return list(model.objects.order_by("pk").values_list())


def published_state() -> Rows:
    """The ledger, what is derived from it, and which pages are live with what."""
    models = [*ARTICLE_MODELS, SupplementPage]
    live = Page.objects.type(*models).live().order_by("pk")
    return {
        **{model.__name__: rows_of(model) for model in TABLES},
        "sequence": LedgerHead.objects.get().sequence,
        "live": list(live.values_list("pk", "title", "slug", "live_revision_id", "url_path")),
    }


@contextmanager
def nothing_published() -> Iterator[None]:
    before = published_state()
    yield
    assert published_state() == before


def sequences() -> list[int]:
    return list(Edition.objects.order_by("pk").values_list("pk", flat=True))


def parts() -> list[tuple[str, bool]]:
    """Part and tombstone of every edition, in order."""
    return list(Edition.objects.order_by("pk").values_list("part", "tombstone"))
