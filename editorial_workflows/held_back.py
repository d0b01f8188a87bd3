"""What a safety change of the text it belongs to keeps from its readers."""

from __future__ import annotations

from dataclasses import replace

from content_models.editions.models import CurrentEdition
from content_models.editions.parts import Part
from content_models.vocabulary import SOURCE_LANGUAGE
from region_overlays.languages import is_older_than_safety_change
from region_overlays.models import SupplementStanding


def is_kept_from_readers(part: Part) -> bool:
    """Whether the live part waits to be confirmed after a safety change.

    A new edition of it, of whatever class, is shown again: so it must be more than a comma.
    """
    own = _live(part)
    if own is None:
        return False
    if _is_older_than_its_source(part, own):
        return True
    return SupplementStanding.objects.live().filter(pk=str(part), is_withheld=True).exists()


def _is_older_than_its_source(part: Part, own: CurrentEdition) -> bool:
    """A translation, of an article or of a supplement, after a safety change of its source."""
    source = CurrentEdition.objects.filter(part=str(replace(part, language=SOURCE_LANGUAGE)))
    safety = source.values_list("safety_sequence", flat=True).first() or 0
    return is_older_than_safety_change(part.language, own.edition_id, source_safety_sequence=safety)


def _live(part: Part) -> CurrentEdition | None:
    found = CurrentEdition.objects.filter(part=str(part), tombstone=False)
    return found.select_related("edition").first()
