"""Which supplements a change of the national text touches: those whose place it alters or takes
away. Documents in, standings out; no database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from region_overlays.anchors import place_of
from region_overlays.keeping import Nationals, national_for
from region_overlays.staleness import NationalPart, Standing, Status, standing_of


@dataclass(frozen=True, slots=True)
class Addition:
    """A live supplement as the comparison reads it."""

    part: str
    key: str
    language: str
    region: str
    sequence: int
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Touched:
    """A supplement that needs its region's eyes after a change, and how it stands then."""

    addition: Addition
    standing: Standing
    before: NationalPart | None
    """What it was held against before."""

    @property
    def section(self) -> str:
        """The heading above it before; the section's id if there was none."""
        anchored: str = self.addition.document["anchor"]["section"]
        sections = self.before.document["sections"] if self.before else ()
        return next((one["title"] for one in sections if one["id"] == anchored), "") or anchored


UNSHOWN = (Status.CURRENT, Status.EXPIRED)
"""Nothing is to be told of these: sound, or gone from the readers already."""


def touched_by(
    additions: Iterable[Addition], before: Nationals, after: Nationals, today: date
) -> Iterator[Touched]:
    """One that needs its region already, and where this change alters nothing, is not touched."""
    for one in additions:
        old = national_for(before, one.key, one.language)
        new = national_for(after, one.key, one.language)
        standing = standing_of(one.document, one.sequence, new, today)
        if standing.status in UNSHOWN or _said(one, old) == _said(one, new):
            continue
        yield Touched(one, standing, old)


def _said(addition: Addition, national: NationalPart | None) -> str | None:
    """What stands at the anchor; None if nothing does."""
    if national is None:
        return None
    name = place_of(addition.document["anchor"], national.document).name
    return national.document["anchors"][name] if name else None
