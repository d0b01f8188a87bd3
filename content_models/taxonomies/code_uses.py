"""The articles on diagnosis codes: as published, and as their latest drafts say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KT
from wagtail.models import Page, Revision

from content_models.pages.article import ArticleCode
from content_models.taxonomies.diagnosis import DiagnosisCode

Pair = tuple[int, int]
"""A code's primary key and a page's."""


def published_on(nodes: QuerySet[DiagnosisCode]) -> set[Pair]:
    """What published articles are on; one query."""
    rows = ArticleCode.objects.filter(code__in=nodes.order_by(), page__live=True)
    return set(rows.values_list("code_id", "page_id"))


def drafted_on(nodes: QuerySet[DiagnosisCode], pages: QuerySet[Page, Any]) -> set[Pair]:
    """What the latest drafts of these pages are on, where they are not what is published.

    Two queries; of each draft only its codes are read.
    """
    drafts = pages.filter(Q(has_unpublished_changes=True) | Q(live=False))
    rows = Revision.objects.filter(pk__in=drafts.order_by().values("latest_revision"))
    wanted = set(nodes.values_list("pk", flat=True))
    held = rows.annotate(codes=KT("content__article_codes")).values_list("object_id", "codes")
    return {
        (code, int(page_id))
        for page_id, children in held
        for code in _codes_in(children)
        if code in wanted
    }


def _codes_in(held: str | list[dict[str, Any]] | None) -> Iterator[int]:
    children = json.loads(held) if isinstance(held, str) else held
    for child in children or ():
        if child.get("code"):
            yield int(child["code"])
