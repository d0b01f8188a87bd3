"""What a safety change of the text it belongs to keeps from its readers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from content_models.editions.models import CurrentEdition, Edition
from content_models.editions.parts import Part
from content_models.vocabulary import SOURCE_LANGUAGE, ChangeClass
from region_overlays.languages import is_older_than_safety_change
from region_overlays.staleness import is_held_back, status_of


def is_kept_from_readers(part: Part) -> bool:
    """Whether the live part waits to be confirmed after a safety change.

    A new edition of it, of whatever class, is shown again: so it must be more than a comma.
    """
    own = _live(part)
    if own is None:
        return False
    if _is_older_than_its_source(part, own):
        return True
    if not part.region:
        return False
    national = _live(Part(part.key, part.language))
    if national is None:
        return False
    anchor = json.loads(own.edition.document)["anchor"]
    status = status_of(anchor, json.loads(national.edition.document))
    return is_held_back(anchor, status, national.edition.safety_changes, own.edition_id)


def source_made_safer_since(part: Part, moment: datetime) -> bool:
    """Whether a translation that was written before the moment lacks a safety change."""
    if part.language == SOURCE_LANGUAGE:
        return False
    source = str(replace(part, language=SOURCE_LANGUAGE))
    changes = Edition.objects.filter(part=source, change_class=ChangeClass.SAFETY, tombstone=False)
    return changes.filter(valid_from__gt=moment).exists()


def _is_older_than_its_source(part: Part, own: CurrentEdition) -> bool:
    """A translation, of an article or of a supplement, after a safety change of its source."""
    source = CurrentEdition.objects.filter(part=str(replace(part, language=SOURCE_LANGUAGE)))
    safety = source.values_list("safety_sequence", flat=True).first() or 0
    return is_older_than_safety_change(part.language, own.edition_id, source_safety_sequence=safety)


def _live(part: Part) -> CurrentEdition | None:
    found = CurrentEdition.objects.filter(part=str(part), tombstone=False)
    return found.select_related("edition").first()
