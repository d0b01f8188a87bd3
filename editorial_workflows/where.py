"""Pages by title and with a link, for those who may be told of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from content_models.in_use.places import ShownPage
from editorial_workflows.reading import readable_pages


def pages_shown_to(user: Any, pks: Collection[int]) -> list[ShownPage]:
    """See content_models.in_use.places; the number of queries does not grow with the pages."""
    readable = set(readable_pages(user).filter(pk__in=pks).values_list("pk", flat=True))
    pages = Page.objects.filter(pk__in=pks).select_related("locale")
    shown = (pages.filter(pk__in=readable) | pages.filter(live=True)).order_by("title", "pk")
    return [
        ShownPage(
            pk=page.pk,
            title=page.draft_title if page.pk in readable else page.title,
            kind=_kind(page),
            url=reverse("approvals:read", args=[page.pk]) if page.pk in readable else None,
            is_live=page.live,
            is_readable=page.pk in readable,
        )
        for page in shown
    ]


def _kind(page: Page) -> str:
    model = page.cached_content_type.model_class()
    return f"{model._meta.verbose_name}, {page.locale}" if model else str(page.locale)
