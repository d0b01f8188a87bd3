"""A region's form as an administrator posts it."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from region_overlays.models import Region

CODE = "14"


def facts_of(region: Region, **other: Any) -> dict[str, Any]:
    """What the form holds of a region as it is, but for the others."""
    return {
        "name": region.name,
        "short_name": region.short_name,
        "url": region.url,
        "contact": region.contact,
        "logo": region.logo_id or "",
        "languages": region.languages,
        "kinds": region.kinds,
        "approval_path": region.approval_path,
        "approving_bodies": [body.pk for body in region.approving_bodies.all()],
    } | other


def save(client: Client, *, links: tuple[dict[str, Any], ...] = (), **other: Any) -> Any:
    """The answer to region 14's form with these facts changed."""
    facts = facts_of(Region.objects.get(pk=CODE), **other)
    formset = inline_formset(list(links))
    data = facts | nested_form_data({"quick_links": formset})
    return client.post(reverse("regions:edit", args=[CODE]), data)
