"""What the database holds that a plan must know, read in a handful of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, WorkflowState

from content_models.documents.rendering import stored
from content_models.languages import language_of
from content_models.models import ApprovingBody, ArticleKey, DiagnosisCode, ProgrammeArea
from region_overlays.models import SupplementPage

from .models import ImportedFile

Subject = tuple[str, str, str]
"""Key, language, and region or empty."""


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page as it stands, before the import touches it."""

    pk: int
    live: bool
    locked: bool
    latest_revision_id: int | None


@dataclass(frozen=True, slots=True)
class HeldKey:
    page_id: int
    kind: str


class State:
    """One reading of the database for one run."""

    def __init__(self) -> None:
        records = list(ImportedFile.objects.all())
        self.by_place = {(record.folder, record.path): record for record in records}
        self.by_subject = {record.subject: record for record in records}
        self.keys: dict[str, dict[str, HeldKey]] = defaultdict(dict)
        for held in ArticleKey.objects.all():
            self.keys[held.key][held.language] = HeldKey(held.page_id, held.kind)
        self.supplements: dict[Subject, dict[str, int]] = defaultdict(dict)
        rows = SupplementPage.objects.values_list(
            "article_key", "locale_id", "region_id", "supplement_id", "pk"
        )
        for key, locale_id, region, supplement, pk in rows:
            self.supplements[key, language_of(locale_id), region][supplement] = pk
        # Only pages that an import may meet: those with a key and the supplements.
        self.pages = {
            row[0]: HeldPage(*row)
            for row in Page.objects.filter(depth__gt=2).values_list(
                "pk", "live", "locked", "latest_revision_id"
            )
        }
        self.bodies = set(ApprovingBody.objects.values_list("name", flat=True))
        self.areas = set(ProgrammeArea.objects.values_list("name", flat=True))

    def markers(self, codes: Iterable[str]) -> dict[str, str]:
        """Known codes among these → their marker († + * or none)."""
        wanted = list(dict.fromkeys(codes))
        found: dict[str, str] = {}
        for start in range(0, len(wanted), 500):
            chunk = wanted[start : start + 500]
            rows = DiagnosisCode.objects.filter(code__in=chunk).values_list("code", "marker")
            found.update(rows)
        return found

    def in_workflow(self, page_ids: Iterable[int]) -> set[int]:
        """Those of the pages that someone is reviewing."""
        wanted = {str(pk) for pk in page_ids}
        states = WorkflowState.objects.active().values_list("object_id", flat=True)
        return {int(pk) for pk in states if pk in wanted}


def latest(page_id: int) -> Any:
    """A page with its latest revision's content."""
    return Page.objects.get(pk=page_id).specific.get_latest_revision_as_object()


def outline_of(page: Any) -> dict[str, int]:
    """Section id → number of blocks."""
    return {
        child["value"]["section_id"]: len(child["value"]["blocks"])
        for child in stored(page.sections)
    }
