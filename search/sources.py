"""The ledger's side of indexing: articles as they stand now, made into documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.conf import settings
from django.utils.timezone import localdate

from content_models.editions.models import CurrentEdition
from content_models.editions.reading import CURRENT_FIELDS, EDITION_FIELDS, LivePart, StoredEdition
from content_models.vocabulary import SOURCE_LANGUAGE, Kind
from region_overlays.composition import NationalPart, SupplementPart
from region_overlays.languages import (
    is_held_back,
    is_older_than_safety_change,
    supplements_in,
    written_for,
)
from region_overlays.models import SupplementStanding
from search.documents import SearchDocument, document_of

NOT_SEARCHED = (Kind.START_PAGE,)
"""Ways to other articles, not answers."""
WIDTH = len(EDITION_FIELDS)


def live_keys() -> list[str]:
    """Every article that has a live national edition in some language."""
    rows = CurrentEdition.objects.filter(region="", tombstone=False)
    rows = rows.exclude(edition__kind__in=NOT_SEARCHED)
    return list(rows.order_by("key").values_list("key", flat=True).distinct())


def searchable_parts() -> set[str]:
    """The ids of all the documents that there should be; one SQL statement."""
    rows = list(
        CurrentEdition.objects.filter(region="")
        .exclude(edition__kind__in=NOT_SEARCHED)
        .values_list(*("part", "key", "language", "edition_id", "tombstone", "safety_sequence"))
    )
    safety = {key: since for _part, key, language, *_, since in rows if language == SOURCE_LANGUAGE}
    return {
        part
        for part, key, language, sequence, is_gone, _since in rows
        if not is_gone
        and not is_older_than_safety_change(
            language, sequence, source_safety_sequence=safety.get(key, 0)
        )
    }


def keys_expired_between(since: date, today: date) -> list[str]:
    """The articles on which a supplement held last on that day or later, and no longer does."""
    expired = SupplementStanding.objects.expired(today).filter(valid_until__gte=since)
    return sorted(set(expired.values_list("key", flat=True)))


def documents_of(keys: Iterable[str]) -> Iterator[SearchDocument]:
    """The documents of these articles, in every language that is served; one SQL statement."""
    by_key: dict[str, list[LivePart]] = defaultdict(list)
    for row in CurrentEdition.objects.filter(key__in=list(keys)).values_list(*CURRENT_FIELDS):
        part = LivePart(StoredEdition(*row[:WIDTH]), *row[WIDTH:])
        by_key[part.edition.key].append(part)
    for parts in by_key.values():
        yield from _of_article(parts)


def _of_article(parts: Sequence[LivePart]) -> Iterator[SearchDocument]:
    national = {part.edition.language: part for part in parts if not part.edition.region}
    source = national.get(SOURCE_LANGUAGE)
    live = {
        language: NationalPart.of(part.edition)
        for language, part in national.items()
        if not part.edition.tombstone and part.edition.kind not in NOT_SEARCHED
    }
    for language, text in live.items():
        if not is_held_back(national[language], source):
            yield document_of(text, _supplements(parts, language, live), localdate())


def _supplements(
    parts: Sequence[LivePart], language: str, live: Mapping[str, NationalPart]
) -> dict[str, list[SupplementPart]]:
    """By region, each supplement in the language that is shown with the article."""
    regions: dict[str, list[SupplementPart]] = defaultdict(list)
    for part in supplements_in(parts, language, settings.LANGUAGE_FALLBACKS):
        origin = written_for(part.edition.language, live, live[language])
        regions[part.edition.region].append(SupplementPart.of(part.edition, origin))
    return regions
