"""What those who hand in or judge a supplement should know of the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from region_overlays.guidance import Advised
from region_overlays.models import SupplementPage
from region_overlays.place_panel import advice_for, describe
from region_overlays.staleness import Status


@dataclass(frozen=True, slots=True)
class Vouching:
    has_changed: bool
    """Whether the national text says something else than when the draft was anchored."""
    advice: Sequence[Advised]


def vouching_for(draft: Any) -> Vouching | None:
    """None for a national text."""
    if not isinstance(draft, SupplementPage):
        return None
    has_changed = describe(draft).status is Status.NATIONAL_CHANGED
    return Vouching(has_changed, advice_for(draft))
