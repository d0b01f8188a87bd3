"""Where a text stands: its label, its limit, and whether it is rich; from wagtail-localize's paths.

A content path names blocks by their ids, a field path by their types; between them they say where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField

from content_models.blocks.translated_cells import TranslatedCells


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands on its page."""

    label: str
    is_rich: bool
    longest: int | None
    has_lines: bool
    block: Any = None
    """The block that holds it; None for a field of the page."""


def place_of(model: type[Any], content_path: str, field_path: str) -> Place:
    """The place of a segment; `content_path` tells a table's cells from its headings."""
    name, *inside = field_path.split(".")
    field = model._meta.get_field(name)
    if not isinstance(field, StreamField):
        return Place(
            label=capfirst(str(field.verbose_name)),
            is_rich=False,
            longest=getattr(field, "max_length", None),
            has_lines=isinstance(field, models.TextField),
        )
    block: Any = field.stream_block
    labels: list[str] = []
    for step in inside:
        block = (
            block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[step]
        )
        labels.append(str(block.label))
    is_table = isinstance(block, TranslatedCells)
    return Place(
        label=_joined(labels[-2:]),
        is_rich=isinstance(block, blocks.RichTextBlock) or (is_table and ".rich-" in content_path),
        longest=getattr(getattr(block, "field", None), "max_length", None),
        has_lines=isinstance(block, blocks.TextBlock),
        block=block,
    )


def group_of(content_path: str) -> str:
    """What belongs together on the screen: one section, or one field."""
    name, *inside = content_path.split(".")
    return f"{name}.{inside[0]}" if name == "sections" and inside else name


def _joined(labels: list[str]) -> str:
    return " – ".join(dict.fromkeys(label for label in labels if label))
