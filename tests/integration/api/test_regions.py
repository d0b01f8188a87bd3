"""What answers tell of a region: its facts, its logo, its quick links; seen as soon as changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.api import reference
from content_models.models import ApprovingBody
from content_models.vocabulary import Kind
from region_overlays.models import Region, RegionQuickLink
from tests.factories.published import article
from tests.integration.import_content.content import picture
from tests.integration.languages.every_block import image

pytestmark = pytest.mark.django_db


def link(label: str, audience: str = "", region: str = "14", order: int = 0) -> RegionQuickLink:
    return RegionQuickLink.objects.create(
        region_id=region, label=label, url="/lank/", audience=audience, sort_order=order
    )


@pytest.fixture
def told(read: Any) -> Any:
    """What is told of region 14."""

    def told() -> Any:
        return next(item for item in read("/regions")["items"] if item["code"] == "14")

    told()
    return told


def region() -> Region:
    return Region.objects.get(pk="14")


def test_facts_are_seen_at_once(told: Any) -> None:
    changed = region()
    changed.short_name, changed.contact = "VGR", "kontakt@example.org"
    changed.languages, changed.kinds = ["fi", "sv"], [Kind.CITIZEN_ARTICLE]
    changed.save()

    assert told()["short_name"] == "VGR"
    assert told()["contact"] == "kontakt@example.org"
    assert told()["languages"] == ["sv", "fi"]
    assert told()["kinds"] == ["citizen-article"]


def test_quick_links_come_and_go_in_their_order(told: Any) -> None:
    link("Sist", order=2)
    first = link("Först", "citizen", order=1)
    link("Skånskt", region="12")

    assert told()["quick_links"] == [
        {"label": "Först", "url": "/lank/", "audience": "citizen"},
        {"label": "Sist", "url": "/lank/", "audience": None},
    ]
    first.delete()
    assert [one["label"] for one in told()["quick_links"]] == ["Sist"]


def test_approving_bodies_come_and_go_in_swedish_order(told: Any) -> None:
    bodies = [
        ApprovingBody.objects.create(name=name, url=url)
        for name, url in [("Östra", ""), ("Akuten", "https://example.org/akuten")]
    ]

    region().approving_bodies.add(*bodies)
    assert told()["approving_bodies"] == [
        {"name": "Akuten", "url": "https://example.org/akuten"},
        {"name": "Östra", "url": None},
    ]
    region().approving_bodies.remove(bodies[1])
    assert [body["name"] for body in told()["approving_bodies"]] == ["Östra"]


def test_a_logo_is_an_unchanging_copy_of_its_image(told: Any) -> None:
    chosen, held = image(), region()
    held.logo = chosen
    held.save()

    before = told()["logo"]
    assert before["url"].startswith("/media/published/")
    assert before["alt"] == "Västra Götalandsregionen"
    assert (before["width"], before["height"]) == (chosen.width, chosen.height)

    new = ImageFile(ContentFile(picture("blue"), name="ny.png"), name="ny.png")
    chosen.file, chosen.width, chosen.height = new, 0, 0
    chosen.save()
    after = told()["logo"]
    assert after["url"] != before["url"]
    for address in (before["url"], after["url"]):
        assert default_storage.exists(address.removeprefix("/media/"))
    held = region()
    held.logo = None
    held.save(update_fields=["logo"])
    assert told()["logo"] is None


def test_an_image_that_is_no_logo_moves_nothing(told: Any) -> None:
    other = image()
    told()
    before = reference._latest
    other.title = "Ett annat namn"
    other.save()
    told()
    assert reference._latest is before


def test_the_regions_own_links_come_last_on_the_start_page_of_their_audience(read: Any) -> None:
    article("start", kind=Kind.START_PAGE)
    link("För alla", order=1)
    link("För personal", "staff", order=2)
    link("För invånare", "citizen", order=3)
    link("Skånskt", region="12")

    assert read("/start", region="14")["quick_links"][-2:] == [
        {"label": "För alla", "url": "/lank/", "region": "14"},
        {"label": "För personal", "url": "/lank/", "region": "14"},
    ]
    assert read("/start")["quick_links"] == []
    link("Ny", "staff", order=4)
    assert read("/start", region="14")["quick_links"][-1]["label"] == "Ny"


def test_the_cost_of_the_regions_does_not_grow(read: Any) -> None:
    def cost() -> int:
        reference.forget()
        with CaptureQueriesContext(connection) as queries:
            read("/regions")
        return len(queries)

    region().approving_bodies.add(ApprovingBody.objects.create(name="En instans"))
    few = cost()
    for held in Region.objects.all():
        held.approving_bodies.add(ApprovingBody.objects.create(name=held.name))
        link("Länk", region=held.pk)
    assert cost() == few
