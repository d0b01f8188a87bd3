"""Pasting from Word: through the browser's own clipboard, into an open form, saved as a draft."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from content_models.documents.rendering import stored
from content_models.models import FolderPage, KnowledgeSupportPage
from content_models.vocabulary import Kind
from region_overlays.models import SupplementPage
from tests.browser.conftest import Shot, SignedIn
from tests.browser.editor import add_block, save_draft, write_in_draftail, write_title
from tests.factories import people, published

WORD = (Path(__file__).parents[1] / "unit/content_models/pasting/clipboards/word.html").read_text(
    encoding="utf-8"
)
COPY = """html => document.addEventListener('copy', event => {
    event.preventDefault();
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', 'utan form');
}, {once: true})"""


@pytest.fixture
def page(site: str, signed_in: SignedIn) -> Page:
    return signed_in(people.editor("åsa").get_username())


def paste(field: Locator, html: str) -> None:
    """Copy the HTML as another program would, and paste it with the keyboard."""
    field.page.evaluate(COPY, html)
    field.page.keyboard.press("ControlOrMeta+C")
    field.focus()
    field.page.keyboard.press("ControlOrMeta+V")


def contents(page: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Sections' headings → type and words of each block."""
    return [
        (
            child["value"]["title"],
            [
                (block["type"], block["value"].get("html") or str(block["value"].get("table")))
                for block in child["value"]["blocks"]
            ],
        )
        for child in stored(page.get_latest_revision_as_object().sections)
        if child["value"]["blocks"]
    ]


def test_a_chapter_from_word_comes_in_as_sections_and_blocks(page: Page, shot: Shot) -> None:
    folder = FolderPage.objects.get(kind=Kind.KNOWLEDGE_SUPPORT, locale__language_code="sv")
    page.goto(f"/admin/pages/add/content_models/knowledgesupportpage/{folder.pk}/")
    write_title(page, "Klistrat")
    sections = page.locator("[data-contentpath=sections]")

    sections.get_by_text("Klistra in från Word").click()
    paste(sections.get_by_role("textbox", name="Klistra in här"), WORD)

    told = sections.get_by_role("status").first
    expect(told).to_contain_text("2 rubriker, 3 stycken, 5 listpunkter, 1 tabell")
    expect(told).to_contain_text("1 bild är utelämnad")
    shot(page, "pasted-from-word")
    number = save_draft(page)

    draft = KnowledgeSupportPage.objects.get(pk=number)
    found = dict(contents(draft))
    assert list(found) == ["Om hälsotillståndet", "Förekomst"]
    assert [kind for kind, _words in found["Förekomst"]] == [
        "text",
        "list",
        "text",
        "list",
        "table",
    ]
    assert found["Förekomst"][1][1].count("<ul>") == 2
    assert "5\u00a0μg vid 10⁹/L" in found["Förekomst"][0][1]
    everything = str(found)
    for word in ("mso", "style", "class=", "file:", "alert", "dold", "fotnot", "NPO"):
        assert word not in everything
    shot(page, "pasted-and-saved")


def test_pasting_into_a_text_goes_on_after_it_and_can_be_taken_away(page: Page, shot: Shot) -> None:
    article = published.draft_article(
        sections=[published.section("utredning", published.text("Redan här."))]
    )
    page.goto(f"/admin/pages/{article.pk}/edit/")
    sections = page.locator("[data-contentpath=sections]")
    sections.locator("[data-panel-toggle][aria-expanded=false]").first.click()
    words = sections.locator(".public-DraftEditor-content")
    expect(words.last).to_be_visible()

    paste(words.last, WORD)
    told = sections.get_by_role("status").first
    expect(told).to_contain_text("Inklistrat")
    told.get_by_role("button", name="Ta bort det inklistrade").click()
    expect(told).to_contain_text("borttaget")
    paste(
        words.last,
        "<html><body><!--StartFragment--><p class=MsoNormal>Ett <b>nytt</b> "
        "stycke.<o:p></o:p></p><!--EndFragment--></body></html>",
    )
    expect(words.last).to_contain_text("Ett nytt stycke.")
    paste(words.last, "<table><tr><th>A</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>")
    expect(told).to_contain_text("1 tabell")
    save_draft(page)

    article.refresh_from_db()
    ((_title, blocks),) = contents(article)
    assert [kind for kind, _words in blocks] == ["text", "table"]
    assert "Redan här." in blocks[0][1]
    assert "<b>nytt</b>" in blocks[0][1]


def test_pasting_into_a_supplement_and_into_a_box(signed_in: SignedIn, shot: Shot) -> None:
    national = published.article()
    supplement = published.draft_supplement(national)
    page = signed_in(people.regional_editor().get_username())
    page.goto(f"/admin/pages/{supplement.pk}/edit/")
    body = page.locator("[data-contentpath=body]")

    body.get_by_text("Klistra in från Word").click()
    paste(body.get_by_role("textbox", name="Klistra in här"), WORD)
    expect(body.get_by_role("status").first).to_contain_text("Inklistrat")
    box = add_block(body, "Fakta")
    write_in_draftail(box, "Fakta:")
    paste(box.locator("[contenteditable=true]").first, "<ul><li>Ett</li><li>Två</li></ul>")
    expect(box).to_contain_text("Två")
    # What is pasted reaches the form a moment later.
    held = box.locator("input:has(+ [data-draftail-editor-wrapper])").first
    expect(held).to_have_value(re.compile("Två"))
    shot(page, "pasted-into-a-supplement")
    save_draft(page)

    draft = SupplementPage.objects.get(pk=supplement.pk).get_latest_revision_as_object()
    blocks = stored(draft.body)
    assert "Regional text." in blocks[0]["value"]["html"]
    assert [block["type"] for block in blocks[1:]] == [
        *("text", "text", "text", "text", "list", "text", "list", "table", "facts")
    ]
    assert re.search("<h4[^>]*>Om hälsotillståndet</h4>", blocks[1]["value"]["html"])
    assert re.search("<li[^>]*>Två</li>", blocks[-1]["value"]["html"])


def test_too_much_is_refused_in_words_and_nothing_is_lost(page: Page) -> None:
    article = published.draft_article()
    page.goto(f"/admin/pages/{article.pk}/edit/")
    sections = page.locator("[data-contentpath=sections]")
    sections.get_by_text("Klistra in från Word").click()

    paste(
        sections.get_by_role("textbox", name="Klistra in här"),
        "<div>" * 200 + "<h2>Djupt</h2>" + "</div>" * 200,
    )

    expect(sections.get_by_role("status").first).to_contain_text("för många ramar")
    expect(sections).to_contain_text("Ett stycke.")
