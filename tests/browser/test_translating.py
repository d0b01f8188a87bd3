"""The translator's walk: begin, write, be told, hand in; and what readers get before and after."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from content_models.vocabulary import ChangeClass
from editorial_workflows.submissions import Submission
from tests.browser import visitors
from tests.browser.conftest import Shot, SignedIn
from tests.factories import people
from tests.factories.published import section, text
from tests.factories.reviewing import (
    approved,
    changed,
    handed_in,
    latest,
    published_nationally,
)

PHONE: ViewportSize = {"width": 390, "height": 844}
STICKING_OUT = """[...document.querySelectorAll('main .translating-screen *')]
    .filter(e => !e.closest('.translating-scroll') && e.getClientRects().length)
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 120))"""
LINKED = '<p>Ring <a href="https://example.org/sv">mottagningen</a>.</p>'
PART = "11111111-1111-4111-8111-111111111111"
DOSE = "22222222-2222-4222-8222-222222222222"
CONTACT = "33333333-3333-4333-8333-333333333333"
WORDS = {
    "Ögoninflammation": "Eye inflammation",
    "Kort om ögat.": "In short about the eye.",
    "Behandling": "Treatment",
    "Ge 5 mg vid behov.": "Give 5 mg as needed.",
}


def sections(dose: str) -> Any:
    advice, contact = text(f"Ge {dose} vid behov.", id=DOSE), text(LINKED, id=CONTACT)
    return [section("behandling", advice, contact) | {"id": PART}]


@pytest.fixture
def source(site: str) -> Any:
    people.editor("anna")
    return published_nationally(
        "ogoninflammation",
        title="Ögoninflammation",
        summary="Kort om ögat.",
        sections=sections("5 mg"),
    )


def field(page: Page, source: str) -> Locator:
    """Where the translation of a text is written."""
    return row(page, source).locator("textarea")


def row(page: Page, source: str) -> Locator:
    words = page.locator(".translating-source > p").get_by_text(source, exact=True)
    return page.locator("[data-text]").filter(has=words)


def write(page: Page, source: str, words: str) -> None:
    field(page, source).fill(words)
    field(page, source).blur()


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def read(site: str, key: str, language: str = "en") -> Any:
    return httpx.get(f"{site}/api/v1/pages/{key}", params={"language": language}).json()


def both_widths(page: Page, shot: Shot, name: str) -> None:
    """Two pictures; on a phone everything is inside its width."""
    shot(page, name)
    page.set_viewport_size(PHONE)
    page.wait_for_function(f"!({STICKING_OUT}).length")
    visitors.shot(page, f"{name}-phone", PHONE)
    page.set_viewport_size(visitors.VIEWPORT)


def test_a_translator_takes_an_article_to_its_readers(
    source: Any, site: str, signed_in: SignedIn, shot: Shot
) -> None:
    anna = signed_in("anna")
    anna.goto("/admin/")
    anna.get_by_role("link", name="Översättningar", exact=True).click()
    both_widths(anna, shot, "translations-list")
    begin = anna.get_by_role("link", name="Börja översätta").first
    begin.click()
    expect(anna.get_by_label("Engelska")).to_be_checked()
    shot(anna, "translations-begin")
    press(anna, "Börja översätta")
    expect(anna.locator(".messages .success")).to_contain_text("Ett utkast är skapat")
    both_widths(anna, shot, "translations-form-empty")

    for swedish, english in WORDS.items():
        write(anna, swedish, english)
        expect(row(anna, swedish).locator("[data-kept]")).to_contain_text("Lagrat")
    linked = 'Ring <a id="a1">mottagningen</a>.'
    write(anna, linked, "Call the clinic.")
    expect(row(anna, linked).locator(".error-message")).to_contain_text("Behåll varje länk")
    press(anna, "Spara utkast")
    expect(field(anna, linked)).to_have_value("Call the clinic.")
    expect(row(anna, linked).locator(".error-message")).to_contain_text("Behåll varje länk")
    both_widths(anna, shot, "translations-form-told")
    write(anna, linked, 'Call <a id="a1">the clinic</a>.')
    expect(anna.locator("#translating-progress")).to_contain_text("5 av 5 texter")
    press(anna, "Lämna in för granskning")
    anna.get_by_label("Innehållslig").check()
    anna.get_by_label("Vad som har ändrats").fill("Översatt till engelska.")
    press(anna, "Lämna in för granskning")
    expect(anna.locator(".messages .success")).to_contain_text("är inlämnad")
    assert read(site, "ogoninflammation")["served_language"] == "sv"

    submission = Submission.objects.under_review().get()
    approved(submission, people.expert("elis"))
    approved(submission, people.approver("greta"))
    page = read(site, "ogoninflammation")
    assert (page["served_language"], page["title"]) == ("en", "Eye inflammation")
    assert 'Call <a href="https://example.org/sv"' in str(page["sections"])


def test_the_translator_follows_a_change_of_the_source(
    source: Any, site: str, signed_in: SignedIn, shot: Shot
) -> None:
    anna = signed_in("anna")
    anna.goto(f"/admin/translations/pages/{source.pk}/?language=en")
    press(anna, "Börja översätta")
    address = anna.url
    everything = anna.locator("[data-text]")
    for number in range(everything.count()):
        everything.nth(number).get_by_role("button", name="Samma som i källan").click()
        expect(everything.nth(number).locator("[data-kept]")).to_contain_text("Lagrat")
    press(anna, "Spara utkast")
    english = latest(source).get_translations().get()
    submission = handed_in(english, people.editor("anna"))
    approved(submission, people.expert("elis"))
    approved(submission, people.approver("greta"))
    writer = people.editor("skribent")
    revised = changed(source, writer, sections=sections("10 mg"))
    approved(handed_in(revised, writer, ChangeClass.SAFETY), people.approver("greta"))
    assert read(site, "ogoninflammation")["served_language"] == "sv"

    anna.goto("/admin/translations/")
    expect(anna.locator("#translations-list")).to_contain_text("Hålls tillbaka")
    shot(anna, "translations-list-held-back")
    anna.goto(address)
    expect(anna.get_by_text("Läsarna får källan").first).to_be_visible()
    anna.get_by_role("link", name="Se vad som ändrats").first.click()
    expect(anna.locator("ins").get_by_text("10", exact=True)).to_be_visible()
    both_widths(anna, shot, "translations-source-changes")
    anna.go_back()
    press(anna, "Uppdatera från källan")
    changed_text = row(anna, "Ge 10 mg vid behov.")
    expect(changed_text).to_have_class("translating-text is-missing")
    changed_text.get_by_text("Källan sade tidigare").click()
    anna.get_by_label("Visa bara det som inte är översatt").check()
    expect(anna.locator("[data-text]:visible")).to_have_count(1)
    both_widths(anna, shot, "translations-form-updated")
    changed_text.get_by_role("button", name="Utgå från det").click()
    expect(field(anna, "Ge 10 mg vid behov.")).to_have_value("Ge 5 mg vid behov.")


def test_two_translators_see_each_others_words(
    source: Any, signed_in: SignedIn, shot: Shot
) -> None:
    people.editor("olle")
    anna, olle = signed_in("anna"), signed_in("olle")
    anna.goto(f"/admin/translations/pages/{source.pk}/?language=en")
    press(anna, "Börja översätta")
    olle.goto(anna.url)
    write(olle, "Behandling", "Treating")
    expect(row(olle, "Behandling").locator("[data-kept]")).to_contain_text("Lagrat")

    write(anna, "Behandling", "Treatment")

    said = row(anna, "Behandling").locator(".error-message")
    expect(said).to_contain_text("Olle har skrivit här under tiden: ”Treating”")
    expect(field(anna, "Behandling")).to_have_value("Treatment")
    shot(anna, "translations-two-at-once")
