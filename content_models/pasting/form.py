"""The streams that can be pasted into: Wagtail's own in the browser, with a place to paste."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter

from content_models.blocks.sections import ContentBlocks, SectionsBlock


class PastedIntoAdapter(StreamBlockAdapter):
    def js_args(self, block: Any) -> list[Any]:
        *args, meta = super().js_args(block)
        return [*args, meta | {"pasting": {"url": reverse("pasting", args=[0]), **_texts()}}]

    @cached_property
    def media(self) -> forms.Media:
        own = forms.Media(
            js=[
                versioned_static("content_models/pasting/inserting.js"),
                versioned_static("content_models/pasting/pasting.js"),
            ],
            css={"all": [versioned_static("content_models/pasting/pasting.css")]},
        )
        media: forms.Media = super().media + own
        return media


class SectionsAdapter(PastedIntoAdapter):
    js_constructor = "content_models.pasting.Sections"

    @cached_property
    def media(self) -> forms.Media:
        outline = forms.Media(css={"all": [versioned_static("content_models/sections.css")]})
        media: forms.Media = super().media + outline
        return media


class ContentAdapter(PastedIntoAdapter):
    js_constructor = "content_models.pasting.Content"


def _texts() -> dict[str, str]:
    return {
        "open": _("Paste from Word or another program"),
        "help": _(
            "Copy a chapter and paste it here (Ctrl+V). Headings, paragraphs, lists and tables "
            "come in as sections and blocks; everything else is left out. You can take it away "
            "again."
        ),
        "box": _("Paste here"),
        "busy": _("Reading what was pasted …"),
        "failed": _("Nothing was pasted: the server did not answer. Try again."),
        "empty": _("Nothing was pasted: there was no text in it."),
        "undo": _("Take away what was pasted"),
        "close": _("Close what was said of the paste"),
        "undone": _("What was pasted is taken away."),
    }


def register_forms() -> None:
    register(SectionsAdapter(), SectionsBlock)
    register(ContentAdapter(), ContentBlocks)
