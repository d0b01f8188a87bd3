"""A page's fields that hold characters nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page

from content_models.documents.rendering import stored
from content_models.documents.unseen import unseen_in

HOLDS_UNSEEN = _(
    "Here is a character that cannot be seen, %(character)s. Delete it, or write the words anew."
)


def unseen_faults(page: Any) -> dict[str, str]:
    """Field name → what to tell its editor."""
    faults = {}
    for field in page._meta.concrete_fields:
        value = getattr(page, field.attname)
        held = stored(value) if isinstance(field, StreamField) else value
        found = next(filter(None, map(unseen_in, _texts(held))), None)
        if found is not None and (field.model is not Page or field.name == "title"):
            faults[field.name] = HOLDS_UNSEEN % {"character": found}
    return faults


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from _texts(member)
