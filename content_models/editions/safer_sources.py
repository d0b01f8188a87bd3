"""A translation is not published as it was approved before its source was made safer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from content_models.editions.models import Edition
from content_models.editions.parts import Part
from content_models.vocabulary import SOURCE_LANGUAGE, ChangeClass


class SourceMadeSafer(PermissionDenied):
    """What was about to be published was approved before a safety change of its source."""

    def __init__(self, part: Part) -> None:
        super().__init__(
            _(
                "%(part)s was approved before a safety change of its source. Update the "
                "translation and hand it in again."
            )
            % {"part": part}
        )


def source_made_safer_since(part: Part, moment: datetime) -> bool:
    """Whether a translation that was written before the moment lacks a safety change."""
    if part.language == SOURCE_LANGUAGE:
        return False
    source = str(replace(part, language=SOURCE_LANGUAGE))
    changes = Edition.objects.filter(part=source, change_class=ChangeClass.SAFETY, tombstone=False)
    return changes.filter(valid_from__gt=moment).exists()
