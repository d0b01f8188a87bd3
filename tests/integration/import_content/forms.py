"""What a browser posts for a StreamField that nobody has touched: the editor's own widgets."""

from __future__ import annotations

from typing import Any

from wagtail import blocks
from wagtail.blocks.struct_block import StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock

Data = dict[str, Any]


def posted(block: Any, value: Any, prefix: str) -> Data:
    """Form data for a block's value, as its widgets write it."""
    if isinstance(block, blocks.StreamBlock):
        return _stream(value, prefix)
    if isinstance(block, blocks.StructBlock):
        assert isinstance(value, StructValue)
        pairs = [posted(block.child_blocks[n], v, f"{prefix}-{n}") for n, v in value.items()]
        return {name: item for pair in pairs for name, item in pair.items()}
    if isinstance(block, TypedTableBlock):
        return _table(block, value, prefix)
    field = block.field
    state = field.prepare_value(block.value_for_form(value))
    if isinstance(value, bool):
        return {prefix: "on"} if value else {}
    if isinstance(block, blocks.MultipleChoiceBlock):
        return {prefix: list(value)}
    shown = getattr(state, "pk", state)
    if isinstance(block, blocks.RichTextBlock):
        shown = field.widget.format_value(state)
    return {prefix: "" if shown is None else shown}


def _stream(value: Any, prefix: str) -> Data:
    data: Data = {f"{prefix}-count": str(len(value))}
    for place, child in enumerate(value):
        at = f"{prefix}-{place}"
        data |= {f"{at}-deleted": "", f"{at}-order": str(place), f"{at}-type": child.block_type}
        data |= {f"{at}-id": child.id} | posted(child.block, child.value, f"{at}-value")
    return data


def _table(block: TypedTableBlock, value: TypedTable, prefix: str) -> Data:
    columns, rows = value.columns, value.row_data
    data: Data = {f"{prefix}-caption": value.caption or ""}
    data |= {f"{prefix}-column-count": str(len(columns)), f"{prefix}-row-count": str(len(rows))}
    for place, column in enumerate(columns):
        at = f"{prefix}-column-{place}"
        data |= {f"{at}-type": column["block"].name, f"{at}-heading": column["heading"]}
        data |= {f"{at}-order": str(place), f"{at}-deleted": ""}
    for place, row in enumerate(rows):
        data |= {f"{prefix}-row-{place}-order": str(place), f"{prefix}-row-{place}-deleted": ""}
        for number, cell in enumerate(row["values"]):
            child = block.child_blocks[columns[number]["block"].name]
            data |= posted(child, cell, f"{prefix}-cell-{place}-{number}")
    return data
