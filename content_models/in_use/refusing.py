"""Deleting what is in use is refused, by whatever way it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from content_models.in_use.holders import holders_of
from content_models.in_use.uses import uses_of
from content_models.in_use.versions import How
from content_models.models import ApprovingBody, DiagnosisCode, ProgrammeArea


def kept_models() -> tuple[type[models.Model], ...]:
    return (ApprovingBody, DiagnosisCode, ProgrammeArea, get_image_model(), get_document_model())


class InUse(PermissionDenied):
    """It is used on these pages, or named by these holders, and is kept."""

    def __init__(
        self, instance: models.Model, pages: dict[int, How], holders: Sequence[models.Model] = ()
    ) -> None:
        self.instance, self.pages, self.holders = instance, pages, holders
        names = ", ".join(str(holder) for holder in holders)
        super().__init__(
            _on_pages(len(pages)) % {"name": instance, "count": len(pages)}
            if pages
            else _("%(name)s is used by %(holders)s and is kept.")
            % {"name": instance, "holders": names}
        )


def _on_pages(count: int) -> str:
    return ngettext(
        "%(name)s is used on %(count)s page and is kept.",
        "%(name)s is used on %(count)s pages and is kept.",
        count,
    )


def keep_what_is_used(instance: models.Model, **_kwargs: Any) -> None:
    """A pre_delete receiver; raises InUse. What is saved meanwhile waits, or is seen here."""
    # As a list, since only what is read is locked.
    list(type(instance)._base_manager.select_for_update().filter(pk=instance.pk))
    pages, holders = uses_of([instance]).get(str(instance.pk), {}), holders_of(instance)
    if pages or holders:
        raise InUse(instance, pages, holders)
