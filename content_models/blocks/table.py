"""Tables of rich text cells under plain headings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from content_models.blocks.prose import CareLevelsBlock
from content_models.blocks.translated_cells import TranslatedCells

CELL_FEATURES = ["bold", "italic", "link", "code"]


class CellsBlock(TranslatedCells, TypedTableBlock):
    text = blocks.RichTextBlock(features=CELL_FEATURES, label=_("Text"), required=False)


class TableBlock(blocks.StructBlock):
    table = CellsBlock(label=_("Table"))
    care_levels = CareLevelsBlock()

    class Meta:
        icon = "table"
        label = _("Table")
