"""Whether readers get a supplement, where, and if not, why: what composing and explaining share.

Pure, as composition is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

import orjson

from region_overlays.anchors import Document, Json, Place, place_of
from region_overlays.staleness import Appended, NationalPart, Standing, Status, standing_of


class Reason(StrEnum):
    """Why something of an article is in an answer, or is left out of it."""

    SHOWN = "shown"
    CARE_LEVEL = "care-level"
    """It is for other care levels than the one asked for."""
    EMPTY = "empty"
    """All that it holds is left out."""
    NATIONAL_CHANGED = Status.NATIONAL_CHANGED.value
    """Withheld: a safety change touched what it is anchored to."""
    ANCHOR_LOST = Status.ANCHOR_LOST.value
    """Withheld: what it was anchored to is gone, and there has been a safety change."""
    EXPIRED = Status.EXPIRED.value
    """Withheld: its last day has passed."""
    TRANSLATION_OUTDATED = "translation-outdated"
    """Withheld: it is older than a safety change of what it translates."""
    WITHDRAWN = Status.WITHDRAWN.value
    REGION = "region"
    """It is not of the region asked for, or none was."""
    LANGUAGE = "language"
    """It is served in another language, or its language was not asked for."""


class ApprovedEdition(Appended, Protocol):
    """An edition with its approval."""

    @property
    def part(self) -> str: ...
    @property
    def approved_on(self) -> date | None: ...
    @property
    def approved_by(self) -> str: ...


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

    @classmethod
    def of(
        cls, edition: ApprovedEdition, written_for: NationalPart, *, url: str | None = None
    ) -> SupplementPart:
        """`url` is the approving body's. Raises ValueError for a tombstone: nobody approved it."""
        if edition.approved_on is None:
            raise ValueError(f"{edition.part}: edition {edition.sequence} has no date of approval")
        return cls(
            document=orjson.loads(edition.document),
            sequence=edition.sequence,
            approved_on=edition.approved_on,
            approved_by=edition.approved_by,
            approved_url=url,
            written_for=written_for,
        )


class Judged(NamedTuple):
    """A supplement as readers of one national text get it, or do not."""

    part: SupplementPart
    standing: Standing
    place: Place
    """Where it stands in the text that is served."""
    care_levels: list[str]
    blocks: list[Json]
    """Those for the care level asked for."""
    reason: Reason

    @property
    def reading_order(self) -> tuple[float, float]:
        """Sorts those that are shown as a reader meets them; equals keep their order."""
        places = (self.place.section, self.place.block)
        section, block = (float("inf") if place is None else place for place in places)
        return section, block

    def as_block(self) -> Json:
        """As it stands among the national blocks."""
        document = self.part.document
        return {
            "type": "supplement",
            "id": document["id"],
            "region": document["region"],
            "language": document["language"],
            "care_levels": self.care_levels,
            "status": self.standing.status.value,
            "blocks": self.blocks,
            "references": document["references"],
            "valid_until": document.get("valid_until"),
            "approved": {
                "date": self.part.approved_on.isoformat(),
                "by": self.part.approved_by,
                "url": self.part.approved_url,
            },
        }


def judge(
    part: SupplementPart, national: NationalPart, *, today: date, care_level: str | None
) -> Judged:
    """The supplement on this national text, on this day in Sweden, at this care level or any."""
    document = part.document
    standing = standing_of(document, part.sequence, part.written_for, today)
    place = standing.place
    if part.written_for is not national:
        place = place_of(document["anchor"], national.document)
    levels = levels_of(document, place, national.document)
    blocks = [block for block in document["blocks"] if is_for(block["care_levels"], care_level)]
    reason = _reason(standing, is_for(levels, care_level), blocks)
    return Judged(part, standing, place, levels, blocks, reason)


def _reason(standing: Standing, is_for_level: bool, blocks: list[Json]) -> Reason:
    if standing.is_withheld:
        return Reason(standing.status)
    if not is_for_level:
        return Reason.CARE_LEVEL
    return Reason.SHOWN if blocks else Reason.EMPTY


def is_for(care_levels: Sequence[str], care_level: str | None) -> bool:
    """Whether a block for these levels is shown at this one; no levels means all of them."""
    return care_level is None or not care_levels or care_level in care_levels


def levels_of(supplement: Document, place: Place, national: Document) -> list[str]:
    """The levels that it names, or those of the text that it follows."""
    named: list[str] | None = supplement["care_levels"]
    if named is not None:
        return named
    if place.section is None:
        return []
    section = national["sections"][place.section]
    source = section if place.block is None else section["blocks"][place.block]
    levels: list[str] = source["care_levels"]
    return levels
