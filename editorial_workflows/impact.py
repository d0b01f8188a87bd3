"""What a national change will do to the regions' supplements, told before it is published."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from content_models.documents.rendering import RenderedPart
from content_models.editions.models import CurrentEdition, Edition
from content_models.editions.parts import Part
from content_models.editions.staleness import safety_changes
from editorial_workflows.touched import Addition, Touched, touched_by
from region_overlays.keeping import Nationals
from region_overlays.models import Region
from region_overlays.staleness import NationalPart, Status

OUTCOMES = {
    Status.NATIONAL_CHANGED: _("the text there is changed"),
    Status.ANCHOR_LOST: _("its place goes away"),
}
NOT_YET = sys.maxsize
"""The sequence of an edition that is still to come: after all that there are."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one supplement."""

    part: str
    section: str
    """The heading above it; its id if the live text has no such section."""
    quote: str
    """The first words of the block that it follows; empty at a section's end."""
    status: Status
    is_withheld: bool
    """Whether readers do not get it until its region has confirmed it."""

    @property
    def outcome(self) -> str:
        return str(OUTCOMES[self.status])


@dataclass(frozen=True, slots=True)
class RegionImpact:
    region: Region
    effects: Sequence[Effect]


@dataclass(frozen=True, slots=True)
class Impact:
    """By region, of those that have supplements which the change touches."""

    regions: Sequence[RegionImpact] = ()

    @property
    def supplements(self) -> int:
        return sum(len(one.effects) for one in self.regions)

    @property
    def withheld(self) -> int:
        return sum(effect.is_withheld for one in self.regions for effect in one.effects)


def impact_of(page: Any, content: RenderedPart | None, *, is_safety: bool) -> Impact:
    """What publishing this content of the page would do; nothing for a supplement's.

    Two statements, one where nothing is touched.
    """
    part: Part = page.as_part()
    if content is None or part.region:
        return Impact()
    live = CurrentEdition.objects.filter(key=part.key, tombstone=False).select_related("edition")
    editions = [pointer.edition for pointer in live]
    before = {(one.key, one.language): NationalPart.of(one) for one in editions if not one.region}
    after = _with(before, part, content, is_safety=is_safety)
    additions = [addition_of(one) for one in editions if one.region]
    return _by_region(touched_by(additions, before, after, localdate()))


def addition_of(edition: Edition) -> Addition:
    return Addition(
        part=edition.part,
        key=edition.key,
        language=edition.language,
        region=edition.region,
        sequence=edition.sequence,
        document=json.loads(edition.document),
    )


def _with(before: Nationals, part: Part, content: RenderedPart, *, is_safety: bool) -> Nationals:
    """What would be live: without the part itself if the content is published as another."""
    place = (part.key, part.language)
    rest = {key: national for key, national in before.items() if key != place}
    if content.part != part:
        return rest
    old = before.get(place)
    changes = safety_changes(
        dict(old.safety_changes) if old else {},
        json.dumps(old.document) if old else "",
        content.document,
        is_safety=is_safety,
        sequence=NOT_YET,
    )
    return rest | {place: NationalPart(json.loads(content.document), NOT_YET, changes)}


def _by_region(touched: Iterable[Touched]) -> Impact:
    found: dict[str, list[Effect]] = defaultdict(list)
    for one in touched:
        found[one.addition.region].append(_effect(one))
    regions = Region.objects.filter(pk__in=found) if found else ()
    return Impact(
        [
            RegionImpact(one, sorted(found[one.pk], key=lambda effect: effect.part))
            for one in regions
        ]
    )


def _effect(touched: Touched) -> Effect:
    return Effect(
        part=touched.addition.part,
        section=touched.section,
        quote=touched.addition.document["anchor"]["quote"],
        status=touched.standing.status,
        is_withheld=touched.standing.is_withheld,
    )
