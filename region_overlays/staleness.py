"""Whether the national text a supplement was written for is still the same.

A pure function of two editions: never of a draft, never stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from region_overlays.anchors import Document, anchor_name


class Status(StrEnum):
    """How a supplement stands to the national text that it was written for."""

    CURRENT = "current"
    NATIONAL_CHANGED = "national-changed"
    ANCHOR_LOST = "anchor-lost"


def status_of(anchor: Mapping[str, Any], national: Document) -> Status:
    """Whether the text that the supplement was written for is unchanged, changed or gone."""
    found = national["anchors"].get(anchor_name(anchor))
    if found is None:
        return Status.ANCHOR_LOST
    return Status.CURRENT if found == anchor["hash"] else Status.NATIONAL_CHANGED


def is_held_back(
    anchor: Mapping[str, Any], status: Status, safety_changes: Mapping[str, int], sequence: int
) -> bool:
    """Whether a safety change touched the anchor after the supplement was last approved.

    `safety_changes` is the national edition's; `sequence` the supplement's.
    """
    if status is Status.CURRENT:
        return False
    return safety_changes.get(anchor_name(anchor), 0) > sequence
