"""Sections with their blocks, and the references that citations point to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content_models.blocks.media import DocumentBlock, ImageBlock, VideoBlock
from content_models.blocks.prose import (
    ContactBlock,
    ExerciseBlock,
    FactsBlock,
    LinksBlock,
    ListTextBlock,
    TextBlock,
    WarningBlock,
)
from content_models.blocks.table import TableBlock

SECTION_ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
CITATION_LABEL_PATTERN = r"^[\w.-]+$"


class ContentBlocks(blocks.StreamBlock):
    """Every block type of the contract."""

    text = TextBlock()
    list = ListTextBlock()
    table = TableBlock()
    image = ImageBlock()
    video = VideoBlock()
    exercise = ExerciseBlock()
    facts = FactsBlock()
    warning = WarningBlock()
    links = LinksBlock()
    contact = ContactBlock()
    document = DocumentBlock()

    class Meta:
        required = False


class SectionBlock(blocks.StructBlock):
    """A heading of level 2 or 3 and what follows until the next one."""

    # A RegexBlock has no segments for translation: the id is the same place in every language.
    section_id = blocks.RegexBlock(
        regex=SECTION_ID_PATTERN,
        max_length=80,
        label=_("Section id"),
        help_text=_("Lower-case letters a–z, digits and hyphens. Supplements are anchored to it."),
    )
    title = blocks.CharBlock(required=False, max_length=255, label=_("Heading"))
    level = blocks.ChoiceBlock(choices=[("2", "2"), ("3", "3")], default="2", label=_("Level"))
    blocks = ContentBlocks(label=_("Content"))

    class Meta:
        icon = "title"
        label = _("Section of the article")
        label_format = "{title}"
        # The template gives id and level; who needs another finds them behind the sliders.
        form_layout = blocks.BlockGroup(
            children=["title", "blocks"], settings=["section_id", "level"]
        )


class SectionsBlock(blocks.StreamBlock):
    section = SectionBlock()

    class Meta:
        # The form opens as an outline of the article.
        collapsed = True


class ReferenceBlock(blocks.StructBlock):
    """A source; `[^label]` in the text cites it, the number follows from the order of citing."""

    label = blocks.RegexBlock(regex=CITATION_LABEL_PATTERN, max_length=80, label=_("Label"))
    html = blocks.RichTextBlock(features=["bold", "italic", "link"], label=_("Reference"))

    class Meta:
        icon = "openquote"
        label = _("Reference")


class ReferencesBlock(blocks.StreamBlock):
    reference = ReferenceBlock()
