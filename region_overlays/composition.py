"""compose(): one national edition and one region's supplements, merged for one request.

Pure: no ORM, no clock, no settings. It never changes the national text: its blocks are passed on
as they are, supplements are put between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from region_overlays.anchors import Document, Json
from region_overlays.judging import Judged, Reason, SupplementPart, is_for, judge, levels_of
from region_overlays.staleness import NationalPart

__all__ = [
    "Composition",
    "NationalPart",
    "SupplementPart",
    "compose",
    "is_for",
    "levels_of",
    "order_of",
]

LOST_SECTION = "regionala-tillagg"
"""The id of the untitled section at the article's end that holds supplements without a section."""


@dataclass(frozen=True, slots=True)
class Composition:
    """What a reader sees, and what became of each supplement."""

    sections: list[Json]
    judged: list[Judged]

    @property
    def shown(self) -> list[SupplementPart]:
        return [one.part for one in self.judged if one.reason is Reason.SHOWN]

    @property
    def withheld(self) -> list[Json]:
        """What exists but is not shown until its region has seen to it."""
        return [_withheld(one) for one in self.judged if one.standing.is_withheld]


def compose(
    national: NationalPart,
    supplements: Sequence[SupplementPart],
    *,
    today: date,
    care_level: str | None = None,
) -> Composition:
    """Merge, on this day in Sweden; with a care level, leave out the blocks for other levels.

    Supplements at one place keep the order of their `position`. Sections without visible content
    are left out.
    """
    judged = [
        judge(part, national, today=today, care_level=care_level)
        for part in sorted(supplements, key=order_of)
    ]
    shown = [one for one in judged if one.reason is Reason.SHOWN]
    return Composition(list(_sections(national.document, shown, care_level)), judged)


def order_of(part: SupplementPart) -> tuple[int, str]:
    """Among those at one place."""
    return part.document["position"], part.document["id"]


def _withheld(judged: Judged) -> Json:
    document = judged.part.document
    return {
        "region": document["region"],
        "section": document["anchor"]["section"],
        "reason": judged.standing.status.value,
    }


def _sections(
    national: Document, shown: Iterable[Judged], care_level: str | None
) -> Iterable[Json]:
    by_section: dict[int | None, list[Judged]] = {}
    for one in shown:
        by_section.setdefault(one.place.section, []).append(one)
    for index, section in enumerate(national["sections"]):
        here = by_section.get(index, ())
        blocks = section["blocks"]
        if here or care_level:
            blocks = list(_blocks(blocks, here, care_level))
        if blocks:
            yield section if blocks is section["blocks"] else {**section, "blocks": blocks}
    homeless = [one.as_block() for one in by_section.get(None, ())]
    if homeless:
        yield {"id": LOST_SECTION, "title": "", "level": 2, "care_levels": [], "blocks": homeless}


def _blocks(
    national: Iterable[Json], here: Sequence[Judged], care_level: str | None
) -> Iterable[Json]:
    following: dict[int | None, list[Judged]] = {}
    for one in here:
        following.setdefault(one.place.block, []).append(one)
    for number, block in enumerate(national):
        if is_for(block["care_levels"], care_level):
            yield block
        if number in following:
            yield from (one.as_block() for one in following[number])
    yield from (one.as_block() for one in following.get(None, ()))
