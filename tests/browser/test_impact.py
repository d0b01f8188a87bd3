"""A national change on its way: whom it touches, what they are told, and two who approve again."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from content_models.models import CurrentEdition
from region_overlays.models import Region
from region_overlays.region import ApprovalPath
from tests.browser.conftest import Shot, SignedIn
from tests.browser.test_approvals import decide, open_from_desk
from tests.factories import people
from tests.factories.reviewing import (
    approved,
    changed,
    handed_in,
    latest,
    published_nationally,
    regional,
)
from tests.factories.supplemented import CONTENT, REWORDED

MESSAGE = "Se över era hänvisningar till synskärpa."


@pytest.fixture
def everyone(site: str) -> None:
    people.editor("anna")
    people.approver("greta")
    people.regional_editor("14", "rut")
    for name in ("gosta", "gerd"):
        people.regional_approver("14", name)
    people.regional_editor("12", "gun")


def test_the_regions_are_named_before_and_told_after(
    everyone: None, signed_in: SignedIn, shot: Shot
) -> None:
    national = published_nationally(sections=CONTENT)
    rut, gosta = people.regional_editor("14", "rut"), people.regional_approver("14", "gosta")
    approved(handed_in(regional(rut, national, "14", id="ett", after=1), rut), gosta)
    changed(national, people.editor("anna"), sections=REWORDED)

    anna = signed_in("anna")
    anna.goto(reverse("approvals:hand_in", args=[national.pk]))
    expect(anna.get_by_role("heading", name="Ändringen berör 1 tillägg i 1 region")).to_be_visible()
    expect(anna.locator(".approvals-impact")).to_contain_text("Västra Götalandsregionen (1)")
    anna.get_by_label("Säkerhet").check()
    anna.get_by_label("Vad som har ändrats").fill("Ny metod.")
    anna.get_by_label("Meddelande till regionerna").fill("Ring\u202e oss.")
    anna.get_by_role("button", name="Lämna in för granskning").click()
    expect(anna.locator(".errorlist")).to_contain_text("U+202E")
    expect(anna.get_by_label("Vad som har ändrats")).to_have_value("Ny metod.")
    anna.get_by_label("Meddelande till regionerna").fill(MESSAGE)
    shot(anna, "hand-in-with-impact")
    anna.get_by_role("button", name="Lämna in för granskning").click()
    expect(anna.locator(".messages .success")).to_contain_text("är inlämnad")

    greta = signed_in("greta")
    open_from_desk(greta, national.title)
    expect(greta.locator(".approvals-facts")).to_contain_text(MESSAGE)
    expect(greta.locator(".approvals-impact")).to_contain_text("hålls inne")
    shot(greta, "review-with-message")
    decide(greta, "Godkänn")

    region, other = signed_in("rut"), signed_in("gun")
    region.goto("/admin/")
    expect(panel(region)).to_contain_text("Katarakt")
    expect(panel(region)).to_contain_text(MESSAGE)
    shot(region, "changed-nationally")
    other.goto("/admin/")
    expect(other.get_by_role("heading", name="Väntar på mig")).to_be_visible()
    expect(panel(other)).to_have_count(0)


def panel(page: Page) -> Locator:
    return page.locator("#desk-changed-nationally")


def test_a_region_on_two_steps_takes_two_people(
    everyone: None, signed_in: SignedIn, shot: Shot
) -> None:
    Region.objects.filter(pk="14").update(approval_path=ApprovalPath.TWO_STEPS)
    national = published_nationally(sections=CONTENT)
    rut = people.regional_editor("14", "rut")
    addition = regional(rut, national, "14", id="ett", after=1)
    handed_in(addition, rut)

    gosta, gerd = signed_in("gosta"), signed_in("gerd")
    open_from_desk(gosta, addition.title)
    shot(gosta, "first-of-two")
    decide(gosta, "Godkänn")
    expect(gosta.locator(".messages .success")).to_contain_text("går vidare till nästa steg")
    expect(gosta.get_by_role("link", name=addition.title, exact=True)).to_have_count(0)
    assert not latest(addition).live

    open_from_desk(gerd, addition.title)
    expect(gerd.locator(".approvals-events")).to_contain_text("Granskat i regionen")
    shot(gerd, "second-of-two")
    decide(gerd, "Godkänn")
    assert CurrentEdition.objects.filter(part="katarakt/sv/14/ett", tombstone=False).exists()
