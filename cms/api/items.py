"""Listed articles as the contract's list items, joined in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import orjson
from django.db.models import Count

from cms.api.answering import Situation
from cms.api.filters import supplements_of
from cms.api.page import classification, is_overdue
from content_models.models import ListedArticle

Json = dict[str, Any]


def items_of(
    articles: Sequence[ListedArticle],
    *,
    region: str | None,
    situation: Situation,
) -> list[Json]:
    """The articles have been annotated with `approved_by`, see `listing.py`."""
    reference = situation.reference
    documents = [orjson.loads(article.item) for article in articles]
    keys = [article.key for article in articles]
    reference.code_titles({code for item in documents for code in item["diagnosis_codes"]})
    addresses = reference.addresses(keys)
    counts = _supplements(region, keys, situation.today)
    return [
        {
            **{name: document[name] for name in ("key", "kind", "audience", "language")},
            "title": document["title"],
            "summary": document["summary"],
            "path": addresses[article.key].get(article.language, ""),
            **classification(document, reference),
            "approved": _approved(article, reference.body_links),
            "review_by": document["review_by"],
            "overdue": is_overdue(document["review_by"], situation.today),
            "modified": article.modified,
            "sequence": article.sequence,
            "supplements": counts.get(article.key, 0) if region else None,
        }
        for article, document in zip(articles, documents, strict=True)
    ]


def _supplements(region: str | None, keys: Iterable[str], today: date) -> dict[str, int]:
    if region is None:
        return {}
    rows = (
        supplements_of(region, today)
        .filter(key__in=keys)
        .values("key")
        .annotate(number=Count("supplement", distinct=True))
    )
    return dict(rows.values_list("key", "number"))


def _approved(article: ListedArticle, links: dict[str, str | None]) -> Json:
    on: date = article.approved_on
    by: str = article.approved_by  # type: ignore[attr-defined]
    return {"date": on, "by": by, "url": links.get(by)}
