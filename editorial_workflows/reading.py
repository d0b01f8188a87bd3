"""Who may read drafts: national roles the national ones, a region its own, some of them all."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from content_models.editions.editioned import EditionedPage
from content_models.models import ARTICLE_MODELS
from editorial_workflows.mandates import Role, mandates_of
from editorial_workflows.submissions import scope_of
from region_overlays.models import SupplementPage

NATIONAL_READERS = frozenset(
    {
        *(Role.ADMINISTRATOR, Role.NATIONAL_EDITOR, Role.NATIONAL_EXPERT),
        *(Role.NATIONAL_APPROVER, Role.YOUTH_EDITOR, Role.DRAFT_READER),
    }
)
READERS_OF_EVERYTHING = frozenset({Role.ADMINISTRATOR, Role.NATIONAL_EDITOR, Role.DRAFT_READER})
"""National editors see what their changes do to the regions; they write none of it."""


def may_read(user: Any, page: Any) -> bool:
    """Whether the user may read the drafts of an article or a supplement."""
    if user.is_superuser:
        return True
    _area, region = scope_of(page)
    mandates = mandates_of(user)
    if region is None:
        return any(mandate.role in NATIONAL_READERS for mandate in mandates)
    return reads_region(user, region)


def reads_region(user: Any, region: str) -> bool:
    """Whether the user may read the drafts of a region."""
    return bool(user.is_superuser) or any(
        mandate.role in READERS_OF_EVERYTHING or mandate.region_id == region
        for mandate in mandates_of(user)
    )


def readable_pages(user: Any) -> QuerySet[Page]:
    """The articles and supplements whose drafts the user may read."""
    mandates = mandates_of(user)
    roles = {mandate.role for mandate in mandates}
    everything = user.is_superuser or bool(roles & READERS_OF_EVERYTHING)
    supplements = SupplementPage.objects.all()
    if not everything:
        supplements = supplements.filter(region__in=[m.region_id for m in mandates if m.region_id])
    found: QuerySet[Page] = Page.objects.filter(pk__in=supplements.values("pk"))
    if everything or roles & NATIONAL_READERS:
        found = found | Page.objects.type(*ARTICLE_MODELS)
    return found


def readable_drafts(user: Any) -> QuerySet[Page]:
    """Those with something that is not published; latest first."""
    drafts = readable_pages(user).filter(has_unpublished_changes=True)
    ordered: QuerySet[Page] = drafts.select_related("locale").order_by(
        "-latest_revision_created_at"
    )
    return ordered


def nameable_pages(user: Any) -> QuerySet[Page]:
    """The pages whose titles the user may be shown: a draft's title is a part of the draft."""
    structure = Page.objects.not_type(EditionedPage)
    as_published = Page.objects.type(EditionedPage).filter(live=True, has_unpublished_changes=False)
    found: QuerySet[Page] = structure | as_published | readable_pages(user)
    return found
