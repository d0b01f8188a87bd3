"""What names something and is no page: a region its logo, and the bodies that approve for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page


def holders_of(instance: models.Model) -> list[models.Model]:
    """Rows of their own that the database protects it for, or that have it in a list."""
    return [
        holder
        for field in _holding(type(instance))
        for holder in field.model._default_manager.filter(**{field.name: instance.pk})
    ]


def belongs_to_page(model: type[models.Model]) -> bool:
    """Whether its rows are pages, or are written with one."""
    return issubclass(model, Page) or any(
        isinstance(field, ParentalKey) and issubclass(field.related_model, Page)
        for field in model._meta.fields
    )


def is_protecting(relation: Any) -> bool:
    """Whether it is a foreign key that keeps what it points at from being deleted."""
    return isinstance(relation, models.ManyToOneRel) and relation.on_delete is models.PROTECT


def _holding(model: type[models.Model]) -> Iterator[Any]:
    relations: Any = model._meta.get_fields(include_hidden=True)
    for relation in relations:
        holds = isinstance(relation, models.ManyToManyRel) or is_protecting(relation)
        if holds and not belongs_to_page(relation.field.model):
            yield relation.field
