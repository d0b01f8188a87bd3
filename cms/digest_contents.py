"""What a region is told by letter: what is new to a reader, and what that reader has to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from wagtail.models import Page

from cms.desk.concerns import months_after
from editorial_workflows.regional_notices import (
    ChangedArticle,
    OpenNotice,
    by_article,
    open_notices,
)
from region_overlays.models import Region, SupplementStanding

WARNING_MONTHS = 1


@dataclass(frozen=True, slots=True)
class Dated:
    """A supplement with a day that has passed or comes soon."""

    title: str
    key: str
    day: date


@dataclass(frozen=True, slots=True)
class RegionalMatters:
    """What stands open in a region today, whoever is told of it; read once for all its readers."""

    region: Region
    open: Sequence[OpenNotice]
    to_review: Sequence[Dated]
    """Those whose review date has passed."""
    ending: Sequence[Dated]
    """Those whose last day has passed, or comes within a month."""


@dataclass(frozen=True, slots=True)
class Contents:
    """One letter's matters; made only where something is new to its reader."""

    region: Region
    changed: Sequence[ChangedArticle]
    """What is new, those with something held back first."""
    waiting: int
    """Articles told of earlier, and still open."""
    to_review: Sequence[Dated]
    ending: Sequence[Dated]
    today: date


def matters_of(region: Region, today: date, *, upto: int) -> RegionalMatters:
    """With the notices of editions up to that one; at most four statements."""
    horizon = months_after(today, WARNING_MONTHS)
    rows = SupplementStanding.objects.live().filter(region=region.pk)
    rows = rows.filter(Q(review_by__lt=today) | Q(valid_until__lte=horizon))
    titles = _titles(rows)
    return RegionalMatters(
        region=region,
        open=[one for one in open_notices([region.pk]) if one.notice.sequence <= upto],
        to_review=_dated(
            (titles[row.pk], row.key, row.review_by)
            for row in rows
            if row.review_by and row.review_by < today
        ),
        ending=_dated(
            (titles[row.pk], row.key, row.valid_until)
            for row in rows
            if row.valid_until and row.valid_until <= horizon
        ),
    )


def _titles(rows: Iterable[SupplementStanding]) -> dict[str, str]:
    """Part → its page's title, as published."""
    titles = dict(
        Page.objects.filter(pk__in=[one.page_id for one in rows]).values_list("pk", "title")
    )
    return {one.part: titles.get(one.page_id, one.part) for one in rows}


def _dated(found: Iterable[tuple[str, str, date]]) -> list[Dated]:
    """The earliest day first."""
    return sorted((Dated(*one) for one in found), key=lambda one: (one.day, one.title))


def contents_for(
    matters: RegionalMatters, *, since: int, told_on: date | None, today: date
) -> Contents | None:
    """None if nothing is new since that edition and that day."""
    new = by_article(one for one in matters.open if one.notice.sequence > since)
    if not (new or _has_new_day(matters, told_on, today)):
        return None
    told = {(one.newest.key, one.newest.language) for one in new}
    earlier = {(one.notice.key, one.notice.language) for one in matters.open}
    return Contents(
        region=matters.region,
        changed=sorted(new, key=lambda one: not one.withheld),
        waiting=len(earlier - told),
        to_review=matters.to_review,
        ending=matters.ending,
        today=today,
    )


def _has_new_day(matters: RegionalMatters, told_on: date | None, today: date) -> bool:
    """Whether a day has passed, or come within the month, since the reader was told."""
    if told_on is None:
        return bool(matters.to_review or matters.ending)
    horizon = months_after(told_on, WARNING_MONTHS)
    return any(one.day >= told_on for one in matters.to_review) or any(
        one.day > horizon or told_on <= one.day < today for one in matters.ending
    )
