"""What the editor's form gets back for a paste: blocks as its own widgets begin with them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content_models.blocks.sections import ContentBlocks
from content_models.models import FolderPage, KnowledgeSupportPage
from content_models.vocabulary import Kind
from tests.factories import people, published

pytestmark = pytest.mark.django_db
HTML = (
    "<h2>Utredning</h2><p>Ett <b>ord</b>.</p><h2>Nytt</h2><ul><li>a</li></ul>"
    "<table><tr><th>A</th></tr><tr><td>1</td></tr></table>"
)
SECTIONS = [{"id": "utredning", "title": "Utredning", "level": 2}]


@pytest.fixture
def editor() -> Client:
    return people.client_of(people.editor())


def paste(editor: Client, page: Any, query: str = "", **members: Any) -> Any:
    address = reverse("pasting", args=[page.pk]) + query
    return editor.post(address, members, content_type="application/json")


def places(response: Any) -> list[tuple[int, str | None, list[str]]]:
    return [
        (step["place"], step["new"] and step["new"]["section_id"], _types(step["blocks"]))
        for step in response.json()["steps"]
    ]


def _types(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["type"] for block in blocks]


def test_an_article_whose_headings_are_free_gets_new_sections(editor: Client) -> None:
    page = published.draft_article(kind=Kind.CITIZEN_ARTICLE)

    response = paste(editor, page, html=HTML, sections=SECTIONS)

    assert places(response) == [(0, None, ["text"]), (1, "nytt", ["list", "table"])]
    assert response.json()["told"] == [
        "Inklistrat: 2 rubriker, 1 stycke, 1 listpunkt, 1 tabell. Läs igenom det."
    ]


def test_an_article_whose_headings_are_fixed_keeps_them(editor: Client) -> None:
    page = published.draft_article()
    folder = page.get_parent()
    assert FolderPage.objects.get(pk=folder.pk).kind == Kind.KNOWLEDGE_SUPPORT

    for response in (
        paste(editor, page, html=HTML, sections=SECTIONS),
        paste(editor, folder, html=HTML, sections=SECTIONS),
        paste(editor, folder, "?model=knowledgesupportpage", html=HTML, sections=SECTIONS),
    ):
        assert places(response) == [(0, None, ["text", "text", "list", "table"])]


def test_a_supplement_has_no_sections(editor: Client) -> None:
    supplement = published.draft_supplement(published.article())
    region = people.client_of(people.regional_editor())

    response = paste(region, supplement, html=HTML, sections=None)

    assert places(response) == [(0, None, ["text", "text", "text", "list", "table"])]
    assert paste(editor, supplement, html=HTML).status_code in (302, 403)


def test_blocks_are_the_forms_own_state_and_nothing_is_stored(editor: Client) -> None:
    page = published.draft_article()
    before = KnowledgeSupportPage.objects.get(pk=page.pk).latest_revision_id

    (step,) = paste(editor, page, html=HTML, sections=SECTIONS).json()["steps"]

    text = json.loads(step["blocks"][0]["value"]["html"])
    assert [one["text"] for one in text["blocks"]] == ["Ett ord."]
    table = step["blocks"][-1]["value"]["table"]
    assert [column["heading"] for column in table["columns"]] == ["A"]
    assert set(step["blocks"][0]["value"]) == set(ContentBlocks().child_blocks["text"].child_blocks)
    assert KnowledgeSupportPage.objects.get(pk=page.pk).latest_revision_id == before


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ("inte json", 400, "inget urklipp"),
        ('{"html": 1}', 400, "inget urklipp"),
        ('{"html": "", "sections": [], "at": -1}', 400, "inget urklipp"),
        ('{"html": "", "okänt": 1}', 400, "inget urklipp"),
        (json.dumps({"html": "<div>" * 200}), 413, "ramar"),
        (json.dumps({"html": "<p>a</p>" * 400_000}), 413, "ett kapitel i taget"),
        (json.dumps({"html": "<p>a</p>" * 260_000}), 413, "ett kapitel i taget"),
    ],
)
def test_what_cannot_be_pasted_is_refused_in_words(
    editor: Client, body: str, status: int, said: str
) -> None:
    page = published.draft_article()
    address = reverse("pasting", args=[page.pk])

    response = editor.post(address, body, content_type="application/json")

    assert response.status_code == status
    assert said in response.json()["told"][0]


def test_it_is_only_posted_to_and_asks_for_the_forms_token() -> None:
    page = published.draft_article()
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(people.editor())
    address = reverse("pasting", args=[page.pk])

    assert careful.get(address).status_code == 405
    assert careful.post(address, {"html": ""}, content_type="application/json").status_code == 403


def test_the_cost_does_not_grow_with_the_paste(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    page = published.draft_article()
    with django_assert_max_num_queries(20):
        assert paste(editor, page, html=HTML * 100, sections=SECTIONS).status_code == 200
