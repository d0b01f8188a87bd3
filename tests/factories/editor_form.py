"""What a browser posts from the editor that nobody has touched: its own fields and widgets."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks.struct_block import StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import querydict_from_html

Data = dict[str, Any]


def edit_address(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def whole_form(client: Client, page: Any) -> QueryDict:
    """The editor's form of the latest draft, as it opens for whoever the client is."""
    return _filled(client, edit_address(page), page.get_latest_revision_as_object())


def new_form(client: Client, model: Any, parent: Any, **query: str) -> QueryDict:
    """The form of a page that is being made, with what it begins with.

    A supplement's is asked for with its place: article, section, after.
    """
    place = [model._meta.app_label, model._meta.model_name, parent.pk]
    address = f"{reverse('wagtailadmin_pages:add', args=place)}?{urlencode(query)}"
    page = client.get(address).context["form"].instance
    return _filled(client, address, page)


def _filled(client: Client, address: str, page: Any) -> QueryDict:
    """What its scripts would add are the streams."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            for name, held in posted(field.stream_block, value, field.name).items():
                data.setlist(name, held if isinstance(held, list) else [held])
    return data


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
