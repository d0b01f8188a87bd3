"""The article with the region's supplements in place, and advice on a draft."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from content_models.editions.reading import StoredEdition
from editorial_workflows.supplementing.access import (
    page_to_write_under,
    region_for,
    supplement_for,
)
from editorial_workflows.supplementing.entries import entries_on
from editorial_workflows.supplementing.outline import Entry, Json, outline_of
from editorial_workflows.views.base import Screen
from region_overlays.models import Region, RegionPage
from region_overlays.participation import takes_part_in_kind, takes_part_in_language
from region_overlays.place_panel import advice_for
from region_overlays.placing import national_beside
from region_overlays.region import SUPPLEMENTED_KINDS


class RegionScreen(Screen):
    """A screen of one region's on one article, in what readers have of it."""

    header_icon = "pick"
    region: Region
    language: str
    key: str

    @cached_property
    def published(self) -> StoredEdition | None:
        """What readers have of it; None for what is not published, or takes no supplements."""
        found = national_beside(self.key, self.language)
        return found if found is not None and found.kind in SUPPLEMENTED_KINDS else None

    @property
    def national(self) -> StoredEdition:
        """Raises Http404."""
        if self.published is None:
            raise Http404("no such article is published in that language")
        return self.published

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("desk:region_articles", args=[self.region.pk]),
                "label": _("Articles of %(region)s") % {"region": self.region},
            },
            {"url": "", "label": self.get_page_title()},
        ]


class OutlineScreen(RegionScreen):
    """Read-only; every block and section end has a way to a new supplement there."""

    template_name = "editorial_workflows/supplementing/outline.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.language, self.key = kwargs["language"], kwargs["key"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.region = region_for(request.user, kwargs["region"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.document["title"])

    @cached_property
    def document(self) -> Json:
        """The article's; of one that is withdrawn what is left of it for its supplements.

        Raises Http404 where there is nothing of the region's either.
        """
        if self.published is not None or not self.entries:
            return self.national.parsed()
        return {"title": self.key, "sections": [], "anchors": {}}

    @cached_property
    def entries(self) -> list[Entry]:
        return entries_on(self.key, self.language, self.region.pk)

    @property
    def has_declined(self) -> bool:
        return self.published is not None and not takes_part_in_kind(
            self.region, self.published.kind
        )

    @cached_property
    def own_page(self) -> RegionPage | None:
        """The region's, for those who write there."""
        return page_to_write_under(self.request.user, self.region.pk, self.language)

    @property
    def parent(self) -> RegionPage | None:
        """Where a new supplement would stand; None where none is written."""
        if self.published is None or self.has_declined:
            return None
        if self.published.language != self.language:
            # A translation may stand in a text that is not; what is new is written in its own.
            return None
        if not takes_part_in_language(self.region, self.language):
            return None
        return self.own_page

    def add_address(self) -> str:
        """The form of a new supplement, which the place is added to."""
        if self.parent is None:
            return ""
        form = ("region_overlays", "supplementpage", self.parent.pk)
        query = urlencode({"article": self.key})
        return f"{reverse('wagtailadmin_pages:add', args=form)}?{query}"

    def get_context_data(self, **kwargs: Any) -> Any:
        # What the address names is in kwargs.
        return super().get_context_data(
            **kwargs | {"region": self.region},
            is_published=self.published is not None,
            outline=outline_of(self.document, self.entries),
            add=self.add_address(),
            may_write=self.parent is not None,
            may_change=self.own_page is not None,
            has_declined=self.has_declined,
        )


class Advice(Screen):
    """What the form shows beneath the place, anew while it is written."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = supplement_for(request.user, kwargs["page_id"])
        advice = advice_for(page.get_latest_revision_as_object())
        return TemplateResponse(request, "region_overlays/advice.html", {"advice": advice})
