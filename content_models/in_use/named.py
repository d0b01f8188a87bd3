"""What a draft names is there when it is saved, and stays until it is.

Saving holds what it names shared, deleting holds it alone: whoever comes second sees the other.
SQLite's one writer at a time is that already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from content_models.in_use.references import references_of
from content_models.in_use.refusing import kept_models


class Gone(PermissionDenied):
    """The draft names what somebody has just deleted."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(
            _("Not saved: what you chose under “%(kind)s” has just been deleted. Choose another.")
            % {"kind": model._meta.verbose_name}
        )


def hold_what_is_named(
    instance: Revision, update_fields: Collection[str] | None = None, **_kwargs: Any
) -> None:
    """A pre_save receiver; raises Gone. A query for each kind of thing that is named."""
    model = instance.content_type.model_class()
    if model is None or not issubclass(model, Page):
        return
    if update_fields is not None and "content" not in update_fields:
        return
    for kept, pks in _named(model, instance.content).items():
        if pks - _held(kept, pks):
            raise Gone(kept)


def _named(model: type[models.Model], content: Any) -> dict[type[models.Model], set[str]]:
    named: dict[type[models.Model], set[str]] = defaultdict(set)
    for other, pk in references_of(model, content):
        if other in kept_models() and pk.isdecimal():
            named[other].add(pk)
    return named


def _held(model: type[models.Model], pks: Collection[str]) -> set[str]:
    """Those that exist, held until the transaction ends: others may name them, nobody deletes."""
    rows = model._base_manager.filter(pk__in=pks).values_list("pk", flat=True)
    if connection.vendor != "postgresql":
        return {str(pk) for pk in rows}
    statement, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} FOR KEY SHARE", values)
        return {str(pk) for (pk,) in cursor.fetchall()}
