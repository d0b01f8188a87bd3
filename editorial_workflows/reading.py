"""Who may read drafts: everyone with a national role the national ones, a region its own."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from content_models.editions.editioned import EditionedPage
from content_models.models import NationalRootPage
from editorial_workflows.mandates import Role, mandates_of
from editorial_workflows.submissions import scope_of
from region_overlays.models import RegionPage

NATIONAL_READERS = frozenset(
    {
        *(Role.ADMINISTRATOR, Role.NATIONAL_EDITOR, Role.NATIONAL_EXPERT),
        *(Role.NATIONAL_APPROVER, Role.YOUTH_EDITOR, Role.DRAFT_READER),
    }
)
READERS_OF_EVERYTHING = frozenset({Role.ADMINISTRATOR, Role.DRAFT_READER})


def may_read(user: Any, page: Any) -> bool:
    """Whether the user may read the drafts of an article or a supplement."""
    if user.is_superuser:
        return True
    _area, region = scope_of(page)
    mandates = mandates_of(user)
    if region is None:
        return any(mandate.role in NATIONAL_READERS for mandate in mandates)
    return any(
        mandate.role in READERS_OF_EVERYTHING or mandate.region_id == region for mandate in mandates
    )


def readable_drafts(user: Any) -> QuerySet[Page]:
    """The pages with something that is not published, that the user may read; latest first."""
    drafts = Page.objects.type(EditionedPage).filter(has_unpublished_changes=True)
    found = drafts.none()
    roles = {mandate.role for mandate in mandates_of(user)}
    everything = user.is_superuser or bool(roles & READERS_OF_EVERYTHING)
    if everything or roles & NATIONAL_READERS:
        for home in NationalRootPage.objects.all():
            found = found | drafts.descendant_of(home)
    regions = RegionPage.objects.all()
    if not everything:
        regions = regions.filter(region__in=[m.region_id for m in mandates_of(user) if m.region_id])
    for region in regions:
        found = found | drafts.descendant_of(region)
    ordered: QuerySet[Page] = found.select_related("locale").order_by("-latest_revision_created_at")
    return ordered
