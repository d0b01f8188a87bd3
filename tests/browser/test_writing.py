"""New pages from nothing: what editors write, see and hand in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect

from content_models.models import ApprovingBody, KnowledgeSupportPage, ProgrammeArea, YouthPage
from editorial_workflows.submissions import Submission
from tests.browser.conftest import Shot, SignedIn
from tests.browser.editor import (
    add_block,
    choose_in_menu,
    save_draft,
    write_in_draftail,
    write_title,
)
from tests.browser.visitors import VIEWPORT
from tests.browser.writing import (
    choose_code,
    cite,
    new_page,
    preview,
    section,
    upload_image,
    write_table,
)
from tests.factories import people
from tests.factories.published import codes

PHONE: ViewportSize = {"width": 390, "height": 844}
AREA = "Ögonsjukdomar"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "öga.png"
    Image.new("RGB", (900, 600), "teal").save(file)
    return file


def on_a_phone(page: Page, shot: Shot, name: str) -> None:
    """As it is, and whether it fits."""
    page.set_viewport_size(PHONE)
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    shot(page, name, PHONE)
    page.set_viewport_size(VIEWPORT)


@pytest.fixture
def area_and_body(site: str) -> tuple[str, str]:
    """What the registers hold, as the form's values."""
    people.editor("anna")
    codes("H10\tKonjunktivit", "H10.1\tAllergisk konjunktivit", "H16\tKeratit")
    area = ProgrammeArea.objects.get(name=AREA)
    body = ApprovingBody.objects.create(name="Nationellt programområde ögonsjukdomar")
    return str(area.pk), str(body.pk)


def write_article(page: Page, picture: Path, area: str, body: str, shot: Shot) -> None:
    write_title(page, "Ögoninflammation")
    page.get_by_role("textbox", name="Sammanfattning").fill("Rött, rinnande öga hos vuxna.")
    cite(page, "vard", "Exempel på en källa. 2024.")
    shot(page, "new-article")
    part = section(page, "utredning")
    write_in_draftail(add_block(part, "Text"), "Undersök hornhinnan.[^vard]")
    primary = add_block(part, "Text")
    write_in_draftail(primary, "Remittera vid smärta.")
    primary.get_by_label("Primärvård").check()
    write_table(add_block(part, "Tabell"), ("Fynd", "Åtgärd"), ("Var", "Odling"))
    upload_image(add_block(part, "Bild"), picture, "Ett rött öga")
    shot(page, "blocks")
    page.get_by_role("tab", name="Uppgifter").click()
    choose_code(page, "H10.1")
    choose_code(page, "H16")
    page.get_by_role("combobox", name="Programområde").select_option(area)
    page.locator("#id_approving_body").select_option(body)
    shot(page, "properties")


def see_it(page: Page, pk: int, shot: Shot) -> None:
    frame = preview(page)
    expect(frame.get_by_role("heading", name="Ögoninflammation")).to_be_visible()
    expect(frame.get_by_role("img", name="Ett rött öga")).to_be_visible()
    expect(frame.get_by_role("cell", name="Odling")).to_be_visible()
    shot(page, "preview")
    frame.get_by_label("Vårdnivå").select_option("specialised")
    expect(frame.get_by_text("Undersök hornhinnan.")).to_be_visible()
    expect(frame.get_by_text("Remittera vid smärta.")).to_be_hidden()
    page.goto(f"/admin/pages/{pk}/view_draft/")
    shot(page, "preview-alone")
    on_a_phone(page, shot, "preview-phone")


def test_a_staff_article_from_nothing(
    area_and_body: tuple[str, str], signed_in: SignedIn, shot: Shot, picture: Path
) -> None:
    anna = signed_in("anna")
    anna.goto("/admin/")
    new_page(anna, "Kunskapsstöd")
    write_article(anna, picture, *area_and_body, shot)

    pk = save_draft(anna)
    draft = KnowledgeSupportPage.objects.get(pk=pk).get_latest_revision_as_object()
    document = draft.document()
    assert document.diagnosis_codes == ["H10.1", "H16"]
    assert document.programme_area == AREA
    [written] = [one for one in document.sections if one.blocks]
    assert written.id == "utredning"
    assert [block.type for block in written.blocks] == ["text", "text", "table", "image"]
    assert written.blocks[1].care_levels == ["primary"]
    assert [reference.number for reference in document.references] == [1]
    assert (document.key, draft.slug) == ("ogoninflammation", "ogoninflammation")

    see_it(anna, pk, shot)
    anna.goto(f"/admin/pages/{pk}/edit/")
    anna.get_by_role("button", name="Växla förhandsgranskning").click()
    on_a_phone(anna, shot, "editor-phone")
    choose_in_menu(anna, "Lämna in för granskning")
    anna.get_by_label("Innehållslig").check()
    anna.get_by_label("Vad som har ändrats").fill("Nytt kunskapsstöd.")
    shot(anna, "hand-in")
    anna.get_by_role("button", name="Lämna in för granskning").click()
    expect(anna.locator(".messages .success")).to_contain_text("är inlämnad")
    assert Submission.objects.get().page_id == pk


def test_a_page_for_seven_to_nine_and_how_it_reads(
    site: str, signed_in: SignedIn, shot: Shot
) -> None:
    people.youth_editor("ulla")
    ulla = signed_in("ulla")
    ulla.goto("/admin/")
    new_page(ulla, "Sida för barn och unga")
    write_title(ulla, "När du får en salva i ögat")
    ulla.get_by_label("Yngst").fill("7")
    ulla.get_by_label("Äldst").fill("9")
    part = section(ulla, "sa-gar-det-till")
    words = add_block(part, "Text")
    write_in_draftail(
        words,
        "Oftalmologiska undersökningar förutsätter vanligtvis att patientens pupiller utvidgas "
        "medikamentellt innan specialistläkaren undersöker ögonbottnarna och omgivande strukturer "
        "noggrant.",
    )
    pk = save_draft(ulla)
    frame = preview(ulla)
    expect(frame.get_by_text("Oftalmologiska")).to_be_visible()
    ulla.get_by_label("Förhandsgranskningsläge").select_option("readability")
    expect(frame.get_by_text("för svår")).to_be_visible()
    expect(frame.locator("mark").first).to_be_visible()
    shot(ulla, "too-hard")

    words = section(ulla, "sa-gar-det-till").locator("[contenteditable=true]").first
    words.press("ControlOrMeta+a")
    words.press_sequentially(
        "Du får sitta i en stol. Den kan åka upp och ner. Någon tar fram en salva. Den är lite "
        "kall. Det gör inte ont. Sen är det klart. Du får välja ett plåster."
    )
    expect(frame.get_by_text("passar läsare från 7 år")).to_be_visible()
    shot(ulla, "easy-enough")
    save_draft(ulla)
    page = YouthPage.objects.get(pk=pk).get_latest_revision_as_object()
    assert (page.age_min, page.age_max) == (7, 9)
