"""An editor's morning: what waits, finding an article, a file to take home, a new one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from cms.desk.links.following import follow_links
from content_models.models import KnowledgeSupportPage
from tests.browser.conftest import Shot, SignedIn
from tests.browser.editor import save_draft, write_title
from tests.factories import people
from tests.factories.published import article, codes, section, text
from tests.factories.reviewing import changed, written

PHONE = {"width": 390, "height": 844}
LINK = '<p>Se <a href="/finns-inte/">mer</a>.</p>'


@pytest.fixture
def content(site: str) -> None:
    anna = people.editor("anna")
    codes("H25\tÅldersstarr", "H40\tGlaukom")
    article(
        title="Katarakt",
        diagnosis_codes=("H25",),
        programme_area="Ögonsjukdomar",
        review_by=date(2020, 1, 31),
        sections=[section("utredning", text(LINK))],
    )
    changed(article("glaukom", title="Glaukom", diagnosis_codes=("H40",)), anna, summary="Nytt.")
    written(anna, "rott-oga", title="Rött öga")
    follow_links()


def log_in(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("Användarnamn").fill("anna")
    page.get_by_placeholder("Ange lösenord").fill("ett-gott-losenord")
    page.get_by_role("button", name="Logga in").click()


def fits(page: Page) -> bool:
    """Whether nothing of the page itself is to be scrolled to sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_an_editor_sees_what_waits(content: None, visitor: Page, shot: Shot) -> None:
    log_in(visitor)
    mine = visitor.get_by_role("region", name="Mina utkast")
    expect(mine.get_by_role("link", name="Rött öga")).to_be_visible()
    for name, words in (
        ("Dags att granska", "31 januari 2020"),
        ("Ändrade efter godkännande", "Glaukom"),
        ("Brutna länkar och ankare", "/finns-inte/"),
    ):
        expect(visitor.get_by_role("region", name=name)).to_contain_text(words)
    shot(visitor, "desk-home")
    due = visitor.get_by_role("region", name="Dags att granska")
    due.get_by_role("link", name="Till hela listan").click()
    expect(visitor.get_by_role("link", name="Katarakt", exact=True)).to_be_visible()
    expect(visitor.get_by_role("link", name="Glaukom", exact=True)).to_have_count(0)


def test_an_editor_filters_the_list_and_takes_it_home(
    content: None, signed_in: SignedIn, shot: Shot, tmp_path: Path
) -> None:
    page = signed_in("anna")
    page.goto("/admin/")
    page.get_by_role("link", name="Artiklar", exact=True).click()
    shot(page, "desk-articles")
    page.get_by_role("button", name="Visa filter").click()
    page.get_by_role("button", name="Diagnoskod").click()
    page.get_by_role("textbox", name="Diagnoskod").fill("H25")
    expect(page.get_by_role("link", name="Katarakt", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Rött öga", exact=True)).to_have_count(0)
    expect(page).to_have_url(re.compile("code=H25"))
    shot(page, "desk-articles-filtered")
    page.reload()
    expect(page.get_by_role("link", name="Rött öga", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Handlingar").click()
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Ladda ner XLSX").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    rows = list(load_workbook(file).active.iter_rows(values_only=True))
    assert file.name == "artiklar.xlsx"
    assert [row[0] for row in rows] == ["Titel", "Katarakt"]


def test_an_article_is_begun_in_two_clicks(content: None, signed_in: SignedIn, shot: Shot) -> None:
    page = signed_in("anna")
    page.goto("/admin/images/")
    page.get_by_role("link", name="Ny artikel eller sida").click()
    shot(page, "desk-new")
    page.locator(".desk-new").get_by_role("link", name="Kunskapsstöd").click()
    write_title(page, "Blefarit")
    number = save_draft(page)
    assert KnowledgeSupportPage.objects.get(pk=number).title == "Blefarit"

    page.goto("/admin/")
    page.get_by_role("link", name="Invånarartikel").click()
    expect(page.locator("#id_title")).to_be_visible()


def test_the_desk_fits_a_phone(content: None, signed_in: SignedIn) -> None:
    page = signed_in("anna")
    page.set_viewport_size(PHONE)
    for address in ("/admin/", *(f"/admin/desk/{name}/" for name in ("new", "articles", "links"))):
        page.goto(address)
        expect(page.get_by_role("main")).to_be_visible()
        assert fits(page), address
