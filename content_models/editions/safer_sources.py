"""Nothing is published as it was approved before the text that it rests on was made safer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _

from content_models.editions.models import Edition
from content_models.editions.parts import Part
from content_models.vocabulary import SOURCE_LANGUAGE, ChangeClass


class SourceMadeSafer(PermissionDenied):
    """What was about to be published was approved before a safety change of what it rests on."""

    def __init__(self, part: Part) -> None:
        words = (
            _(
                "%(part)s was approved before a safety change of its source. Update the "
                "translation and hand it in again."
            )
            if part.is_national
            else _(
                "%(part)s was approved before a safety change of the national text. Read it beside "
                "the text as it is now, and hand it in again."
            )
        )
        super().__init__(words % {"part": part})


def source_made_safer_since(part: Part, moment: datetime) -> bool:
    """Whether what was written before the moment has not been read beside a safety change.

    A translation rests on its source, a supplement on the national text, in whatever language.
    """
    rests_on = Q(pk__in=())
    if part.language != SOURCE_LANGUAGE:
        rests_on |= Q(part=str(replace(part, language=SOURCE_LANGUAGE)))
    if part.region:
        rests_on |= Q(key=part.key, region="")
    changes = Edition.objects.filter(rests_on, change_class=ChangeClass.SAFETY, tombstone=False)
    return changes.filter(valid_from__gt=moment).exists()
