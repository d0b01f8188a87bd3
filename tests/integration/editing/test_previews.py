"""The live preview: the form as it stands, as readers in a region would get it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from content_models.models import CurrentEdition, KnowledgeSupportPage
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from tests.factories import people
from tests.factories.editor_form import new_form, whole_form
from tests.factories.published import article, draft_article, draft_supplement, section, text
from tests.factories.published import supplement as published_supplement

NATIONAL = [section("utredning", text("Nationellt.", id="b1"), title="Utredning")]


def shown(client: Client, page: Any, mode: str = "article", form: QueryDict | None = None) -> str:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    posted = client.post(address, form if form is not None else whole_form(client, page))
    assert posted.json() == {"is_valid": True, "is_available": True}
    response = client.get(address, {"mode": mode})
    assert response.status_code == 200
    return response.content.decode()


def in_region(client: Client, code: str, level: str = "") -> None:
    client.cookies["tillagg_preview"] = f"{code}.{level}"


def test_what_is_typed_is_shown_and_nothing_is_saved(national: Client) -> None:
    page = article(sections=NATIONAL)
    form = whole_form(national, page)
    form["title"] = "Katarakt & <b>starr</b>"
    before = CurrentEdition.objects.get().edition_id
    document = shown(national, page, form=form)
    assert "<h1>Katarakt &amp; &lt;b&gt;starr&lt;/b&gt;</h1>" in document
    page.refresh_from_db()
    assert page.title == "Katarakt"
    assert page.revisions.count() == 1
    assert CurrentEdition.objects.get().edition_id == before


def test_the_chosen_regions_supplements_and_no_others(national: Client) -> None:
    page = article(sections=NATIONAL)
    for region, words in (("12", "Ring Lund."), ("14", "Ring Borås.")):
        published_supplement(page, region, id="utredning", blocks=[text(words)])
    assert "Ring" not in shown(national, page)
    in_region(national, "14")
    document = shown(national, page)
    assert "Ring Borås." in document
    assert "Ring Lund." not in document


@pytest.mark.parametrize("cookie", ["99.", "14", "<script>.", ".hemma", "14.primary.x", "." * 5000])
def test_a_cookie_of_nonsense_chooses_nothing(national: Client, cookie: str) -> None:
    page = article(sections=NATIONAL)
    published_supplement(page, "14", id="utredning", blocks=[text("Ring Borås.")])
    national.cookies["tillagg_preview"] = cookie
    document = shown(national, page)
    assert "Nationellt." in document
    assert "Ring" not in document


def test_a_care_level_leaves_out_the_others_words(national: Client) -> None:
    blocks = [text("Alla."), text("Bara specialister.", care_levels=("specialised",))]
    page = article(sections=[section("utredning", *blocks)])
    in_region(national, "", "primary")
    document = shown(national, page)
    assert "Alla." in document
    assert "Bara specialister." not in document


def test_a_supplement_is_shown_in_its_place(regional: Client) -> None:
    page = article(sections=NATIONAL)
    draft = draft_supplement(page, "14", id="utredning", blocks=[text("Skickas till Borås.")])
    document = shown(regional, draft)
    assert document.index("Nationellt.") < document.index("Skickas till Borås.")
    assert "Västra Götalandsregionen" in document


def test_a_supplement_to_nothing_says_so(regional: Client) -> None:
    page = draft_article(sections=NATIONAL)
    draft = draft_supplement(page, "14", id="utredning")
    assert "”katarakt” är inte publicerad" in shown(regional, draft)


def test_the_counterpart_is_the_one_that_readers_have(national: Client) -> None:
    article("gra-starr", kind=Kind.CITIZEN_ARTICLE, title="Grå starr", sections=[])
    page = draft_article(counterpart_key="gra-starr")
    assert "<h1>Grå starr</h1>" in shown(national, page, "counterpart")
    lonely = draft_article("glaukom")
    assert "motsvarighet" in shown(national, lonely, "counterpart")


def test_readability_against_the_youngest_reader(national: Client) -> None:
    easy = "Du får en salva i ögat. Den är lite kall. Det gör inte ont. " * 12
    hard = "Oftalmologiska undersökningar förutsätter pupilldilatation. " * 30
    for words, says in (
        (easy, "passar läsare från 7 år"),
        (hard, "är för svårt för läsare från 7 år"),
    ):
        page = draft_article(
            f"sida-{len(words)}",
            kind=Kind.YOUTH_PAGE,
            age_min=7,
            age_max=9,
            sections=[section("tom", title="En oftalmologisk rubrik"), section("hur", text(words))],
        )
        document = shown(national, page, "readability")
        assert says in document, document
    assert "<mark" in document


def test_a_citation_of_nothing_is_told_in_words(national: Client) -> None:
    page = draft_article(sections=NATIONAL)
    form = whole_form(national, page)
    name = "sections-0-value-blocks-0-value-html"
    content = json.loads(form[name])
    content["blocks"][0]["text"] = "Se [^saknas]."
    form[name] = json.dumps(content)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert national.post(address, form).json()["is_valid"] is False


def test_a_page_that_is_being_made(national: Client) -> None:
    parent = folder_for(Kind.KNOWLEDGE_SUPPORT, "sv")
    form = new_form(national, KnowledgeSupportPage, parent)
    form["title"] = "Ny artikel"
    place = ["content_models", "knowledgesupportpage", parent.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=place)
    assert national.post(address, form).json()["is_valid"] is True
    assert "<h1>Ny artikel</h1>" in national.get(address).content.decode()


@pytest.mark.parametrize("mode", ["", "annat", "../x"])
def test_a_preview_that_there_is_not(national: Client, mode: str) -> None:
    page = draft_article()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    national.post(address, whole_form(national, page))
    assert national.get(address, {"mode": mode or "annat"}).status_code in {302, 403}


def test_who_may_not_write_there_sees_no_draft(regional: Client) -> None:
    page = draft_article(title="Hemlig")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert regional.get(address).status_code == 302
    assert people.client_of(people.draft_reader()).get(address).status_code == 302


def test_a_drafts_preview_by_its_address(national: Client) -> None:
    page = draft_article(title="Utkast", sections=NATIONAL)
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert "<h1>Utkast</h1>" in national.get(address).content.decode()


def test_a_supplement_whose_own_languages_article_is_withdrawn(national: Client) -> None:
    source = article(sections=NATIONAL)
    published_supplement(source, "14", id="utredning", blocks=[text("Ring Borås.")])
    english = article(language="en", title="Cataract", sections=NATIONAL)
    source.unpublish()
    in_region(national, "14")
    assert "Ring Borås." in shown(national, english)
