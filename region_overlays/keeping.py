"""Keeping the standings in step with the ledger; connected in apps.py."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from content_models.editions.models import CurrentEdition, Edition
from content_models.vocabulary import SOURCE_LANGUAGE
from region_overlays.signals import standings_kept
from region_overlays.staleness import NationalPart, Status, standing_of
from region_overlays.standing import SupplementStanding

BATCH = 500
LONG_AGO = date.min
"""No day on which anything has expired: that is asked when a row is read."""
KEPT = [field.name for field in SupplementStanding._meta.fields if not field.primary_key]
Nationals = Mapping[tuple[str, str], NationalPart]
"""(key, language) → what is live."""


def keep_standings(editions: Sequence[Edition], **_: Any) -> None:
    """An `editions_appended` receiver, inside the publishing transaction.

    A supplement's edition writes its own row; a national one those of the article's supplements.
    """
    withdrawn = [one.part for one in editions if one.region and one.tombstone]
    SupplementStanding.objects.filter(pk__in=withdrawn).update(
        status=Status.WITHDRAWN, is_withheld=False
    )
    parts = [one.part for one in editions if one.region and not one.tombstone]
    write_standings(CurrentEdition.objects.filter(part__in=parts))
    articles = {one.key for one in editions if not one.region}
    write_standings(CurrentEdition.objects.filter(key__in=articles).exclude(region=""))
    standings_kept.send(sender=SupplementStanding, editions=editions)


@transaction.atomic
def rebuild_standings() -> int:
    """Every row anew from the ledger; gives how many there are."""
    SupplementStanding.objects.all().delete()
    ensure_standings()
    return SupplementStanding.objects.count()


def ensure_standings(**_: Any) -> None:
    """A post_migrate receiver, idempotent: rows for the supplements that have none."""
    known = SupplementStanding.objects.values("part")
    missing = CurrentEdition.objects.exclude(region="").filter(tombstone=False)
    write_standings(missing.exclude(part__in=known))


def write_standings(pointers: Any) -> None:
    """Make, or make anew, the rows of these live supplements."""
    live = pointers.filter(tombstone=False).select_related("edition")
    supplements = [pointer.edition for pointer in live]
    for start in range(0, len(supplements), BATCH):
        _write(supplements[start : start + BATCH])


def _write(supplements: Sequence[Edition]) -> None:
    nationals = nationals_of({one.key for one in supplements})
    SupplementStanding.objects.bulk_create(
        [_row(one, nationals) for one in supplements],
        update_conflicts=True,
        unique_fields=["part"],
        update_fields=KEPT,
    )


def nationals_of(keys: Iterable[str]) -> Nationals:
    """What is live of these articles; one statement."""
    live = CurrentEdition.objects.filter(key__in=list(keys), region="", tombstone=False)
    return {
        (one.key, one.language): NationalPart.of(one.edition)
        for one in live.select_related("edition")
    }


def national_for(nationals: Nationals, key: str, language: str) -> NationalPart | None:
    """As in composition: where a language has no national text, the source is what it is to."""
    return nationals.get((key, language)) or nationals.get((key, SOURCE_LANGUAGE))


def _row(edition: Edition, nationals: Nationals) -> SupplementStanding:
    document = json.loads(edition.document)
    national = national_for(nationals, edition.key, edition.language)
    standing = standing_of(document, edition.sequence, national, LONG_AGO)
    return SupplementStanding(
        part=edition.part,
        key=edition.key,
        language=edition.language,
        region=edition.region,
        supplement=edition.supplement,
        page_id=edition.page_id,
        sequence=edition.sequence,
        section=document["anchor"]["section"],
        quote=document["anchor"]["quote"][:120],
        status=standing.status,
        is_withheld=standing.is_withheld,
        approved_on=edition.approved_on,
        review_by=document.get("review_by"),
        valid_until=document.get("valid_until"),
    )
