"""The article on the same subject for the other audience, as long as it is published."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from cms.api.reference import Reference
from content_models.editions.prepared import Prepared
from content_models.models import ListedArticle
from region_overlays.languages import chain_of

TITLES = Prepared(
    lambda key: ListedArticle.objects.filter(key=key).values_list("language", "kind", "title"),
    samples=("key",),
)


def counterpart_of(key: str | None, language: str, reference: Reference) -> dict[str, Any] | None:
    """In the language or the first of its fallbacks that is live; None if there is none."""
    if not key:
        return None
    chain = chain_of(language, settings.LANGUAGE_FALLBACKS)
    found = sorted(
        (row for row in TITLES.rows(key) if row[0] in chain), key=lambda row: chain.index(row[0])
    )
    if not found:
        return None
    language, kind, title = found[0]
    path = reference.addresses([key])[key].get(language, "")
    return {"key": key, "kind": kind, "title": title, "path": path}
