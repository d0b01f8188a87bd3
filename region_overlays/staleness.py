"""How a supplement stands to the national text that it was written for: a state machine.

The state is a function of two editions and the day: never of a draft, never stored with them.

=================  =====================================================  =======================
state              when (the first that holds, from the bottom upwards)   what readers see
=================  =====================================================  =======================
current            what it is anchored to says what it said               it, at its place
national-changed   that says something else                               it, at its place
anchor-lost        that is gone, or the article is                        it, at the section's end
expired            the last day it holds has passed                       nothing; it is withheld
withdrawn          its latest edition is a tombstone                      nothing
=================  =====================================================  =======================

A safety change at the anchor, later than the supplement's own edition, withholds it as long as it
is `national-changed` or `anchor-lost`. So does any safety change of the article, if the anchor no
longer has the id that it had: nobody can tell what it touched. A new edition of the supplement,
anchored anew, makes it `current`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

import orjson

from region_overlays.anchors import Document, Place, anchor_name, place_of

NOWHERE = Place(None, None, None)


class Status(StrEnum):
    """How a supplement stands, from sound to gone."""

    CURRENT = "current"
    NATIONAL_CHANGED = "national-changed"
    ANCHOR_LOST = "anchor-lost"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Appended(Protocol):
    """What the ledger holds of an edition, read as a row or as what was stored."""

    @property
    def document(self) -> str: ...
    @property
    def sequence(self) -> int: ...
    @property
    def safety_changes(self) -> dict[str, int]: ...


@dataclass(frozen=True, slots=True)
class NationalPart:
    """A national edition as composition reads it."""

    document: Document
    sequence: int
    safety_changes: Mapping[str, int]

    @classmethod
    def of(cls, edition: Appended) -> NationalPart:
        """Its document parsed; not of a tombstone, which has none."""
        return cls(orjson.loads(edition.document), edition.sequence, edition.safety_changes)


class Standing(NamedTuple):
    """A supplement's state, and what follows from it."""

    status: Status
    is_withheld: bool
    """Whether readers do not get it until its region has seen to it."""
    place: Place
    """Where it stands in the edition that it is compared with."""


def standing_of(
    supplement: Document | None, sequence: int, national: NationalPart | None, today: date
) -> Standing:
    """`supplement` is its latest edition's document, None for a tombstone's; `sequence` its number.

    `national` is the live edition that it was written for, None if there is none; `today` is the
    day in Sweden.
    """
    if supplement is None:
        return Standing(Status.WITHDRAWN, False, NOWHERE)
    anchor = supplement["anchor"]
    place = place_of(anchor, national.document) if national else NOWHERE
    if has_expired(supplement.get("valid_until"), today):
        return Standing(Status.EXPIRED, True, place)
    status = _status(anchor, place, national)
    withheld = (
        status is not Status.CURRENT
        and national is not None
        and _made_safer(anchor, place, national) > sequence
    )
    return Standing(status, withheld, place)


def has_expired(valid_until: date | str | None, today: date) -> bool:
    """The last day itself still holds."""
    if isinstance(valid_until, str):
        valid_until = date.fromisoformat(valid_until)
    return valid_until is not None and valid_until < today


def _status(anchor: Document, place: Place, national: NationalPart | None) -> Status:
    if place.name is None or national is None:
        return Status.ANCHOR_LOST
    same = national.document["anchors"][place.name] == anchor["hash"]
    return Status.CURRENT if same else Status.NATIONAL_CHANGED


def _made_safer(anchor: Document, place: Place, national: NationalPart) -> int:
    """The latest safety edition that changed what it is anchored to, or may have."""
    name, changes = anchor_name(anchor["section"], anchor["block"]), national.safety_changes
    return changes.get(name, 0) if place.name == name else max(changes.values(), default=0)
