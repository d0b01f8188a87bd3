"""GET /search: the index's results, joined with where they are read now."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cms.api.answering import Situation, answered
from cms.api.answers import Answer, deliver, json_answer
from cms.api.cursors import cursor_of, place_of, question
from cms.api.declaring import declared
from cms.api.diagnosis_tree import node_of
from cms.api.parameters import Parameters
from cms.api.problems import NothingThere, NotNow
from cms.api.requested import Cursor, Limit
from cms.api.schemas.search import SearchList
from cms.api.values import (
    DIGITS,
    WITHOUT_NUL,
    AnyCareLevel,
    AnyLanguage,
    Code,
    Name,
    OneOf,
    Region,
    Truth,
)
from content_models.models import ListedArticle, ProgrammeArea
from content_models.vocabulary import SOURCE_LANGUAGE, Audience, Kind
from search.engines.errors import SearchUnavailable
from search.searching import SearchItem, SearchRequest, SearchResponse, search

router = Router(tags=["Search"])
NOT_ASKED = {"limit", "cursor", "total"}


class SearchQuery(Parameters):
    """What is looked for, and among what."""

    q: Annotated[
        str,
        Field(max_length=1000, pattern=WITHOUT_NUL, description="Words or diagnosis codes."),
    ]
    audience: Annotated[str, OneOf(tuple(Audience))] | None = None
    kind: Annotated[str, OneOf(tuple(Kind))] | None = None
    language: AnyLanguage = SOURCE_LANGUAGE.value
    care_level: AnyCareLevel | None = None
    age: Annotated[int, Field(ge=0, le=130), DIGITS] | None = Field(
        None, description="Whole years; articles without ages are left out."
    )
    diagnosis: Code | None = Field(
        None, description="A diagnosis code; finds articles on the codes beneath it too."
    )
    programme_area: Name | None = Field(None, description="The area's whole name.")
    region: Region | None = Field(
        None, description="This region's supplements are searched as well; does not filter."
    )
    limit: Limit = 20
    cursor: Cursor | None = None
    total: Truth = Field(False, description="Also count all that match.")


@router.api_operation(
    ["GET", "HEAD"], "/search", **declared("search", SearchQuery, SearchList, 404)
)
def search_articles(request: HttpRequest) -> HttpResponse:
    """Articles with these words or codes, best first."""
    query = SearchQuery.of(request)

    def compose(situation: Situation) -> Answer:
        return _found(query, situation)

    # Not kept: the index follows the ledger a moment later, so the ledger's position is not enough.
    return deliver(request, answered(("search", *query.as_key()), compose, keep=False))


def _found(query: SearchQuery, situation: Situation) -> Answer:
    asked = question("search", *query.model_dump(exclude=NOT_ASKED).values())
    offset = _offset(query.cursor, asked)
    response = _searched(_request(query, offset, situation.now))
    following = response.next_offset
    answer: dict[str, Any] = {
        "items": _items(response, situation),
        "next": cursor_of(asked, (str(following),)) if following is not None else None,
    }
    if query.total:
        answer["total"] = response.total
    return json_answer(answer, surrogate_key="search")


def _searched(request: SearchRequest) -> SearchResponse:
    try:
        return search(request)
    except SearchUnavailable as error:
        raise NotNow(str(error)) from error


def _offset(cursor: str | None, asked: str) -> int:
    if cursor is None:
        return 0
    (place,) = place_of(cursor, asked, width=1)
    if not place.isascii() or not place.isdigit() or len(place) > 5:
        raise NothingThere("this cursor was not given for this question; begin without it")
    return int(place)


def _request(query: SearchQuery, offset: int, now: datetime) -> SearchRequest:
    area = query.programme_area
    if area is not None and not ProgrammeArea.objects.filter(name=area).exists():
        raise NothingThere(f"there is no programme area {area}")
    code = query.diagnosis
    return SearchRequest(
        q=query.q,
        language=query.language,
        audience=query.audience,
        kind=query.kind,
        care_level=query.care_level,
        age=query.age,
        diagnosis=node_of(code).code if code else None,
        programme_area=area,
        region=query.region,
        shown_at=now,
        limit=query.limit,
        offset=offset,
    )


def _items(response: SearchResponse, situation: Situation) -> list[dict[str, Any]]:
    """What has been withdrawn since the index last followed the ledger is left out."""
    keys = [item.key for item in response.items]
    addresses = situation.reference.addresses(keys)
    shown = ListedArticle.objects.shown_at(situation.now).filter(key__in=keys)
    live = set(shown.values_list("key", "language"))
    return [
        _item(item, addresses[item.key].get(item.language, ""))
        for item in response.items
        if (item.key, item.language) in live
    ]


def _item(item: SearchItem, path: str) -> dict[str, Any]:
    return {
        **{name: getattr(item, name) for name in ("key", "kind", "audience", "language", "title")},
        "path": path,
        **{name: getattr(item, name) for name in ("section", "highlight", "score")},
    }
