"""Who enters a region's screens, and who writes there."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from editorial_workflows.reading import reads_region
from region_overlays.models import Region, RegionPage, SupplementPage


def region_for(user: Any, code: str) -> Region:
    """Raises Http404 and PermissionDenied."""
    region = get_object_or_404(Region, pk=code)
    if not reads_region(user, code):
        raise PermissionDenied
    return region


def page_to_write_under(user: Any, code: str, language: str) -> RegionPage | None:
    """The region's page in the language, if the user may add supplements beneath it."""
    page: RegionPage | None = RegionPage.objects.filter(
        region=code, locale__language_code=language
    ).first()
    if page is None or not page.permissions_for_user(user).can_add_subpage():
        return None
    return page


def supplement_for(user: Any, page_id: int) -> SupplementPage:
    """A supplement whose drafts the user may read; raises Http404 and PermissionDenied."""
    # Asked like this, a number that no database holds is one that is not there.
    get_object_or_404(Page, pk=page_id)
    page = SupplementPage.objects.filter(pk=page_id).select_related("region", "locale").first()
    if page is None:
        raise Http404("there is no such supplement")
    if not reads_region(user, page.region_id):
        raise PermissionDenied
    return page


def permissions_on(page: SupplementPage, user: Any) -> Any:
    """What the user may do with it; see `EditorialPermissions`."""
    return page.permissions_for_user(user)
