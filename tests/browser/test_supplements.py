"""A region adds to a national article, and settles what the nation changes beneath it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from region_overlays.models import SupplementPage
from tests.browser.conftest import Shot, SignedIn
from tests.browser.editor import add_block, save_draft, write_in_draftail
from tests.browser.test_approvals import decide, hand_in, open_from_desk
from tests.browser.test_desk import PHONE, fits
from tests.browser.writing import section as section_of_form
from tests.factories import people
from tests.factories.published import section, text
from tests.factories.reviewing import published_nationally

FIRST = text("Undersök synskärpan.", id="11111111-1111-4111-8111-111111111111")
SECOND = text("Mät trycket.", id="22222222-2222-4222-8222-222222222222")
WORDS = "Remissen skickas till ögonmottagningen i Borås."


@pytest.fixture
def national(site: str) -> Any:
    people.editor("anna")
    people.expert("elis")
    people.approver("greta")
    people.regional_editor("14", "rut")
    people.regional_approver("14", "gosta")
    sections = [section("utredning", FIRST, SECOND), section("behandling", text("Operera."))]
    return published_nationally("katarakt", title="Katarakt", sections=sections)


def supplements(site: str, region: str = "") -> list[dict[str, Any]]:
    """What the API shows of the first section, for a region."""
    query = {"region": region} if region else {}
    page = httpx.get(f"{site}/api/v1/pages/katarakt", params=query).json()
    blocks: list[dict[str, Any]] = page["sections"][0]["blocks"]
    return [block | {"place": place} for place, block in enumerate(blocks)
            if block["type"] == "supplement"]  # fmt: skip


def add_after_first_block(rut: Page, shot: Shot) -> int:
    """Three clicks from the home page to the form."""
    rut.goto("/admin/")
    rut.locator("main").get_by_role("link", name="Tillägg", exact=True).click()
    shot(rut, "the-regions-articles")
    rut.get_by_role("link", name="Katarakt", exact=True).click()
    expect(rut.get_by_role("heading", name="Utredning")).to_be_visible()
    shot(rut, "outline")
    rut.locator("#section-utredning a.outline-add").first.click()
    expect(rut.locator("#id_title")).to_have_value("Katarakt – Utredning")
    expect(rut.get_by_text("Undersök synskärpan.").first).to_be_attached()
    body = rut.locator("[data-contentpath=body]").first
    write_in_draftail(add_block(body, "Text"), WORDS)
    made = save_draft(rut)
    shot(rut, "the-form")
    return made


def test_added_approved_changed_beneath_and_settled(
    national: Any, site: str, signed_in: SignedIn, shot: Shot
) -> None:
    rut, gosta, anna = signed_in("rut"), signed_in("gosta"), signed_in("anna")
    made = add_after_first_block(rut, shot)
    rut.goto(f"/admin/pages/{made}/edit/")
    hand_in(rut, "Vart remissen skickas.")
    assert supplements(site, "14") == []
    open_from_desk(gosta, "Katarakt – Utredning")
    decide(gosta, "Godkänn")

    [shown] = supplements(site, "14")
    assert shown["place"] == 1
    assert WORDS in shown["blocks"][0]["html"]
    assert shown["status"] == "current"
    assert supplements(site) == supplements(site, "12") == []

    change_first_block(anna, national.pk)
    anna.goto(f"/admin/approvals/pages/{national.pk}/hand-in/")
    expect(anna.locator("main")).to_contain_text("Västra Götalandsregionen")
    shot(anna, "the-nation-sees-whom-it-touches")
    anna.get_by_label("Innehållslig").check()
    anna.get_by_label("Vad som har ändrats").fill("Båda ögonen undersöks.")
    anna.get_by_role("button", name="Lämna in för granskning").click()
    for name in ("elis", "greta"):
        page = signed_in(name)
        open_from_desk(page, "Katarakt")
        expect(page.locator("main")).to_contain_text("Västra Götalandsregionen")
        decide(page, "Godkänn")
    assert supplements(site, "14")[0]["status"] == "national-changed"

    settle(gosta, shot)
    [shown] = supplements(site, "14")
    assert shown["status"] == "current"
    assert WORDS in shown["blocks"][0]["html"]
    assert not SupplementPage.objects.get(pk=made).has_unpublished_changes


def change_first_block(anna: Page, pk: int) -> None:
    anna.goto(f"/admin/pages/{pk}/edit/")
    write_in_draftail(section_of_form(anna, "utredning"), " Undersök båda ögonen.")
    save_draft(anna)


def settle(gosta: Page, shot: Shot) -> None:
    """From the home page: what has changed, and one click."""
    gosta.goto("/admin/")
    shot(gosta, "home-of-the-region")
    gosta.locator("#desk-unsettled").get_by_role("link", name="Katarakt – Utredning").click()
    expect(gosta.get_by_text("Undersök båda ögonen.")).to_be_visible()
    expect(gosta.get_by_text(WORDS)).to_be_visible()
    shot(gosta, "before-and-after")
    gosta.get_by_role("button", name="Stämmer fortfarande").click()
    expect(gosta.locator(".messages .success")).to_contain_text("Bekräftat")
    shot(gosta, "settled")


def test_advice_follows_what_is_written_and_a_supplement_is_moved(
    national: Any, signed_in: SignedIn, shot: Shot
) -> None:
    rut = signed_in("rut")
    made = add_after_first_block(rut, shot)
    rut.wait_for_timeout(2500)  # autosave takes note of the form first
    body = rut.locator("[data-contentpath=body] [data-streamfield-child]").first
    write_in_draftail(body, " Ge 500 mg.")
    expect(rut.locator("[data-supplement-advice]")).to_contain_text("500 mg", timeout=15_000)
    shot(rut, "advice")
    rut.goto(f"/admin/regional/supplements/{made}/move/")
    shot(rut, "move")
    rut.get_by_role("button", name="Flytta sist i ”Behandling”").click()
    expect(rut.locator(".messages .success")).to_contain_text("nya plats")
    expect(rut.locator(".supplement-place")).to_contain_text("Behandling")
    assert SupplementPage.objects.get(pk=made).section_id == "behandling"


def test_the_outline_fits_a_phone(national: Any, signed_in: SignedIn) -> None:
    rut = signed_in("rut")
    rut.set_viewport_size(PHONE)
    rut.goto("/admin/regional/articles/14/sv/katarakt/")
    add = rut.locator("a.outline-add").first
    expect(add).to_be_visible()
    assert fits(rut)
