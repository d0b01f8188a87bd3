"""A draft's document → what a reader in a region would get, with the region's live supplements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.timezone import localdate

from cms.api.reference import Reference
from cms.preview.choices import Choices
from content_models.editions.reading import LivePart, current_parts
from content_models.models import ApprovingBody
from region_overlays.composition import Composition, NationalPart, SupplementPart, compose
from region_overlays.languages import supplements_in, written_for

Json = dict[str, Any]
NOT_PUBLISHED = 0
"""The sequence of a draft: no edition has it."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A document and its composition."""

    document: Json
    composition: Composition
    codes: list[tuple[str, str]]
    bodies: dict[str, str | None]


def composed(document: Json, choices: Choices, *, own: SupplementPart | None = None) -> Preview:
    """An article's draft with what the region shows on it; `own` is a supplement's draft."""
    national = NationalPart(document, NOT_PUBLISHED, {})
    supplements = _supplements(document, choices.region, national) if choices.region else []
    if own is not None:
        supplements = [part for part in supplements if _id(part) != _id(own)] + [own]
    codes = document["diagnosis_codes"]
    titles = Reference(0).code_titles(codes)
    return Preview(
        document,
        compose(national, supplements, today=localdate(), care_level=choices.care_level),
        [(code, titles[code]) for code in codes],
        dict(ApprovingBody.objects.values_list("name", "url")),
    )


def draft_supplement(document: Json, national: Json, by: str, today: date) -> SupplementPart:
    """A supplement that nobody has approved yet, as if that were done today."""
    return SupplementPart(
        document, NOT_PUBLISHED, today, by, None, NationalPart(national, NOT_PUBLISHED, {})
    )


def _id(part: SupplementPart) -> tuple[str, str]:
    return part.document["region"], part.document["id"]


def _supplements(document: Json, region: str, national: NationalPart) -> list[SupplementPart]:
    """The statuses are as they would be if the draft were published."""
    parts = current_parts(document["key"], region) if document["key"] else []
    chosen = supplements_in(parts, document["language"], settings.LANGUAGE_FALLBACKS)
    live = {
        part.edition.language: part
        for part in parts
        if not part.edition.region and not part.edition.tombstone
    }
    return [_part(part, live, document["language"], national) for part in chosen]


def _part(
    part: LivePart, live: dict[str, LivePart], language: str, national: NationalPart
) -> SupplementPart:
    # The draft stands in for what is live in its language.
    origin = written_for(part.edition.language, {**live, language: None}, None)
    beside = national if origin is None else NationalPart.of(origin.edition)
    return SupplementPart.of(part.edition, beside)
