"""The ways to publication as people walk them, each in a browser of their own."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from content_models.models import Edition
from content_models.vocabulary import ChangeClass
from editorial_workflows.submissions import Submission
from tests.browser.conftest import Shot, SignedIn
from tests.browser.editor import choose_in_menu
from tests.browser.writing import section as section_of_form
from tests.factories import people
from tests.factories.published import section, text
from tests.factories.reviewing import (
    approved,
    changed,
    handed_in,
    latest,
    published_nationally,
    regional,
    written,
)

NOTE = "Gränsen för remiss är ändrad."


def fields(dose: str) -> dict[str, object]:
    advice = text(f"Ge {dose} vid behov.", id="11111111-1111-4111-8111-111111111111")
    return {"sections": [section("behandling", advice)], "title": "Ögoninflammation"}


def hand_in(page: Page, note: str, change_class: str = "Innehållslig") -> None:
    choose_in_menu(page, "Lämna in för granskning")
    page.get_by_label(change_class).check()
    page.get_by_label("Vad som har ändrats").fill(note)
    page.get_by_role("button", name="Lämna in för granskning").click()
    expect(page.locator(".messages .success")).to_contain_text("är inlämnad")


def open_from_desk(page: Page, title: str) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Godkännanden").click()
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", name="Beslut")).to_be_visible()


def decide(page: Page, button: str, remark: str = "") -> None:
    if remark:
        page.get_by_label("Anmärkning").fill(remark)
    page.get_by_role("button", name=button).click()
    expect(page.locator(".messages .success")).to_be_visible()


@pytest.fixture
def national(site: str) -> None:
    people.editor("anna")
    people.expert("elis")
    people.approver("greta")


def test_three_people_take_an_article_to_its_readers(
    national: None, site: str, signed_in: SignedIn, shot: Shot
) -> None:
    draft = written(people.editor("anna"), "ogoninflammation", **fields("5 mg"))
    anna, elis, greta = (signed_in(name) for name in ("anna", "elis", "greta"))
    anna.goto(f"/admin/pages/{draft.pk}/edit/")
    hand_in(anna, NOTE)
    shot(anna, "handed-in")
    anna.goto(f"/admin/pages/{draft.pk}/edit/")
    expect(anna.locator(".messages")).to_contain_text("Inlämnad; väntar på Sakgranskning")
    shot(anna, "frozen-while-under-review")

    open_from_desk(elis, "Ögoninflammation")
    expect(elis.get_by_text("Ge 5 mg vid behov.")).to_be_visible()
    shot(elis, "expert-reviews")
    decide(elis, "Godkänn", "Dosen stämmer.")
    assert httpx.get(f"{site}/api/v1/pages/ogoninflammation").status_code == 404

    open_from_desk(greta, "Ögoninflammation")
    expect(greta.get_by_text("Dosen stämmer.")).to_be_visible()
    greta.locator("body").press("a")
    expect(greta.get_by_role("button", name="Godkänn")).to_be_focused()
    greta.keyboard.press("Enter")
    expect(greta.locator(".messages .success")).to_contain_text("godkänd och publicerad")

    answer = httpx.get(f"{site}/api/v1/pages/ogoninflammation").json()
    edition = Edition.objects.get()
    assert answer["title"] == "Ögoninflammation"
    assert answer["receipt"]["parts"][0]["sha256"] == edition.sha256
    assert len(edition.approvals) == 2
    anna.goto(f"/admin/approvals/pages/{draft.pk}/history/")
    for words in ("Inlämnad", "Sakgranskad", "Elis", "Greta", "Publicerad", NOTE):
        expect(anna.locator(".approvals-events")).to_contain_text(words)
    shot(anna, "history")


def test_sent_back_with_a_remark_mended_and_approved(
    national: None, signed_in: SignedIn, shot: Shot
) -> None:
    draft = written(people.editor("anna"), "ogoninflammation", **fields("50 mg"))
    handed_in(draft, people.editor("anna"))
    anna, elis, greta = (signed_in(name) for name in ("anna", "elis", "greta"))
    open_from_desk(elis, "Ögoninflammation")
    elis.get_by_role("button", name="Skicka tillbaka").click()
    expect(elis.locator(".messages")).to_contain_text("Skriv en anmärkning")
    shot(elis, "remark-needed")
    decide(elis, "Skicka tillbaka", "Dosen ska vara 5 mg.")

    anna.goto("/admin/approvals/mine/")
    expect(anna.get_by_text("Dosen ska vara 5 mg.")).to_be_visible()
    shot(anna, "sent-back")
    anna.goto(f"/admin/pages/{draft.pk}/edit/")
    words = section_of_form(anna, "behandling").locator("[contenteditable=true]").first
    words.click()
    words.press("ControlOrMeta+a")
    words.press_sequentially("Ge 5 mg vid behov.")
    anna.wait_for_timeout(300)  # what is written reaches the form a moment later
    hand_in(anna, "Rättad dos.")

    for page in (elis, greta):
        open_from_desk(page, "Ögoninflammation")
        decide(page, "Godkänn")
    assert "5 mg" in Edition.objects.get().document
    assert "50 mg" not in Edition.objects.get().document


def test_a_safety_change_takes_two_people(
    national: None, site: str, signed_in: SignedIn, shot: Shot
) -> None:
    page = published_nationally("ogoninflammation", **fields("50 mg"))
    rut = people.regional_editor("14")
    gosta = people.regional_approver("14")
    addition = regional(rut, page, "14", id="behandling", at="behandling", after=1)
    approved(handed_in(addition, rut), gosta)
    changed(page, people.editor("anna"), **fields("5 mg"))
    anna, greta = signed_in("anna"), signed_in("greta")
    anna.goto(f"/admin/approvals/pages/{page.pk}/hand-in/")
    expect(anna.locator(".approvals-impact")).to_contain_text("Västra Götalandsregionen (1)")
    anna.get_by_label("Säkerhet").check()
    anna.get_by_label("Vad som har ändrats").fill("Dosen var tio gånger för hög.")
    shot(anna, "safety-handed-in")
    anna.get_by_role("button", name="Lämna in för granskning").click()
    expect(anna.locator(".messages .success")).to_be_visible()

    open_from_desk(greta, "Ögoninflammation")
    expect(greta.locator("del").filter(has_text="50")).to_be_visible()
    expect(greta.locator("ins").filter(has_text="5")).to_be_visible()
    shot(greta, "safety-reviewed")
    decide(greta, "Godkänn")
    answer = httpx.get(f"{site}/api/v1/pages/ogoninflammation", params={"region": "14"}).json()
    assert "Ge 5 mg" in str(answer["sections"])
    assert [held["region"] for held in answer["withheld"]] == ["14"]
    assert Edition.objects.order_by("-sequence")[0].change_class == ChangeClass.SAFETY


def test_a_region_approves_its_supplement(
    national: None, site: str, signed_in: SignedIn, shot: Shot
) -> None:
    page = published_nationally("ogoninflammation", **fields("5 mg"))
    people.regional_approver("14", "gosta")
    people.regional_approver("12", "gun")
    draft = regional(
        people.regional_editor("14", "rut"), page, "14", id="behandling", at="behandling"
    )
    rut, gosta, gun = (signed_in(name) for name in ("rut", "gosta", "gun"))
    rut.goto(f"/admin/pages/{draft.pk}/edit/")
    hand_in(rut, "Vart remissen skickas i regionen.")

    submission = Submission.objects.get(page_id=draft.pk)
    gun.goto("/admin/approvals/")
    expect(gun.get_by_text("Inget här.")).to_be_visible()
    open_from_desk(gosta, latest(draft).title)
    shot(gosta, "regional-review")
    decide(gosta, "Godkänn")
    assert Submission.objects.get(pk=submission.pk).workflow_state.status == "approved"
    answer = httpx.get(f"{site}/api/v1/pages/ogoninflammation", params={"region": "14"}).json()
    assert [part["part"] for part in answer["receipt"]["parts"]] == [
        *("ogoninflammation/sv", "ogoninflammation/sv/14/behandling")
    ]
    assert answer["approvals"]["regional"][0]["by"] == "Västra Götalandsregionen"


def test_two_people_decide_at_once(national: None, signed_in: SignedIn, shot: Shot) -> None:
    people.expert("eva")
    draft = written(people.editor("anna"), "ogoninflammation", **fields("5 mg"))
    handed_in(draft, people.editor("anna"))
    elis, eva = signed_in("elis"), signed_in("eva")
    for page in (elis, eva):
        open_from_desk(page, "Ögoninflammation")
    decide(elis, "Godkänn")
    eva.get_by_label("Anmärkning").fill("Jag vill se en källa.")
    eva.get_by_role("button", name="Skicka tillbaka").click()
    expect(eva.locator(".messages")).to_contain_text("Elis godkände den")
    expect(eva.get_by_label("Din anmärkning")).to_have_value("Jag vill se en källa.")
    shot(eva, "someone-came-first")
    assert latest(draft).workflow_in_progress
