"""Where a supplement sits in a national document. Pure: documents in, places out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Document = Mapping[str, Any]
"""An edition's document, parsed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A section's index (None: after the last) and the block it follows (None: section's end)."""

    section: int | None
    block: int | None


def anchor_name(anchor: Mapping[str, Any]) -> str:
    """The anchor's name among a document's hashes: a block's id, or # and a section's."""
    return anchor["block"] or f"#{anchor['section']}"


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
