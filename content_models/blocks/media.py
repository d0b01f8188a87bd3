"""Blocks that show a file: image, video, document."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from content_models.blocks.prose import CareLevelsBlock


class ImageBlock(blocks.StructBlock):
    """An image; without alternative text it must be marked decorative."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(required=False, max_length=500, label=_("Alternative text"))
    decorative = blocks.BooleanBlock(required=False, label=_("Only decoration"))
    caption = blocks.CharBlock(required=False, max_length=500, label=_("Caption"))
    care_levels = CareLevelsBlock()

    class Meta:
        icon = "image"
        label = _("Image")

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if not value["alt"] and not value["decorative"]:
            message = _("Describe the image, or mark it as only decoration.")
            raise blocks.StructBlockValidationError({"alt": ValidationError(message)})
        if value["alt"] and value["decorative"]:
            message = _("Decoration is not described: empty this, or take the mark away.")
            raise blocks.StructBlockValidationError({"alt": ValidationError(message)})
        return value


class VideoBlock(blocks.StructBlock):
    """A film at an address or from a file; captions and transcript are files beside it."""

    title = blocks.CharBlock(required=False, max_length=200, label=_("Heading"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    file = DocumentChooserBlock(required=False, label=_("Film file"))
    captions = DocumentChooserBlock(required=False, label=_("Captions (WebVTT)"))
    transcript = DocumentChooserBlock(required=False, label=_("Transcript"))
    care_levels = CareLevelsBlock()

    class Meta:
        icon = "media"
        label = _("Video")

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        _refuse_two_sources(value)
        return value


class DocumentBlock(blocks.StructBlock):
    """A file to download."""

    title = blocks.CharBlock(required=False, max_length=200, label=_("Heading"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    file = DocumentChooserBlock(required=False, label=_("File"))
    care_levels = CareLevelsBlock()

    class Meta:
        icon = "doc-full"
        label = _("Document")

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        _refuse_two_sources(value)
        return value


def _refuse_two_sources(value: Any) -> None:
    if bool(value["url"]) == bool(value["file"]):
        message = _("Give either an address or a file.")
        raise blocks.StructBlockValidationError({"url": ValidationError(message)})
