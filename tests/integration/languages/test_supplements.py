"""A region translates its own supplements; a translated article keeps them all."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content_models.languages import locale_of
from content_models.models import Edition
from editorial_workflows.refusals import Refused
from editorial_workflows.translating import listing
from tests.factories import people
from tests.factories.published import section, supplement, text
from tests.factories.reviewing import approved, changed, handed_in, latest, published_nationally
from tests.integration.languages import every_block
from tests.integration.languages.translators import (
    begin,
    edit,
    publish_nationally,
    save,
    shown,
    translated,
)
from tests.integration.ledger.state import nothing_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def national() -> Any:
    return published_nationally(sections=[section("utredning", text("Ett."), text("Två."))])


@pytest.fixture
def rut() -> Any:
    return people.regional_editor("14", "rut")


@pytest.fixture
def region(rut: Any) -> Client:
    """The browser of region 14's editor."""
    return people.client_of(rut)


def published(draft: Any, rut: Any) -> Any:
    approved(handed_in(draft, rut), people.regional_approver("14", "gosta"))
    return latest(draft)


def blocks_of(page: Any) -> list[Any]:
    return [
        block
        for one in page["sections"]
        for block in one["blocks"]
        if block["type"] == "supplement"
    ]


def test_untranslated_supplements_are_shown_in_swedish_and_translated_ones_in_english(
    client: Client, region: Client, national: Any, anna: Any, rut: Any, read: Any
) -> None:
    plats = supplement(national, id="plats", after=1, blocks=[text("Ring mottagningen.")])
    supplement(national, id="tider", after=2, blocks=[text("Öppet nio till fem.")])
    supplement(national, "12", id="skane", blocks=[text("Skånskt.")])
    publish_nationally(translated(client, begin(client, national, "en")), anna)

    published(translated(region, begin(region, plats, "en")), rut)
    page = read("/pages/katarakt", language="en", region="14")

    assert page["served_language"] == "en"
    found = [(one["id"], one["language"], one["blocks"][0]["html"]) for one in blocks_of(page)]
    assert found == [
        ("plats", "en", "<p>EN Ring mottagningen.</p>"),
        ("tider", "sv", "<p>Öppet nio till fem.</p>"),
    ]
    assert [one["status"] for one in blocks_of(page)] == ["current", "current"]
    assert [one["type"] for one in page["sections"][0]["blocks"]] == [
        *("text", "supplement", "text", "supplement")
    ]
    swedish = read("/pages/katarakt", region="14")
    assert {one["language"] for one in blocks_of(swedish)} == {"sv"}


def test_every_block_of_a_supplement_is_translated(region: Client, national: Any, rut: Any) -> None:
    blocks = [block for one in every_block.sections() for block in one["value"]["blocks"]]
    plats = supplement(
        national,
        id="plats",
        blocks=[*blocks[1:]],
        approval={"by": "Västra Götalandsregionen"},
    )

    draft = translated(region, begin(region, plats, "en"))

    form = shown(region, draft)
    assert form.missing == 0
    texts = {one.source for one in form.texts}
    assert {"Ett", "Doser", "Alfa", "Ett öga", "Film", "Blunda.", "Se upp.", "Blankett"} <= texts
    document = draft.get_latest_revision_as_object().render().document
    assert "EN Blankett" in document
    assert "EN samma" in document
    assert (draft.article_key, draft.supplement_id, draft.region_id) == ("katarakt", "plats", "14")


def test_a_translation_of_a_supplement_is_the_region_s_to_approve(
    region: Client, national: Any, rut: Any
) -> None:
    draft = translated(region, begin(region, supplement(national, id="plats"), "en"))
    assert save(region, draft, action="hand-in").url == reverse(
        "approvals:hand_in", args=[draft.pk]
    )
    people.regional_approver("14", "rut")
    submission = handed_in(draft, rut)

    for other in (people.again(rut), people.approver(), people.regional_approver("12", "rosa")):
        with nothing_published(), pytest.raises(Refused):
            approved(submission, other)
    approved(submission, people.regional_approver("14", "gosta"))

    assert Edition.objects.filter(part="katarakt/en/14/plats").exists()


def test_another_region_and_the_nation_are_kept_out(
    client: Client, region: Client, national: Any
) -> None:
    other = supplement(national, "12", id="skane")
    theirs = people.client_of(people.regional_editor("12", "ragnhild"))
    draft = begin(theirs, other, "en")
    text_id = shown(theirs, draft).texts[0].id
    finnish = {"languages": [locale_of("fi").pk]}
    attempts = [
        (reverse("translating:start", args=[other.pk]), finnish),
        (reverse("translating:keep_text", args=[draft.pk, text_id]), {"text": "x", "was": ""}),
        (edit(draft), {"translation-form": "1", f"text-{text_id}": "x"}),
        (reverse("translating:update", args=[draft.pk]), {}),
        (reverse("translating:apart", args=[draft.pk]), {}),
    ]

    for browser in (region, client):
        for address, form in attempts:
            answer = browser.post(address, form)
            assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    begun = region.post(reverse("translating:start", args=[national.pk]), finnish)
    assert begun["Location"] == reverse("wagtailadmin_home")

    assert latest(other).get_translations().count() == 1
    assert latest(national).get_translations().count() == 0
    assert not any(one.words for one in shown(theirs, draft).texts)


def test_an_update_follows_its_own_national_text(
    region: Client, client: Client, national: Any, anna: Any, rut: Any, read: Any
) -> None:
    """Anchored in the English text as it is, the translation is current beside it."""
    plats = supplement(national, id="plats", after=1)
    draft = published(translated(region, begin(region, plats, "en")), rut)
    publish_nationally(translated(client, begin(client, national, "en")), anna)
    plats = published(changed(plats, rut, body=[text("Nytt.")]), rut)

    region.post(reverse("translating:update", args=[draft.pk]))
    published(translated(region, draft), rut)

    (shown_there,) = blocks_of(read("/pages/katarakt", language="en", region="14"))
    assert (shown_there["language"], shown_there["status"]) == ("en", "current")
    assert shown_there["blocks"][0]["html"] == "<p>EN Nytt.</p>"


def test_the_list_shows_a_region_its_own_and_no_other(region: Client, national: Any) -> None:
    supplement(national, id="vart")
    supplement(national, "12", id="skane")

    answer = region.get(reverse("translating:list"), {"kind": "supplement"})

    assert {row.region for row in answer.context["rows"]} == {"Västra Götalandsregionen"}
    assert listing.sources_for(people.regional_editor("12", "ragnhild")).count() >= 1
