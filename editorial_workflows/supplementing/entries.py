"""A region's supplements to an article, drafts and published, as its people see them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from content_models.documents.citations import DanglingCitation
from content_models.documents.files import FileMissing
from content_models.editions.models import CurrentEdition
from editorial_workflows.submissions import Submission
from editorial_workflows.supplementing.outline import Entry, Json
from region_overlays.models import SupplementPage, SupplementStanding
from region_overlays.place_panel import STATUS_NAMES
from region_overlays.staleness import Status


def entries_on(key: str, language: str, region: str) -> list[Entry]:
    """Those that are live or drafts; what was taken down and not begun anew is left out."""
    pages = SupplementPage.objects.filter(
        article_key=key, locale__language_code=language, region=region
    ).select_related("latest_revision", "region", "locale", "approving_body")
    found = list(pages)
    return list(_entries(found, [page.pk for page in found]))


def _entries(pages: list[Any], pks: list[int]) -> Iterator[Entry]:
    live = {
        one.page_id: json.loads(one.edition.document)
        for one in CurrentEdition.objects.filter(page_id__in=pks, tombstone=False).select_related(
            "edition"
        )
    }
    standings = SupplementStanding.objects.live().filter(page_id__in=pks)
    by_page = {one.page_id: one for one in standings}
    reviewed = set(
        Submission.objects.under_review().filter(page_id__in=pks).values_list("page_id", flat=True)
    )
    for page in pages:
        document = live.get(page.pk) or _draft(page)
        standing = by_page.get(page.pk)
        status = standing.as_of(localdate()) if standing else None
        yield Entry(
            page=page,
            document=document,
            position=document["position"],
            standing=_said(standing, status),
            is_unsettled=status is not None and status is not Status.CURRENT,
            progress=_progress(page, is_reviewed=page.pk in reviewed),
        )


def _said(standing: SupplementStanding | None, status: Status | None) -> str:
    if standing is None or status is None:
        return ""
    if standing.is_withheld and status is not Status.EXPIRED:
        return _("Withheld after a safety change, until it is confirmed")
    return str(STATUS_NAMES[status])


def _progress(page: Any, *, is_reviewed: bool) -> str:
    if is_reviewed:
        return _("Under review")
    if not page.live:
        return _("Taken down") if page.first_published_at else _("Draft, never published")
    return _("Published, with changes") if page.has_unpublished_changes else _("It is published")


def _draft(page: Any) -> Json:
    """The latest draft's document; without its text where that cannot be rendered."""
    draft = page.get_latest_revision_as_object()
    try:
        document: Json = json.loads(draft.document().model_dump_json())
    except (DanglingCitation, FileMissing):
        document = {
            "id": draft.supplement_id,
            "anchor": draft.anchor,
            "position": draft.position,
            "blocks": [],
        }
    return document
