"""What a start page tells of: news in their time, and articles that are new or revised."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from cms.api.answering import Situation
from content_models.editions.models import CurrentEdition, Edition
from content_models.models import ListedArticle
from content_models.vocabulary import AUDIENCE_OF_KIND, Kind
from region_overlays.languages import chain_of

Json = dict[str, Any]
BEGAN = Coalesce("show_from", "modified")
MOST_NEWS = 20
MOST_REVISED = 20


def news(audience: str, language: str, situation: Situation) -> list[Json]:
    """What is shown now, the latest first; by when it began to be shown.

    Each in the first language of the chain that it has, as an article asked for is.
    """
    chain = chain_of(language, settings.LANGUAGE_FALLBACKS)
    shown = ListedArticle.objects.shown_at(situation.now)
    found = shown.filter(kind=Kind.NEWS, audience=audience, language__in=chain)
    keys = found.order_by(BEGAN.desc(), "key").values_list("key", flat=True)
    latest = list(dict.fromkeys(keys[: MOST_NEWS * len(chain)]))[:MOST_NEWS]
    chosen: dict[str, ListedArticle] = {}
    for row in sorted(found.filter(key__in=latest), key=lambda row: chain.index(row.language)):
        chosen.setdefault(row.key, row)
    rows = [chosen[key] for key in latest]
    addresses = situation.reference.addresses([row.key for row in rows])
    return [
        {
            "key": row.key,
            "language": row.language,
            "title": row.title,
            "summary": row.summary,
            "path": addresses[row.key].get(row.language, ""),
            "date": row.show_from or row.modified,
            "show_until": row.show_until,
        }
        for row in rows
    ]


def new_and_revised(audience: str, language: str, situation: Situation) -> list[Json]:
    """Articles by their latest change that was more than editorial, the latest first."""
    kinds = [kind for kind, readers in AUDIENCE_OF_KIND.items() if readers == audience]
    listed = ListedArticle.objects.filter(part=OuterRef("part"), kind__in=kinds)
    found = CurrentEdition.objects.filter(Exists(listed), region="", language=language)
    current = list(found.order_by("-substantive_sequence")[:MOST_REVISED])
    changes = Edition.objects.defer("document").in_bulk(
        [row.substantive_sequence for row in current]
    )
    articles = ListedArticle.objects.in_bulk([row.part for row in current])
    addresses = situation.reference.addresses([row.key for row in current])
    return [
        _revised(articles[row.part], changes[row.substantive_sequence], row)
        | {"path": addresses[row.key].get(language, "")}
        for row in current
    ]


def _revised(article: ListedArticle, change: Edition, current: CurrentEdition) -> Json:
    item = orjson.loads(article.item)
    return {
        "key": article.key,
        "kind": article.kind,
        "language": article.language,
        "title": article.title,
        "programme_area": item["programme_area"],
        "date": change.valid_from,
        "is_new": change.valid_from == current.first_published,
        "change_class": change.change_class,
        "note": change.note,
    }
