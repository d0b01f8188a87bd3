"""Whom a national change touches, named on the screens before it is published; and the message."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from content_models.models import CurrentEdition
from content_models.vocabulary import ChangeClass
from editorial_workflows.history import events_of
from editorial_workflows.impact import Impact, impact_of
from editorial_workflows.refusals import NotSubmitted
from editorial_workflows.submissions import Submission
from editorial_workflows.submitting import submit
from region_overlays.models import SupplementStanding
from tests.factories import people
from tests.factories.published import article, revise, supplement
from tests.factories.reviewing import (
    approved,
    changed,
    handed_in,
    latest,
    published_nationally,
    regional,
    sent_back,
)
from tests.factories.supplemented import CONTENT, MEASURE, REWORDED, supplemented, with_first

pytestmark = pytest.mark.django_db
TAKEN_AWAY = [CONTENT[0]]


def there() -> Any:
    return supplemented(published_nationally(sections=CONTENT))


def draft(page: Any, sections: list[Any], by: Any = None) -> Any:
    return changed(page, by or people.editor(), sections=sections)


def impact(page: Any, *, is_safety: bool = False) -> Impact:
    content = latest(page).get_latest_revision_as_object().render()
    return impact_of(latest(page), content, is_safety=is_safety)


def told(found: Impact) -> dict[str, list[tuple[str, str, str]]]:
    return {
        one.region.pk: [(e.part.split("/")[3], e.section, str(e.status)) for e in one.effects]
        for one in found.regions
    }


def test_the_regions_with_a_supplement_there_are_named_and_no_others() -> None:
    page = there()
    assert told(impact(draft(page, CONTENT))) == {}
    found = impact(draft(page, REWORDED))
    assert told(found) == {
        "12": [("ett", "Utredning", "national-changed")],
        "14": [
            ("ett", "Utredning", "national-changed"),
            ("sist", "Utredning", "national-changed"),
        ],
    }
    assert [one.region.name for one in found.regions] == [
        "Region Skåne",
        "Västra Götalandsregionen",
    ]
    assert [effect.quote for effect in found.regions[1].effects] == [MEASURE, ""]
    assert (found.supplements, found.withheld) == (3, 0)
    assert told(impact(draft(page, TAKEN_AWAY))) == {"01": [("vard", "Behandling", "anchor-lost")]}


def test_a_safety_change_holds_back_what_it_touches_as_it_then_does() -> None:
    page = there()
    found = impact(draft(page, REWORDED), is_safety=True)
    assert found.withheld == found.supplements == 3
    foreseen = {effect.part for one in found.regions for effect in one.effects}
    revise(page, sections=REWORDED, approval={"change_class": ChangeClass.SAFETY})
    held = SupplementStanding.objects.filter(is_withheld=True)
    assert foreseen == set(held.values_list("part", flat=True))


def test_one_that_needs_its_region_already_is_named_only_if_it_is_touched_again() -> None:
    page = revise(there(), sections=REWORDED)
    assert told(impact(draft(page, REWORDED[:1]))) == {
        "01": [("vard", "Behandling", "anchor-lost")]
    }
    assert set(told(impact(draft(page, with_first("Mät båda."))))) == {"12", "14"}


def test_a_supplement_stands_on_the_source_until_there_is_a_translation() -> None:
    page = article(sections=CONTENT)
    supplement(page, "14", id="ett", at="utredning", after=1, language="en")
    assert set(told(impact(draft(page, REWORDED)))) == {"14"}
    english = article(language="en", sections=CONTENT)
    assert told(impact(draft(page, REWORDED))) == {}
    assert set(told(impact(draft(english, REWORDED)))) == {"14"}


def test_a_supplement_touches_nobodys() -> None:
    page = there()
    addition = regional(people.regional_editor("14"), page, "14", id="nytt")
    assert impact(addition) == Impact()


def test_what_it_costs_is_the_same_for_all_regions(django_assert_num_queries: Any) -> None:
    page = article(sections=CONTENT)
    content = draft(page, REWORDED).get_latest_revision_as_object().render()
    with django_assert_num_queries(1):
        impact_of(page, content, is_safety=True)
    for region in ("01", "03", "12", "14"):
        for number in range(3):
            supplement(page, region, id=f"nr-{number}", at="utredning", after=1)
    with django_assert_num_queries(2):
        found = impact_of(page, content, is_safety=True)
    assert (len(found.regions), found.supplements) == (4, 12)


# --- On the screens.


def test_hand_in_names_them_and_says_what_the_class_safety_does() -> None:
    page = there()
    anna = people.editor()
    draft(page, REWORDED, anna)
    html = people.client_of(anna).get(hand_in(page)).content.decode()
    assert "Ändringen berör 3 tillägg i 2 regioner" in html
    assert "<b>Region Skåne</b> (1)" in html
    assert "<b>Västra Götalandsregionen</b> (2)" in html
    assert f"Utredning, efter ”{MEASURE}”: texten där ändras" in html
    assert "Utredning, sist i avsnittet: texten där ändras" in html
    assert "Väljer du klassen Säkerhet hålls alla inne" in html
    assert "Region Stockholm" not in html
    draft(page, TAKEN_AWAY, anna)
    html = people.client_of(anna).get(hand_in(page)).content.decode()
    assert "Ändringen berör 1 tillägg i 1 region" in html
    assert "dess plats försvinner" in html


def hand_in(page: Any) -> str:
    return reverse("approvals:hand_in", args=[page.pk])


@pytest.mark.parametrize(
    ("change_class", "is_told_of_holding_back"),
    [(ChangeClass.SAFETY, True), (ChangeClass.EDITORIAL, False)],
)
def test_the_review_says_what_this_class_does(
    change_class: ChangeClass, is_told_of_holding_back: bool
) -> None:
    page = there()
    anna, greta = people.editor(), people.approver()
    submission = handed_in(draft(page, REWORDED, anna), anna, change_class)
    address = reverse("approvals:review", args=[submission.pk])
    html = people.client_of(greta).get(address).content.decode()
    assert "Ändringen berör 3 tillägg i 2 regioner" in html
    assert ("bekräftat dem: 3." in html) == is_told_of_holding_back
    approved(submission, greta)
    html = people.client_of(greta).get(address).content.decode()
    assert "Ändringen berör" not in html, "it is done"


# --- The message.

MESSAGE = "Se över era hänvisningar till synskärpa.\nVi ringer om ni vill."


def test_the_message_is_written_shown_to_the_approver_and_never_public() -> None:
    page = there()
    anna, greta = people.editor(), people.approver()
    draft(page, REWORDED, anna)
    posted = {
        "change_class": "safety",
        "note": "Ny metod.",
        "message_to_regions": MESSAGE.replace("\n", "\r\n"),
    }
    assert people.client_of(anna).post(hand_in(page), posted).status_code == 302
    submission = Submission.objects.latest("pk")
    assert submission.message_to_regions == MESSAGE
    address = reverse("approvals:review", args=[submission.pk])
    html = people.client_of(greta).get(address).content.decode()
    assert "Se över era hänvisningar till synskärpa.<br>Vi ringer om ni vill." in html
    approved(submission, greta)
    assert MESSAGE in [fact for event in events_of(page.pk) for fact in event.facts.values()]
    edition = CurrentEdition.objects.get(part="katarakt/sv").edition
    assert "hänvisningar" not in edition.document + edition.note
    for path in ("/api/v1/changes?since=0", "/api/v1/pages/katarakt?region=14&explain=1"):
        assert "hänvisningar" not in people.client_of(anna).get(path).content.decode()


def test_what_was_sent_back_is_handed_in_with_the_message_to_change() -> None:
    page = there()
    anna, greta = people.editor(), people.approver()
    handed = handed_in_with(page, anna, MESSAGE)
    sent_back(handed, greta, remark="Skriv kortare till regionerna.")
    form = people.client_of(anna).get(hand_in(page)).context["form"]
    assert form["message_to_regions"].value() == MESSAGE
    handed_in_with(page, anna, "Kortare.")
    assert Submission.objects.latest("pk").message_to_regions == "Kortare."


def handed_in_with(page: Any, by: Any, message: str) -> Submission:
    draft(page, REWORDED, by)
    posted = {"change_class": "safety", "note": "Ny.", "message_to_regions": message}
    people.client_of(by).post(hand_in(page), posted)
    return Submission.objects.latest("pk")


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("ö" * 1001, "som mest 1000 tecken"),
        ("Ta \u202e10 mg", "U+202E"),
        ("Ring\x07 oss", "U+0007"),
    ],
)
def test_a_message_that_cannot_be_sent_is_refused_beside_the_field(message: str, why: str) -> None:
    page = there()
    anna = people.editor()
    draft(page, REWORDED, anna)
    posted = {"change_class": "substantive", "note": "Ny metod.", "message_to_regions": message}
    answer = people.client_of(anna).post(hand_in(page), posted)
    assert why in str(answer.context["form"].errors["message_to_regions"])
    assert answer.context["form"]["message_to_regions"].value() == message
    assert "Ny metod." in answer.content.decode()
    with pytest.raises(NotSubmitted):
        submit(latest(page), anna, ChangeClass.SUBSTANTIVE, "Ny metod.", message_to_regions=message)
    assert not latest(page).workflow_in_progress


def test_a_thousand_characters_on_several_lines_are_as_many_as_the_browser_counts() -> None:
    page = there()
    anna = people.editor()
    message = ("ö" * 99 + "\n") * 9 + "ö" * 100
    assert len(message) == 1000
    assert handed_in_with(page, anna, message.replace("\n", "\r\n")).message_to_regions == message


def test_a_region_writes_no_message_to_regions() -> None:
    rut = people.regional_editor("14")
    addition = regional(rut, article("glaukom", title="Glaukom"), "14", id="utredning")
    form = people.client_of(rut).get(hand_in(addition)).context["form"]
    assert "message_to_regions" not in form.fields
    people.client_of(rut).post(
        hand_in(addition),
        {"change_class": "substantive", "note": "Ny.", "message_to_regions": "Till alla."},
    )
    assert Submission.objects.latest("pk").message_to_regions == ""
    other = regional(rut, article("starr", title="Starr"), "14", id="andra")
    with pytest.raises(NotSubmitted, match="nationellt"):
        submit(other, rut, ChangeClass.SUBSTANTIVE, "Ny.", message_to_regions="Till alla.")
