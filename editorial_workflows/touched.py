"""Which regions' supplements a national change will touch, told before it is published."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from content_models.documents.rendering import RenderedPart
from content_models.editions.parts import Part
from content_models.editions.reading import live_parts_of
from region_overlays.models import Region
from region_overlays.staleness import Status, status_of


@dataclass(frozen=True, slots=True)
class Touched:
    """A live supplement whose place in the national text changes or goes away."""

    region: str
    section: str
    status: Status


def supplements_on_changes(page: Any, content: RenderedPart | None) -> list[Touched]:
    """The supplements that will need their regions' eyes, by region; none for a supplement."""
    part: Part = page.as_part()
    if content is None or part.region:
        return []
    will_be = json.loads(content.document)
    _national, supplements = live_parts_of(part)
    names = dict(Region.objects.values_list("code", "name"))
    found = []
    for edition in supplements:
        anchor = edition.parsed()["anchor"]
        status = status_of(anchor, will_be)
        if status is not Status.CURRENT:
            found.append(Touched(names[edition.region], anchor["section"], status))
    return sorted(found, key=lambda one: (one.region, one.section))
