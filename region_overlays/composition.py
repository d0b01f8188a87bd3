"""compose(): one national edition and one region's supplements, merged for one request.

Pure: no ORM, no clock, no settings. It never changes the national text: its blocks are passed on
as they are, supplements are put between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from region_overlays.anchors import Document, Place, place_of
from region_overlays.staleness import Status, is_held_back, status_of

Json = dict[str, Any]

LOST_SECTION = "regionala-tillagg"
"""The id of the untitled section at the article's end that holds supplements without a section."""


@dataclass(frozen=True, slots=True)
class NationalPart:
    """A national edition as composition reads it."""

    document: Document
    sequence: int
    safety_changes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SupplementPart:
    """A supplement's edition as composition reads it.

    `written_for` is the national edition in the supplement's own language: it says whether the
    text there has changed, also when another language is served.
    """

    document: Document
    sequence: int
    approved_on: date
    approved_by: str
    approved_url: str | None
    written_for: NationalPart


@dataclass(frozen=True, slots=True)
class Composition:
    """What a reader sees, and what was held back."""

    sections: list[Json]
    shown: list[SupplementPart]
    withheld: list[Json]


@dataclass(frozen=True, slots=True)
class _Placed:
    place: Place
    part: SupplementPart
    block: Json


def compose(
    national: NationalPart,
    supplements: Sequence[SupplementPart],
    *,
    care_level: str | None = None,
) -> Composition:
    """Merge; with a care level, leave out the blocks for other levels.

    Supplements at one place keep the order of their `position`. Sections without visible content
    are left out.
    """
    placed: list[_Placed] = []
    withheld: list[Json] = []
    for part in sorted(supplements, key=_order):
        anchor, origin = part.document["anchor"], part.written_for
        status = status_of(anchor, origin.document)
        if is_held_back(anchor, status, origin.safety_changes, part.sequence):
            withheld.append(_withheld(part, status))
            continue
        item = _placed(part, status, national.document, care_level)
        if is_for(item.block["care_levels"], care_level) and item.block["blocks"]:
            placed.append(item)
    sections = list(_sections(national.document, placed, care_level))
    return Composition(sections, [item.part for item in placed], withheld)


def is_for(care_levels: Sequence[str], care_level: str | None) -> bool:
    """Whether a block for these levels is shown at this one; no levels means all of them."""
    return care_level is None or not care_levels or care_level in care_levels


def _order(part: SupplementPart) -> tuple[int, str]:
    return part.document["position"], part.document["id"]


def _withheld(part: SupplementPart, status: Status) -> Json:
    document = part.document
    return {
        "region": document["region"],
        "section": document["anchor"]["section"],
        "reason": str(status),
    }


def _placed(
    part: SupplementPart, status: Status, national: Document, care_level: str | None
) -> _Placed:
    document = part.document
    place = place_of(document["anchor"], national)
    levels = document["care_levels"]
    block = {
        "type": "supplement",
        "id": document["id"],
        "region": document["region"],
        "language": document["language"],
        "care_levels": _levels_at(place, national) if levels is None else levels,
        "status": str(status),
        "blocks": [item for item in document["blocks"] if is_for(item["care_levels"], care_level)],
        "references": document["references"],
        "approved": {
            "date": part.approved_on.isoformat(),
            "by": part.approved_by,
            "url": part.approved_url,
        },
    }
    return _Placed(place, part, block)


def _levels_at(place: Place, national: Document) -> list[str]:
    """A supplement is for the levels of the text it follows."""
    if place.section is None:
        return []
    section = national["sections"][place.section]
    source = section if place.block is None else section["blocks"][place.block]
    levels: list[str] = source["care_levels"]
    return levels


def _sections(
    national: Document, placed: Sequence[_Placed], care_level: str | None
) -> Iterable[Json]:
    for index, section in enumerate(national["sections"]):
        here = [item for item in placed if item.place.section == index]
        blocks = list(_blocks(section["blocks"], here, care_level))
        if blocks:
            yield {**section, "blocks": blocks}
    homeless = [item.block for item in placed if item.place.section is None]
    if homeless:
        yield {"id": LOST_SECTION, "title": "", "level": 2, "care_levels": [], "blocks": homeless}


def _blocks(
    national: Sequence[Json], here: Sequence[_Placed], care_level: str | None
) -> Iterable[Json]:
    for number, block in enumerate(national):
        if is_for(block["care_levels"], care_level):
            yield block
        yield from (item.block for item in here if item.place.block == number)
    yield from (item.block for item in here if item.place.block is None)
