"""The panel of a supplement's form that says where it stands, and what to think over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.forms import Media
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from content_models.documents.block_rendering import clean_block
from content_models.documents.rendering import stored
from content_models.editions.reading import StoredEdition
from content_models.languages import language_of
from region_overlays.guidance import Advised, advice_on
from region_overlays.placing import national_beside
from region_overlays.staleness import NationalPart, Status, standing_of

STATUS_NAMES = {
    Status.CURRENT: _("The national text is unchanged"),
    Status.NATIONAL_CHANGED: _("The national text has changed"),
    Status.ANCHOR_LOST: _("Its place in the national text is gone"),
    Status.EXPIRED: _("Its last day has passed"),
    Status.WITHDRAWN: _("Taken down by the region"),
}


@dataclass(frozen=True, slots=True)
class DescribedPlace:
    """Where a draft stands, in words."""

    article: str
    """Its title; its key if it is not published."""
    section: str
    quote: str
    status: Status
    national_html: SafeString
    """What it follows, from an edition; empty at a section's end."""

    @property
    def status_name(self) -> str:
        return str(STATUS_NAMES[self.status])


def describe(page: Any) -> DescribedPlace:
    """The draft's place in what readers have of the article."""
    edition = national_beside(page.article_key, language_of(page.locale_id))
    if edition is None:
        return DescribedPlace(
            page.article_key, page.section_id, page.anchor_quote, Status.ANCHOR_LOST, SafeString()
        )
    return _described(page, edition)


def _described(page: Any, edition: StoredEdition) -> DescribedPlace:
    national = NationalPart.of(edition)
    document = national.document
    draft = {"anchor": page.anchor, "valid_until": page.valid_until}
    standing = standing_of(draft, edition.sequence, national, localdate())
    place = standing.place
    section = document["sections"][place.section] if place.section is not None else None
    block = section["blocks"][place.block] if section and place.block is not None else {}
    return DescribedPlace(
        article=document["title"],
        section=section["title"] if section else page.section_id,
        quote=page.anchor_quote,
        status=standing.status,
        # Sanitised when the edition was rendered.
        national_html=mark_safe(block.get("html", "")),
    )


def advice_for(page: Any) -> list[Advised]:
    """Advice on a draft as it stands, saved or not."""
    blocks = [
        {"html": cleaned.html, "src": cleaned.value.get("url") or cleaned.value.get("file")}
        for cleaned in map(clean_block, stored(page.body))
    ]
    edition = national_beside(page.article_key, language_of(page.locale_id))
    return advice_on(blocks, edition.parsed() if edition else None, page.section_id)


class PlacePanel(Panel):
    """Read-only: the place is changed on a screen of its own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "region_overlays/place_panel.html"

        @property
        def media(self) -> Media:
            return Media(css={"all": ["region_overlays/place.css"]})

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            place, advice = describe(self.instance), advice_for(self.instance)
            return context | {"place": place, "advice": advice}
