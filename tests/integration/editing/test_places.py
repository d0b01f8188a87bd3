"""Where a supplement stands, and whose it is, is the server's to say: nothing posted changes it."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from content_models.models import KnowledgeSupportPage
from region_overlays.models import RegionPage, SupplementPage
from region_overlays.placing import choose_place
from tests.factories import people
from tests.factories.editor_form import edit_address, new_form, whole_form
from tests.factories.published import article, draft_supplement, section, text
from tests.factories.reviewing import latest

pytestmark = pytest.mark.django_db
PLACE = {"article": "katarakt", "section": "utredning", "after": "block-1"}
STANDS = ("region_id", "article_key", "section_id", "block_id", "anchor_hash", "anchor_quote")
NAMED = ("supplement_id", "position", "locale_id")


@pytest.fixture(autouse=True)
def articles(db: None) -> None:
    for key in ("katarakt", "glaukom"):
        article(
            key,
            sections=[
                section("utredning", text("Undersök.", id="block-1")),
                section("behandling", text("Operera.", id="block-2")),
            ],
        )


def page_of(region: str, language: str = "sv") -> Any:
    return RegionPage.objects.get(region_id=region, locale__language_code=language)


def form_of_new(client: Client) -> QueryDict:
    """What the form of a new supplement posts for region 14, with a text in it."""
    form = new_form(client, SupplementPage, page_of("14"), **PLACE)
    block = {"html": rich_text("<p>Ring oss.</p>"), "care_levels": []}
    form.update(nested_form_data({"body": streamfield([("text", block)])}))
    return form


def added(client: Client, parent: Any, form: QueryDict) -> Any:
    place = ["region_overlays", "supplementpage", parent.pk]
    return client.post(reverse("wagtailadmin_pages:add", args=place), form)


def refused(answer: Any) -> None:
    assert answer.status_code == 200
    [said] = answer.context["form"].non_field_errors()
    assert "välj platsen" in said
    page = answer.content.decode()
    assert "välj platsen" in page
    assert "Ring oss." in page
    assert not SupplementPage.objects.exists()


def standing(page: Any, *names: str) -> list[Any]:
    return [getattr(page, name) for name in names or (*STANDS, *NAMED)]


def test_a_place_of_ones_own_is_taken(regional: Client) -> None:
    assert added(regional, page_of("14"), form_of_new(regional)).status_code == 302
    made = SupplementPage.objects.get()
    assert standing(made, "region_id", "article_key", "section_id", "block_id") == [
        "14",
        "katarakt",
        "utredning",
        "block-1",
    ]


@pytest.mark.parametrize("place", ["", "x", "katarakt", "{}", "a:b:c", "å", "x" * 5000])
def test_what_nobody_signed_is_no_place(regional: Client, place: str) -> None:
    form = form_of_new(regional)
    form["place"] = place
    refused(added(regional, page_of("14"), form))


def test_no_place_is_no_place(regional: Client) -> None:
    form = form_of_new(regional)
    del form["place"]
    form["article_key"], form["section_id"] = "katarakt", "utredning"
    refused(added(regional, page_of("14"), form))


def test_a_signed_place_is_not_changed_on_the_way(regional: Client) -> None:
    form = form_of_new(regional)
    content, stamp = form["place"].split(":", 1)
    for changed in (f"{content}A:{stamp}", f"A{content}:{stamp}", f"{content}:{stamp}A"):
        form["place"] = changed
        refused(added(regional, page_of("14"), form))


def test_another_regions_place_is_none_of_ones_own(regional: Client) -> None:
    form = form_of_new(regional)
    form["place"] = choose_place(page_of("12"), "katarakt", "utredning", "block-1").signed()
    refused(added(regional, page_of("14"), form))


def test_ones_own_place_opens_no_other_region(regional: Client) -> None:
    answer = added(regional, page_of("12"), form_of_new(regional))
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("wagtailadmin_home")
    assert not SupplementPage.objects.exists()
    # Also for somebody who may write beneath both.
    people.regional_editor("14", "bo")
    both = people.client_of(people.regional_editor("12", "bo"))
    refused(added(both, page_of("12"), form_of_new(regional)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("region", "12"),
        ("region_id", "12"),
        ("article_key", "glaukom"),
        ("section_id", "behandling"),
        ("block_id", "block-2"),
        ("anchor_hash", "0" * 16),
        ("anchor_quote", "Operera."),
        ("supplement_id", "annat"),
        ("position", "7"),
        ("locale", "2"),
        ("place", "signed elsewhere"),
    ],
)
def test_nothing_that_is_posted_moves_it(regional: Client, field: str, value: str) -> None:
    national = KnowledgeSupportPage.objects.get(key="katarakt")
    page = latest(draft_supplement(national, "14", after=1, id="ett"))
    form = whole_form(regional, page)
    assert field not in form
    before = standing(page)
    form["title"] = "Ny titel"
    if field == "place":
        value = choose_place(page_of("14"), "glaukom", "behandling", None).signed()
    form[field] = value
    assert regional.post(edit_address(page), form).status_code == 302
    after = latest(page)
    assert standing(after) == before
    draft = after.get_latest_revision_as_object()
    assert (draft.title, standing(draft)) == ("Ny titel", before)


def test_nothing_that_is_posted_places_a_new_one_elsewhere(regional: Client) -> None:
    form = form_of_new(regional)
    wrong = {"region": "12", "article_key": "glaukom", "section_id": "behandling"}
    form.update(wrong | {"block_id": "block-2", "supplement_id": "annat", "position": "7"})
    assert added(regional, page_of("14"), form).status_code == 302
    made = SupplementPage.objects.get()
    assert standing(made, "region_id", "article_key", "section_id", "block_id") == [
        "14",
        "katarakt",
        "utredning",
        "block-1",
    ]
    assert standing(made, "supplement_id", "position") == ["utredning", 0]
