"""GET /start: an audience's start page, with what is new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cms.api.answering import Situation, answered
from cms.api.answers import Answer, deliver, json_answer
from cms.api.declaring import declared
from cms.api.news import new_and_revised, news
from cms.api.page import approval_of, receipt_part, region_of
from cms.api.parameters import Parameters
from cms.api.problems import NothingThere
from cms.api.reference import Reference
from cms.api.regions import quick_links_for
from cms.api.schemas.start import StartPage
from cms.api.serving import NotServed, Served, choose
from cms.api.values import AnyLanguage, OneOf, Region
from content_models.editions.reading import current_parts
from content_models.models import ListedArticle
from content_models.pages.section_templates import ABOUT_THE_SITE, RESEARCH, WELCOME
from content_models.vocabulary import SOURCE_LANGUAGE, Audience, Kind
from region_overlays.composition import NationalPart, compose

router = Router(tags=["Start pages"])
Json = dict[str, Any]
BEFORE_HEADINGS = "ingress"
PLACES = {"welcome": WELCOME, "research": RESEARCH, "about": ABOUT_THE_SITE}
"""Member → the section that it holds."""


class StartQuery(Parameters):
    """Whose start page is wanted."""

    audience: Annotated[str, OneOf(tuple(Audience))] = Audience.STAFF.value
    region: Region | None = Field(None, description="Adds the region's own quick links.")
    language: AnyLanguage = SOURCE_LANGUAGE.value


@router.api_operation(["GET", "HEAD"], "/start", **declared("getStart", StartQuery, StartPage, 404))
def get_start(request: HttpRequest) -> HttpResponse:
    """Hero, cards, quick links, news, what is new and revised, what is on consultation."""
    query = StartQuery.of(request)

    def compose_start(situation: Situation) -> Answer:
        key = f"start region-{query.region}" if query.region else "start"
        return json_answer(_start(query, situation), surrogate_key=f"{key} pages")

    return deliver(request, answered(("start", *query.as_key()), compose_start))


def _start(query: StartQuery, situation: Situation) -> Json:
    served, reference = _served(query), situation.reference
    edition = served.part.edition
    national = NationalPart.of(edition)
    document = national.document
    return {
        "key": document["key"],
        "audience": document["audience"],
        "language": served.asked,
        "served_language": served.language,
        "languages": served.languages_in_order,
        "region": region_of(query.region, reference),
        "title": document["title"],
        "summary": document["summary"],
        "search_prompt": document["search_prompt"],
        **_sections(compose(national, [], today=situation.today).sections),
        "cards": document["cards"],
        "quick_links": _quick_links(document, query, reference),
        "news": news(query.audience, served.language, situation),
        "new_and_revised": new_and_revised(query.audience, served.language, situation),
        "on_consultation": [],
        "approved": approval_of(edition, reference),
        "modified": edition.valid_from,
        "receipt": {"sequence": edition.sequence, "parts": [receipt_part(edition)]},
    }


def _served(query: StartQuery) -> Served:
    """Raises NothingThere; of several start pages for an audience the first by key is served."""
    found = ListedArticle.objects.filter(kind=Kind.START_PAGE, audience=query.audience)
    key = found.order_by("key").values_list("key", flat=True).first()
    try:
        return choose(
            current_parts(key) if key else [], query.language, settings.LANGUAGE_FALLBACKS
        )
    except NotServed as reason:
        message = f"there is no start page for {query.audience} in {query.language}"
        raise NothingThere(message, surrogate_key="start") from reason


def _sections(sections: list[Json]) -> Json:
    """Each where it belongs; the others stay in order under `sections`."""
    by_id = {section["id"]: section for section in sections}
    hero = by_id.pop(BEFORE_HEADINGS, None)
    placed = {member: by_id.pop(name, None) for member, name in PLACES.items()}
    return {"hero": hero["blocks"] if hero else [], **placed, "sections": list(by_id.values())}


def _quick_links(
    document: Mapping[str, Any], query: StartQuery, reference: Reference
) -> list[Json]:
    """The national ones, those that the start page has for the region, then the region's own."""
    links: list[Json] = document["quick_links"]
    national = [link for link in links if link["region"] is None]
    region = query.region
    regional = [link for link in links if link["region"] is not None and link["region"] == region]
    return national + regional + quick_links_for(region, query.audience, reference)
