"""The ledger's side of indexing: articles as they stand now, made into documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import orjson
from django.conf import settings

from content_models.editions.models import CurrentEdition
from content_models.editions.reading import CURRENT_FIELDS, EDITION_FIELDS, LivePart, StoredEdition
from content_models.vocabulary import SOURCE_LANGUAGE, Kind
from region_overlays.composition import NationalPart, SupplementPart
from region_overlays.languages import chain_of, in_first_language, is_older_than_safety_change
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


def documents_of(keys: Iterable[str]) -> Iterator[SearchDocument]:
    """The documents of these articles, in every language that is served; one SQL statement."""
    by_key: dict[str, list[LivePart]] = defaultdict(list)
    for row in CurrentEdition.objects.filter(key__in=list(keys)).values_list(*CURRENT_FIELDS):
        part = LivePart(StoredEdition(*row[:WIDTH]), *row[WIDTH:])
        by_key[part.edition.key].append(part)
    for parts in by_key.values():
        yield from _of_article(parts)


def _of_article(parts: Sequence[LivePart]) -> Iterator[SearchDocument]:
    live: dict[str, NationalPart] = {}
    regional: list[StoredEdition] = []
    safety_sequence = 0
    for part in parts:
        edition = part.edition
        if edition.region:
            regional += [] if edition.tombstone else [edition]
            continue
        if edition.language == SOURCE_LANGUAGE:
            safety_sequence = part.safety_sequence
        if not edition.tombstone and edition.kind not in NOT_SEARCHED:
            document = orjson.loads(edition.document)
            live[edition.language] = NationalPart(
                document, edition.sequence, edition.safety_changes
            )
    for language, national in live.items():
        if not is_older_than_safety_change(
            language, national.sequence, source_safety_sequence=safety_sequence
        ):
            yield document_of(national, _supplements(regional, language, live))


def _supplements(
    editions: Iterable[StoredEdition], language: str, live: Mapping[str, NationalPart]
) -> dict[str, list[SupplementPart]]:
    """By region, each supplement once, in the first language of the chain that it has."""
    chosen = in_first_language(
        editions,
        chain_of(language, settings.LANGUAGE_FALLBACKS),
        language=lambda edition: edition.language,
        identity=lambda edition: (edition.region, edition.supplement),
    )
    regions: dict[str, list[SupplementPart]] = defaultdict(list)
    for edition in chosen:
        origin = live.get(edition.language, live[language])
        regions[edition.region].append(_supplement(edition, origin))
    return regions


def _supplement(edition: StoredEdition, origin: NationalPart) -> SupplementPart:
    if edition.approved_on is None:
        raise ValueError(f"{edition.part}: edition {edition.sequence} has no date of approval")
    return SupplementPart(
        document=orjson.loads(edition.document),
        sequence=edition.sequence,
        approved_on=edition.approved_on,
        approved_by=edition.approved_by,
        approved_url=None,
        written_for=origin,
    )
