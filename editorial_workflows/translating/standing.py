"""How one language of a text stands, in the words of the list of translations. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from region_overlays.languages import is_behind_source, is_older_than_safety_change


class Standing(StrEnum):
    MISSING = "missing"
    DRAFT = "draft"
    REVIEW = "review"
    LIVE = "live"
    OUT_OF_DATE = "out-of-date"
    HELD_BACK = "held-back"


STANDING_NAMES = {
    Standing.MISSING: _("Not translated"),
    Standing.DRAFT: _("Draft of translation"),
    Standing.REVIEW: _("Translation under review"),
    Standing.LIVE: _("Translation published"),
    Standing.OUT_OF_DATE: _("Translation out of date"),
    Standing.HELD_BACK: _("Held back after a safety change"),
}


@dataclass(frozen=True, slots=True)
class Published:
    """A part's place in the ledger: its live edition, and its latest changes by class."""

    sequence: int
    is_live: bool
    substantive_sequence: int = 0
    safety_sequence: int = 0


def standings_of(
    language: str,
    *,
    exists: bool,
    has_changes: bool,
    is_reviewed: bool,
    own: Published | None,
    source: Published | None,
) -> tuple[Standing, ...]:
    """What readers have of it, then what is under way."""
    if not exists:
        return (Standing.MISSING,)
    read = before_readers(language, own, source)
    found = [read] if read else []
    if is_reviewed:
        found.append(Standing.REVIEW)
    elif has_changes or not found:
        found.append(Standing.DRAFT)
    return tuple(found)


def before_readers(
    language: str, own: Published | None, source: Published | None
) -> Standing | None:
    """How what readers have of it stands to its source; None if they have nothing."""
    if own is None or not own.is_live:
        return None
    safety = source.safety_sequence if source else 0
    substantive = source.substantive_sequence if source and source.is_live else 0
    if is_older_than_safety_change(language, own.sequence, source_safety_sequence=safety):
        return Standing.HELD_BACK
    if is_behind_source(language, own.sequence, source_substantive_sequence=substantive):
        return Standing.OUT_OF_DATE
    return Standing.LIVE
