"""Deleting what is in use is refused, by whatever way it is asked for."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import ngettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from content_models.in_use.uses import uses_of
from content_models.in_use.versions import How
from content_models.models import ApprovingBody, DiagnosisCode, ProgrammeArea


def kept_models() -> tuple[type[models.Model], ...]:
    return (ApprovingBody, DiagnosisCode, ProgrammeArea, get_image_model(), get_document_model())


class InUse(PermissionDenied):
    """It is used on these pages, and is kept."""

    def __init__(self, instance: models.Model, pages: dict[int, How]) -> None:
        self.instance, self.pages = instance, pages
        super().__init__(
            ngettext(
                "%(name)s is used on %(count)s page and is kept.",
                "%(name)s is used on %(count)s pages and is kept.",
                len(pages),
            )
            % {"name": instance, "count": len(pages)}
        )


def keep_what_is_used(instance: models.Model, **_kwargs: Any) -> None:
    """A pre_delete receiver; raises InUse. What is saved meanwhile waits, or is seen here."""
    # As a list, since only what is read is locked.
    list(type(instance)._base_manager.select_for_update().filter(pk=instance.pk))
    pages = uses_of([instance]).get(str(instance.pk))
    if pages:
        raise InUse(instance, pages)
