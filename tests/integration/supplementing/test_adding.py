"""From the region's articles to a new supplement: its place is the server's to say."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from content_models.vocabulary import Kind
from region_overlays.models import Region, RegionPage, SupplementPage
from tests.factories import people
from tests.factories.editor_form import new_form
from tests.factories.published import article, draft_article, section, text

from .scene import SECTIONS, get, national, on_first, said

pytestmark = pytest.mark.django_db
OUTLINE = "supplementing:outline"


def ways(response: Any) -> list[str]:
    """The addresses behind the plus signs, in order."""
    links = BeautifulSoup(response.content, "html.parser").select("a.outline-add")
    return [str(link["href"]) for link in links]


def outline(user: Any, region: str = "14", key: str = "katarakt") -> Any:
    return get(user, OUTLINE, region, "sv", key)


def test_three_clicks_from_home_to_writing() -> None:
    national()
    client = people.client_of(people.regional_editor())
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    articles = reverse("desk:region_articles", args=["14"])
    assert f'href="{articles}"' in home
    listed = client.get(articles).content.decode()
    shown = reverse(OUTLINE, args=["14", "sv", "katarakt"])
    assert f'href="{shown}"' in listed
    form = client.get(ways(client.get(shown))[0])
    assert form.status_code == 200
    assert form.context["form"].instance.title == "Katarakt – Utredning"


def test_a_way_after_each_block_and_at_each_sections_end() -> None:
    national()
    places = [way.split("?")[1] for way in ways(outline(people.regional_editor()))]
    assert places == [
        "article=katarakt&section=utredning&after=block-1",
        "article=katarakt&section=utredning&after=block-2",
        "article=katarakt&section=utredning",
        "article=katarakt&section=behandling&after=block-3",
        "article=katarakt&section=behandling",
    ]


def test_only_the_regions_editors_are_shown_ways() -> None:
    page = national()
    on_first(page, "12", blocks=[text("Skånes ord.")])
    for user in (people.regional_approver(), people.editor(), people.draft_reader()):
        answer = outline(user)
        assert answer.status_code == 200
        assert ways(answer) == []
        assert "Skånes ord" not in answer.content.decode()
    assert "Skånes ord" in outline(people.editor(), "12").content.decode()
    for user in (people.regional_editor("12", "erik"), people.expert(), people.approver()):
        # Wagtail answers who is refused with a redirect to its home page.
        assert outline(user).status_code == 302


def test_what_is_not_published_or_takes_no_supplements_is_not_there() -> None:
    draft_article("utkast")
    article("nytt", kind=Kind.NEWS)
    user = people.regional_editor()
    assert outline(user, key="utkast").status_code == 404
    assert outline(user, key="nytt").status_code == 404
    assert outline(user, key="finns-inte").status_code == 404
    assert outline(user, "99").status_code == 404


def test_what_is_left_of_a_withdrawn_article_is_its_supplements() -> None:
    page = national()
    on_first(page, blocks=[text("Ring bakjouren.")])
    page.unpublish()
    shown = outline(people.regional_editor())
    assert "Ring bakjouren" in shown.content.decode()
    assert "inte publicerad" in shown.content.decode()
    assert ways(shown) == []
    assert outline(people.regional_editor("12", "gun"), "12").status_code == 404


def test_a_declined_kind_has_no_ways() -> None:
    article("barn", kind=Kind.YOUTH_PAGE, age_min=7, age_max=12, sections=SECTIONS)
    region = Region.objects.get(pk="14")
    user = people.regional_editor()
    assert ways(outline(user, key="barn"))
    region.kinds = [Kind.KNOWLEDGE_SUPPORT, Kind.CITIZEN_ARTICLE]
    region.save()
    assert ways(outline(user, key="barn")) == []
    parent = RegionPage.objects.get(region_id="14", locale__language_code="sv")
    form = reverse("wagtailadmin_pages:add", args=["region_overlays", "supplementpage", parent.pk])
    place = {"article": "barn", "section": "utredning"}
    answer = people.client_of(user).get(form, place, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("desk:region_articles", args=["14"])
    assert "skriver inga tillägg" in said(answer)


@pytest.mark.parametrize("kind", [Kind.KNOWLEDGE_SUPPORT, Kind.CITIZEN_ARTICLE, Kind.YOUTH_PAGE])
def test_adding_to_every_kind(kind: Kind) -> None:
    ages = {"age_min": 7, "age_max": 12} if kind is Kind.YOUTH_PAGE else {}
    article("katarakt", kind=kind, sections=SECTIONS, **ages)
    client = people.client_of(people.regional_editor())
    page = added(client)
    assert (page.article_key, page.section_id, page.block_id) == (
        "katarakt",
        "utredning",
        "block-1",
    )
    assert (page.region_id, page.supplement_id) == ("14", "utredning")
    assert page.anchor_quote == "Undersök synskärpan."
    assert page.anchor_hash


def added(client: Any) -> SupplementPage:
    parent = RegionPage.objects.get(region_id="14", locale__language_code="sv")
    place = {"article": "katarakt", "section": "utredning", "after": "block-1"}
    form = new_form(client, SupplementPage, parent, **place)
    block = {"html": rich_text("<p>Ring oss.</p>"), "care_levels": []}
    form.update(nested_form_data({"body": streamfield([("text", block)])}))
    known = set(SupplementPage.objects.values_list("pk", flat=True))
    address = reverse(
        "wagtailadmin_pages:add", args=["region_overlays", "supplementpage", parent.pk]
    )
    answer = client.post(address, form)
    assert answer.status_code == 302, answer.context["form"].errors
    return SupplementPage.objects.exclude(pk__in=known).get()


def test_several_stand_in_the_order_they_were_added() -> None:
    national()
    client = people.client_of(people.regional_editor())
    first, second = added(client), added(client)
    assert first.position < second.position
    assert [first.supplement_id, second.supplement_id] == ["utredning", "utredning-2"]


def test_without_a_place_the_region_is_asked_for_one() -> None:
    national()
    parent = RegionPage.objects.get(region_id="14", locale__language_code="sv")
    client = people.client_of(people.regional_editor())
    address = reverse(
        "wagtailadmin_pages:add", args=["region_overlays", "supplementpage", parent.pk]
    )
    bare = client.get(address)
    assert bare.headers["Location"] == reverse("desk:region_articles", args=["14"])
    gone = client.get(address, {"article": "katarakt", "section": "borta"}, follow=True)
    assert gone.redirect_chain[-1][0] == reverse(OUTLINE, args=["14", "sv", "katarakt"])
    assert "finns inte längre" in said(gone)


def test_the_outline_costs_the_same_with_many_supplements(
    django_assert_max_num_queries: Any,
) -> None:
    page = national(sections=[section("utredning", text("Ett.", id="b1"), text("Två.", id="b2"))])
    user = people.regional_editor()
    on_first(page)
    with django_assert_max_num_queries(40) as few:
        outline(user)
    for number in range(6):
        on_first(page, id=f"till-{number}")
    with django_assert_max_num_queries(len(few)):
        outline(user)
