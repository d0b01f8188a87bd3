"""Where a region's own screens meet Wagtail's admin: addresses, buttons, a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.urls.resolvers import URLResolver
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from content_models.languages import language_of
from editorial_workflows.reading import reads_region
from editorial_workflows.supplementing.addresses import URLS
from region_overlays.models import SupplementPage


def addresses() -> list[URLResolver]:
    """For Wagtail's hook register_admin_urls."""
    return [path("regional/", include((URLS, "supplementing")))]


def header_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """For Wagtail's hook register_page_header_buttons."""
    supplement = page.specific
    if not isinstance(supplement, SupplementPage) or not reads_region(user, supplement.region_id):
        return
    article = (supplement.region_id, language_of(page.locale_id), supplement.article_key)
    yield Button(
        _("The article with the region's supplements"),
        f"{reverse('supplementing:outline', args=article)}#supplement-{page.pk}",
        icon_name="pick",
        priority=60,
    )
    if page.permissions_for_user(user).can_edit():
        yield Button(
            _("Move to another place"),
            reverse("supplementing:move", args=[page.pk]),
            icon_name="arrow-right-full",
            priority=61,
        )
    if page.live:
        yield Button(
            _("Changes in the national text"),
            reverse("supplementing:settle", args=[page.pk]),
            icon_name="history",
            priority=62,
        )


def scripts() -> SafeString:
    """For Wagtail's hook insert_editor_js: advice follows what is written."""
    return format_html(
        '<script src="{}" data-supplement-advice-of="{}" defer></script>',
        static("editorial_workflows/supplementing.js"),
        reverse("supplementing:advice", args=[0]),
    )
