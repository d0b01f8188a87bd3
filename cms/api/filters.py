"""ListQuery → the listed articles that match."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.api.diagnosis_tree import codes_beneath, node_of
from cms.api.problems import NothingThere
from cms.api.requested import ListQuery
from content_models.models import ListedArticle, ListedCode, ProgrammeArea
from content_models.swedish_time import SWEDEN
from region_overlays.models import SupplementStanding
from region_overlays.standing import Standings

Articles = QuerySet[ListedArticle, Any]


def matching(query: ListQuery, now: datetime) -> Articles:
    """Unordered; raises NothingThere for a code or an area that does not exist."""
    articles: Articles = ListedArticle.objects.shown_at(now).filter(**_plain(query))
    if query.programme_area is not None:
        articles = articles.filter(programme_area=_area(query.programme_area))
    if query.diagnosis is not None:
        codes = codes_beneath(node_of(query.diagnosis))
        on_code = ListedCode.objects.filter(listed=OuterRef("part"), code__in=codes)
        articles = articles.filter(Exists(on_code))
    if query.supplemented:
        held = supplements_of(query.region, now.astimezone(SWEDEN).date())
        articles = articles.filter(Exists(held.filter(key=OuterRef("key"))))
    return articles


def supplements_of(region: str | None, today: date) -> Standings:
    """A region's supplements that still hold, in every language; without one every region's."""
    valid = SupplementStanding.objects.valid(today)
    return valid.filter(region=region) if region else valid


def _plain(query: ListQuery) -> dict[str, Any]:
    wanted: dict[str, Any] = {
        "language": query.language,
        "audience": query.audience,
        "kind": query.kind,
        "modified__gte": query.changed_since,
        "age_min__lte": query.age,
        "age_max__gte": query.age,
    }
    if query.care_level is not None:
        wanted[query.care_level] = True
    return {name: value for name, value in wanted.items() if value is not None}


def _area(name: str) -> str:
    if not ProgrammeArea.objects.filter(name=name).exists():
        raise NothingThere(f"there is no programme area {name}")
    return name


def after(column: str, value: object, key: str, *, descending: bool) -> Q:
    """What comes after a place in the order of `column`, then key."""
    beyond = Q(**{f"{column}__{'lt' if descending else 'gt'}": value})
    return beyond | Q(**{column: value, "key__gt": key})
