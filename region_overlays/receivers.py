"""What regions do when Wagtail moves; connected in apps.py."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Page

from region_overlays.pages import RegionPage, SupplementPage


def keep_supplements_in_their_region(
    instance: Page, parent_page_after: Page, **_kwargs: Any
) -> None:
    """A supplement belongs to its region for good: moving it would publish it for another."""
    supplement = SupplementPage.objects.filter(pk=instance.pk).first()
    if supplement is None:
        return
    target = RegionPage.objects.filter(pk=parent_page_after.pk).first()
    if target is None or target.region_id != supplement.region_id:
        raise PermissionDenied(_("A supplement cannot be moved out of its region."))
