"""What a stored version of a page refers to, read from its JSON alone: no query for each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import extract_references_from_rich_text

Reference = tuple[type[models.Model], str]
"""A model and a primary key, as text."""


def references_of(model: type[models.Model], content: dict[str, Any]) -> Iterator[Reference]:
    """Of an object of this model in Wagtail's serialised form: fields, blocks, child objects."""
    for field in model._meta.concrete_fields:
        value = content.get(field.name)
        if not value or isinstance(field, ParentalKey):
            continue
        if isinstance(field, StreamField):
            yield from _in_block(field.stream_block, _parsed(value))
        elif isinstance(field, RichTextField):
            yield from _in_text(value)
        elif isinstance(field, models.ForeignKey):
            yield field.related_model, str(value)
    if issubclass(model, ClusterableModel):
        for relation in get_all_child_relations(model):
            for child in content.get(relation.get_accessor_name()) or ():
                yield from references_of(relation.related_model, child)


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _in_block(block: Any, raw: Any) -> Iterator[Reference]:
    if not raw:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from _in_text(raw)
    elif isinstance(block, blocks.ChooserBlock):
        yield block.model_class, str(raw)
    else:
        for child, value in _children(block, raw):
            yield from _in_block(child, value)


def _children(block: Any, raw: Any) -> Iterator[tuple[Any, Any]]:
    """The blocks inside, each with its stored value; those of a type that is gone are left out."""
    match block:
        case blocks.BaseStreamBlock():
            held = block.child_blocks
            yield from ((held[one["type"]], one["value"]) for one in raw if one["type"] in held)
        case blocks.BaseStructBlock():
            yield from ((child, raw.get(name)) for name, child in block.child_blocks.items())
        case blocks.ListBlock():
            yield from ((block.child_block, one.get("value")) for one in raw)
        case BaseTypedTableBlock():
            columns = [block.child_blocks.get(column["type"]) for column in raw["columns"]]
            for row in raw["rows"]:
                yield from zip(columns, row["values"], strict=False)


def _in_text(html: str) -> Iterator[Reference]:
    for model, pk, _model_path, _content_path in extract_references_from_rich_text(html):
        yield model, str(pk)
