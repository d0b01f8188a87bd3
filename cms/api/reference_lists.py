"""GET /regions and /programme-areas: reference data, whole."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from cms.api.answering import Situation, answered
from cms.api.answers import Answer, deliver, json_answer
from cms.api.declaring import declared
from cms.api.regions import region_item
from cms.api.requested import NoParameters
from cms.api.schemas.lists import AreaList, RegionList
from content_models.editions.listing import swedish_order

router = Router(tags=["Reference data"])


@router.api_operation(
    ["GET", "HEAD"], "/regions", **declared("listRegions", NoParameters, RegionList)
)
def list_regions(request: HttpRequest) -> HttpResponse:
    """Sweden's 21 regions, by code, and what each takes part in."""
    NoParameters.of(request)

    def compose(situation: Situation) -> Answer:
        reference = situation.reference
        items = [region_item(code, reference) for code in sorted(reference.regions)]
        return json_answer({"items": items, "next": None}, surrogate_key="regions")

    return deliver(request, answered(("regions",), compose))


@router.api_operation(
    ["GET", "HEAD"], "/programme-areas", **declared("listProgrammeAreas", NoParameters, AreaList)
)
def list_programme_areas(request: HttpRequest) -> HttpResponse:
    """The national programme areas, in Swedish order of name."""
    NoParameters.of(request)

    def compose(situation: Situation) -> Answer:
        links = situation.reference.area_links
        items = [{"name": name, "url": links[name]} for name in sorted(links, key=swedish_order)]
        return json_answer({"items": items, "next": None}, surrogate_key="programme-areas")

    return deliver(request, answered(("programme-areas",), compose))
