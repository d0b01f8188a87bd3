"""GET /pages: what is published, filtered, ordered, a page at a time."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from ninja import Router

from cms.api.answering import Situation, answered
from cms.api.answers import Answer, deliver, json_answer
from cms.api.cursors import cursor_of, place_of, question
from cms.api.declaring import declared
from cms.api.filters import Articles, matching
from cms.api.items import items_of
from cms.api.orders import ORDER_OF
from cms.api.requested import ListQuery
from cms.api.schemas.lists import PageList
from content_models.models import Edition, ListedArticle

router = Router(tags=["Pages"])
APPROVED_BY = Edition.objects.filter(pk=OuterRef("sequence")).values("approved_by")
NOT_ASKED = {"limit", "cursor", "fields", "total"}
"""Parameters that may differ between the answers that one walk is made of."""


@router.api_operation(["GET", "HEAD"], "/pages", **declared("listPages", ListQuery, PageList, 404))
def list_pages(request: HttpRequest) -> HttpResponse:
    """Published articles in one language."""
    query = ListQuery.of(request)

    def compose(situation: Situation) -> Answer:
        return _listed(query, situation)

    return deliver(request, answered(("pages", *query.as_key()), compose))


def _listed(query: ListQuery, situation: Situation) -> Answer:
    matches = matching(query, situation.now)
    asked = question("pages", *query.model_dump(exclude=NOT_ASKED).values())
    found = _from_cursor(matches, query, asked)
    shown, is_more = found[: query.limit], len(found) > query.limit
    items = items_of(shown, region=query.region, situation=situation)
    order = ORDER_OF[query.order]
    answer: dict[str, Any] = {
        "items": [_members(item, query.fields) for item in items],
        "next": cursor_of(asked, order.place(shown[-1])) if is_more else None,
    }
    if query.total:
        answer["total"] = matches.count()
    key = f"pages region-{query.region}" if query.region else "pages"
    return json_answer(answer, surrogate_key=key)


def _from_cursor(matches: Articles, query: ListQuery, asked: str) -> list[ListedArticle]:
    order = ORDER_OF[query.order]
    if query.cursor is not None:
        matches = matches.filter(order.beyond(place_of(query.cursor, asked, width=2)))
    annotated = order.sorted(matches).annotate(approved_by=Subquery(APPROVED_BY))
    return list(annotated[: query.limit + 1])


def _members(item: dict[str, Any], fields: tuple[str, ...] | None) -> dict[str, Any]:
    return item if fields is None else {name: item[name] for name in fields}
