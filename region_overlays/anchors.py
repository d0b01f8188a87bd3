"""Where a supplement sits in a national document, and whether the text there is still the same.

Pure: documents in, places out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Document = Mapping[str, Any]
"""An edition's document, parsed."""


class Status(StrEnum):
    """How a supplement stands to the national text that it was written for."""

    CURRENT = "current"
    NATIONAL_CHANGED = "national-changed"
    ANCHOR_LOST = "anchor-lost"


@dataclass(frozen=True, slots=True)
class Place:
    """A section's index (None: after the last) and the block it follows (None: section's end)."""

    section: int | None
    block: int | None


def anchor_name(anchor: Mapping[str, Any]) -> str:
    """The anchor's name among a document's hashes: a block's id, or # and a section's."""
    return anchor["block"] or f"#{anchor['section']}"


def status_of(anchor: Mapping[str, Any], national: Document) -> Status:
    """Whether the text that the supplement was written for is unchanged, changed or gone."""
    found = national["anchors"].get(anchor_name(anchor))
    if found is None:
        return Status.ANCHOR_LOST
    return Status.CURRENT if found == anchor["hash"] else Status.NATIONAL_CHANGED


def place_of(anchor: Mapping[str, Any], national: Document) -> Place:
    """Where to show it: after its block, else at its section's end, else the article's.

    A block that was moved to another section takes its supplement along.
    """
    sections = national["sections"]
    for index, section in enumerate(sections):
        for number, block in enumerate(section["blocks"]):
            if block["id"] == anchor["block"]:
                return Place(index, number)
    for index, section in enumerate(sections):
        if section["id"] == anchor["section"]:
            return Place(index, None)
    return Place(None, None)


def is_held_back(
    anchor: Mapping[str, Any], status: Status, safety_changes: Mapping[str, int], sequence: int
) -> bool:
    """Whether a safety change touched the anchor after the supplement was last approved.

    `safety_changes` is the national edition's; `sequence` the supplement's.
    """
    if status is Status.CURRENT:
        return False
    return safety_changes.get(anchor_name(anchor), 0) > sequence
