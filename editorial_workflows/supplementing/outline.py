"""An article as its region reads it: blocks, the region's supplements, and room for more. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from region_overlays.anchors import Place, place_of

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A supplement of the region, published or not, with the text that stands for it here."""

    page: Any
    document: Json
    """The live edition's; the draft's where there is none."""
    position: int
    standing: str
    """Its state in words; empty for a draft that has never been published."""
    is_unsettled: bool
    progress: str
    """Draft, under review, published with changes."""

    @property
    def order(self) -> tuple[int, str]:
        return self.position, self.document["id"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a supplement can be put: after a block, or at the section's end."""

    section: str
    block: str | None
    before: str = ""
    """The supplement that it would come before, by its id; empty: after all that stand there."""


Row = tuple[str, Json | Entry | Slot]
"""`block`, `entry` or `slot`, and which."""


@dataclass(frozen=True, slots=True)
class OutlinedSection:
    id: str
    title: str
    level: int
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Outline:
    sections: Sequence[OutlinedSection]
    homeless: Sequence[Entry]
    """Those whose section is gone too."""


def outline_of(national: Json, entries: Sequence[Entry], *, between: bool = False) -> Outline:
    """Every block once, every supplement once, and room after each block and at each end.

    With `between` there is room before each supplement too.
    """
    placed = [(place_of(one.document["anchor"], national), one) for one in entries]
    placed.sort(key=lambda pair: pair[1].order)
    sections = [
        OutlinedSection(
            section["id"],
            section["title"],
            section["level"],
            list(_rows(section, _standing_in(index, placed), between=between)),
        )
        for index, section in enumerate(national["sections"])
    ]
    return Outline(sections, [one for place, one in placed if place.section is None])


def _standing_in(index: int, placed: list[tuple[Place, Entry]]) -> list[tuple[int | None, Entry]]:
    return [(place.block, one) for place, one in placed if place.section == index]


def _rows(section: Json, here: list[tuple[int | None, Entry]], *, between: bool) -> Iterator[Row]:
    for number, block in enumerate(section["blocks"]):
        yield "block", block
        followers = [one for at, one in here if at == number]
        yield from _with_room(Slot(section["id"], block["id"]), followers, between=between)
    last = [one for at, one in here if at is None]
    yield from _with_room(Slot(section["id"], None), last, between=between)


def _with_room(slot: Slot, entries: list[Entry], *, between: bool) -> Iterator[Row]:
    for one in entries:
        if between:
            yield "slot", replace(slot, before=one.document["id"])
        yield "entry", one
    yield "slot", slot
