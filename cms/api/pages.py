"""GET /pages/{key} and /pages/by-path: one composition."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from cms.api.addresses import Found, find
from cms.api.answering import Situation, answered
from cms.api.answers import BRIEFLY, Answer, deliver, json_answer
from cms.api.declaring import declared
from cms.api.explaining import explanation_of
from cms.api.page import Article, page_of
from cms.api.problems import NothingThere, Withdrawn
from cms.api.requested import PageQuery, PathQuery
from cms.api.schemas.page import Page, PartOfPage
from cms.api.serving import NotServed, Served, choose
from cms.api.shown import is_over, is_yet_to_come
from content_models.editions.reading import (
    LivePart,
    current_parts,
    current_parts_of_every_region,
    parts_as_of,
    parts_of_every_region_as_of,
)
from content_models.keys import KEY_PATTERN
from content_models.swedish_time import SWEDEN
from region_overlays.languages import chain_of, choices_in

router = Router(tags=["Pages"])
Key = Annotated[str, Path(pattern=KEY_PATTERN, max_length=200)]


@router.api_operation(
    ["GET", "HEAD"],
    "/pages/by-path",
    **declared("getPageByPath", PathQuery, Page | PartOfPage, 301, 404, 410),
)
def get_page_by_path(request: HttpRequest) -> HttpResponse:
    """One composition by its address; 301 to the address that it has moved to."""
    query = PathQuery.of(request)
    question = ("by-path", *query.as_key())

    def compose(situation: Situation) -> Answer:
        found = find(query.path)
        if found.path != found.asked:
            return _moved(found, query)
        return _composed(found.key, query, query.language or found.language, situation)

    return deliver(request, answered(question, compose, keep=_is_kept(query)))


@router.api_operation(
    ["GET", "HEAD"],
    "/pages/{key}",
    **declared("getPage", PageQuery, Page | PartOfPage, 404, 410),
)
def get_page(request: HttpRequest, key: Key) -> HttpResponse:
    """One composition: the national text, with a region's supplements at their places.

    A key that no article could have is 400, one that no article has 404, and 410 one whose
    article was withdrawn. A translation older than a safety change of its source is held back.
    """
    query = PageQuery.of(request)
    question = ("page", key, *query.as_key())

    def compose(situation: Situation) -> Answer:
        return _composed(key, query, query.language, situation)

    return deliver(request, answered(question, compose, keep=_is_kept(query)))


def _is_kept(query: PageQuery) -> bool:
    """What few ask for, and seldom twice, takes no place from what readers ask for."""
    return query.as_of is None and not query.explain


def _composed(key: str, query: PageQuery, language: str, situation: Situation) -> Answer:
    surrogate_key = f"article-{key} region-{query.region}" if query.region else f"article-{key}"
    every_part = _every_part(key, query) if query.explain else _parts(key, query)
    parts = [part for part in every_part if part.edition.region in ("", query.region)]
    article = Article(
        served=_served(parts, key, language, surrogate_key),
        choices=choices_in(parts, chain_of(language, settings.LANGUAGE_FALLBACKS)),
        region=query.region,
        care_level=query.care_level,
        reference=situation.reference,
        today=query.as_of.astimezone(SWEDEN).date() if query.as_of else situation.today,
    )
    # A time to come shows nothing before it has come.
    _check_time(article, min(query.as_of or situation.now, situation.now), surrogate_key)
    page = page_of(article)
    members = page if query.fields is None else {name: page[name] for name in query.fields}
    if query.explain:
        members = members | {"explain": explanation_of(article, every_part, query.as_of)}
    return json_answer(members, surrogate_key=surrogate_key)


def _check_time(article: Article, moment: datetime, surrogate_key: str) -> None:
    """News are not there before their time, and gone after it."""
    document = article.national.document
    if is_yet_to_come(document, moment):
        raise NothingThere("this is not shown yet", surrogate_key=surrogate_key)
    if is_over(document, moment):
        raise Withdrawn("this is no longer shown", surrogate_key=surrogate_key)


def _parts(key: str, query: PageQuery) -> list[LivePart]:
    if query.as_of is not None:
        return parts_as_of(key, query.region, query.as_of)
    return current_parts(key, query.region)


def _every_part(key: str, query: PageQuery) -> list[LivePart]:
    if query.as_of is not None:
        return parts_of_every_region_as_of(key, query.as_of)
    return current_parts_of_every_region(key)


def _served(parts: list[LivePart], key: str, language: str, surrogate_key: str) -> Served:
    try:
        return choose(parts, language, settings.LANGUAGE_FALLBACKS)
    except NotServed as reason:
        if reason.gone:
            message = f"the article {key} is withdrawn"
            raise Withdrawn(message, surrogate_key=surrogate_key) from reason
        message = f"there is no article {key} in {language} or what it falls back to"
        raise NothingThere(message, surrogate_key=surrogate_key) from reason


def _moved(found: Found, query: PathQuery) -> Answer:
    asked = query.model_dump(mode="json", exclude_unset=True) | {"path": found.path}
    asked |= {"fields": ",".join(query.fields)} if query.fields else {}
    asked |= {"explain": "true"} if query.explain else {}
    location = f"/api/v1/pages/by-path?{urlencode(asked, quote_via=quote)}"
    return Answer.of(
        b"",
        status=HTTPStatus.MOVED_PERMANENTLY,
        cache_control=BRIEFLY,
        surrogate_key=f"article-{found.key}",
        more={"Location": location},
    )
