"""What the database holds that a plan must know, read in a handful of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, WorkflowState

from content_models.documents.rendering import stored
from content_models.languages import language_of
from content_models.models import ApprovingBody, ArticleKey, DiagnosisCode, ProgrammeArea
from region_overlays.models import Region, SupplementPage

from .codes import bare_codes
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
    """One reading of the database: of everything, or of some keys and what they hold."""

    def __init__(self, keys: Collection[str] | None = None) -> None:
        def of(name: str) -> dict[str, Any]:
            return {} if keys is None else {f"{name}__in": keys}

        self.by_subject = {
            record.subject: record for record in ImportedFile.objects.filter(**of("key"))
        }
        self.by_place = {record.place: record for record in self.by_subject.values()}
        self.keys: dict[str, dict[str, HeldKey]] = defaultdict(dict)
        for held in ArticleKey.objects.filter(**of("key")):
            self.keys[held.key][held.language] = HeldKey(held.page_id, held.kind)
        self.supplements: dict[Subject, dict[str, int]] = defaultdict(dict)
        rows = SupplementPage.objects.filter(**of("article_key")).values_list(
            "article_key", "locale_id", "region_id", "supplement_id", "pk"
        )
        for key, locale_id, region, supplement, pk in rows:
            self.supplements[key, language_of(locale_id), region][supplement] = pk
        self.regions = Region.objects.in_bulk()
        # Only pages that an import may meet: those with a key and the supplements.
        pages = Page.objects.filter(depth__gt=2)
        if keys is not None:
            pages = pages.filter(pk__in=self._named_pages()).select_for_update()
        self.pages = {
            row[0]: HeldPage(*row)
            for row in pages.values_list("pk", "live", "locked", "latest_revision_id")
        }

    def kinds_of(self, key: str) -> set[str]:
        """None if there is no article with the key, else one."""
        return {held.kind for held in self.keys.get(key, {}).values()}

    def _named_pages(self) -> set[int]:
        articles = {held.page_id for found in self.keys.values() for held in found.values()}
        return articles.union(*(found.values() for found in self.supplements.values()))


@dataclass(frozen=True, slots=True)
class Names:
    """The approving bodies and programme areas that are known."""

    bodies: set[str]
    areas: set[str]

    @classmethod
    def read(cls) -> Names:
        return cls(
            set(ApprovingBody.objects.values_list("name", flat=True)),
            set(ProgrammeArea.objects.values_list("name", flat=True)),
        )


def markers(codes: Iterable[str]) -> dict[str, str]:
    """Known codes among these → their marker († + * or none)."""
    wanted = bare_codes(codes)
    found: dict[str, str] = {}
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        rows = DiagnosisCode.objects.filter(code__in=chunk).values_list("code", "marker")
        found.update(rows)
    return found


def in_workflow(page_ids: Iterable[int]) -> set[int]:
    """Those of the pages that someone is reviewing."""
    wanted = {str(pk) for pk in page_ids}
    states = WorkflowState.objects.active().values_list("object_id", flat=True)
    return {int(pk) for pk in states if pk in wanted}


def national_content(page_id: int, *, publish: bool) -> Any:
    """An article as supplements are anchored in it: published ones in what is published."""
    page = Page.objects.get(pk=page_id).specific
    return page if publish and page.live else page.get_latest_revision_as_object()


def latest(page_id: int) -> Any:
    """A page with its latest revision's content."""
    return Page.objects.get(pk=page_id).specific.get_latest_revision_as_object()


def outline_of(page: Any) -> dict[str, int]:
    """Section id → number of blocks."""
    return {
        child["value"]["section_id"]: len(child["value"]["blocks"])
        for child in stored(page.sections)
    }
