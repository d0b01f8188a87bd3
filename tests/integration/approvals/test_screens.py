"""The screens: what they say, to whom, and what awkward input does to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.users.models import UserProfile

from cms.schedule import publish_due
from content_models.models import Edition, ProgrammeArea
from editorial_workflows import desk
from editorial_workflows.submissions import Submission
from tests.factories import people
from tests.factories.published import article
from tests.factories.reviewing import (
    AREA,
    approved,
    changed,
    current,
    handed_in,
    latest,
    published_nationally,
    regional,
    sent_back,
    written,
)
from tests.integration.ledger.state import nothing_published

pytestmark = pytest.mark.django_db


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def review(submission: Submission) -> str:
    return reverse("approvals:review", args=[submission.pk])


def decision(client: Client, submission: Submission, button: str, **fields: Any) -> Any:
    """Open the screen, and post its form with a button."""
    form = client.get(review(submission)).context["form"].initial
    return client.post(
        review(submission), {**form, "remark": "", **fields, button: "1"}, follow=True
    )


def test_an_old_screen_decides_nothing() -> None:
    anna, elis = people.editor(), people.expert()
    page = written(anna)
    submission = handed_in(page, anna)
    client = people.client_of(elis)
    form = client.get(review(submission)).context["form"].initial
    sent_back(submission, people.expert("eva"))
    again = handed_in(changed(page, anna, summary="50 mg"), anna)
    with nothing_published():
        old = client.post(review(submission), {**form, "remark": "Bra!", "approve": "1"})
        assert "Eva skickade tillbaka den" in said(old)[0]
        assert "Bra!" in old.content.decode()
        mixed = client.post(review(again), {**form, "approve": "1"})
        assert "väntar inte längre" in said(mixed)[0]
        other_content = {**client.get(review(again)).context["form"].initial, "seen": form["seen"]}
        mixed = client.post(review(again), {**other_content, "approve": "1"})
        assert "har ändrats sedan du öppnade det" in said(mixed)[0]
    assert current(again).status == "in_progress"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"step": "x"},
        {"step": "999999999999999999999"},
        {"step": "-1"},
        {"seen": "ö" * 64},
        {"seen": "x" * 5000},
        {"remark": "\x00"},
        {"remark": "x" * 5001},
    ],
)
def test_awkward_forms_are_answered_and_change_nothing(fields: dict[str, str]) -> None:
    anna, elis = people.editor(), people.expert()
    submission = handed_in(written(anna), anna)
    client = people.client_of(elis)
    form = client.get(review(submission)).context["form"].initial if fields else {}
    for button in ({}, {"approve": "1"} if "remark" not in fields else {"send_back": "1"}):
        answer = client.post(review(submission), {**form, **fields, **button})
        assert answer.status_code == 200
        assert said(answer)
    assert current(submission).status == "in_progress"


def test_the_review_is_for_those_who_may_read_it() -> None:
    national, rut = article(), people.regional_editor("14")
    submission = handed_in(regional(rut, national, "14", id="utredning"), rut)
    for stranger in (people.regional_editor("12", "rune"), people.approver(), people.expert()):
        assert people.client_of(stranger).get(review(submission)).status_code == 404
    readers = (rut, people.regional_approver("14"), people.draft_reader(), people.editor())
    for reader in readers:
        assert people.client_of(reader).get(review(submission)).status_code == 200
    nobody = people.person("ingen")
    assert people.client_of(nobody).get(review(submission)).status_code in {302, 403}


def test_the_history_tells_who_what_and_when() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    page = written(anna)
    sent_back(handed_in(page, anna, note="Första."), elis, remark="Ange <dosen>.")
    submission = handed_in(page, anna, note="Andra.")
    approved(submission, elis, remark="Bra.")
    approved(submission, greta)
    latest(page).unpublish(user=greta)
    answer = people.client_of(anna).get(reverse("approvals:history", args=[page.pk]))
    events = answer.context["events"]
    assert [str(event.what) for event in reversed(events)] == [
        *("Inlämnad", "Tillbakaskickad", "Inlämnad"),
        *("Sakgranskad", "Godkänd", "Publicerad", "Tillbakadragen"),
    ]
    text_shown = answer.content.decode()
    for words in (
        "Ange &lt;dosen&gt;.",
        "Första.",
        "Andra.",
        "Greta",
        Edition.objects.first().sha256,
    ):
        assert words in text_shown


def stopped_page() -> Any:
    """Approved for a time that has come, with another programme area's name by then."""
    anna = people.editor()
    soon = timezone.now() + timedelta(minutes=5)
    page = changed(written(anna, programme_area=AREA), anna, go_live_at=soon)
    submission = handed_in(page, anna)
    approved(submission, people.expert())
    approved(submission, people.approver())
    ProgrammeArea.objects.filter(name=AREA).update(name="Ögats sjukdomar")
    past = timezone.now() - timedelta(minutes=5)
    revision = Revision.objects.get(pk=latest(page).latest_revision_id)
    revision.content["go_live_at"] = past.isoformat()
    Revision.objects.filter(pk=revision.pk).update(
        content=revision.content, approved_go_live_at=past
    )
    return latest(page)


def test_a_stopped_schedule_is_told_compared_and_approved_anew() -> None:
    page = stopped_page()
    with nothing_published():
        [refusal] = publish_due(should_stop=lambda: False)
        assert "approved" in refusal
    anna = people.again(people.editor())
    client = people.client_of(anna)
    assert [found.pk for found in desk.stopped(anna)] == [page.pk]
    assert page.title in client.get(reverse("approvals:stopped")).content.decode()
    answer = client.get(reverse("approvals:since_approval", args=[page.pk]))
    assert not answer.context["comparison"].is_same
    for words in (AREA, "Ögats sjukdomar", "Nationella sakkunniga", "Nationella godkännare"):
        assert words in answer.content.decode()
    assert desk.stopped(people.regional_editor("14")) == []

    submission = handed_in(page, anna)
    assert latest(page).scheduled_revision is None
    approved(submission, people.expert())
    approved(submission, people.approver())
    assert "Ögats sjukdomar" in Edition.objects.get().document


def test_what_changed_between_two_steps_is_told_compared_and_refused() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    page = written(anna, programme_area=AREA)
    submission = handed_in(page, anna)
    approved(submission, elis)
    client = people.client_of(greta)
    assert not client.get(review(submission)).context["has_changed"]
    ProgrammeArea.objects.filter(name=AREA).update(name="Ögats sjukdomar")
    assert client.get(review(submission)).context["has_changed"]
    with nothing_published():
        answer = decision(client, submission, "approve")
    assert "sedan steget före" in said(answer)[0]
    compared = client.get(reverse("approvals:since_approval", args=[page.pk]))
    assert compared.context["approval"].step == "expert-review"
    for words in (AREA, "Ögats sjukdomar", "Nationella sakkunniga"):
        assert words in compared.content.decode()


def test_withdrawing_tells_why_in_the_feed() -> None:
    page = published_nationally()
    greta = people.approver()
    address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert people.client_of(people.editor()).post(address).status_code == 302
    assert latest(page).live
    people.client_of(greta).post(address, {"note": " Felaktig dos. "})
    last = Edition.objects.order_by("-sequence").first()
    assert (last.tombstone, last.note) == (True, "Felaktig dos.")


def test_letters_are_sent_after_the_commit(django_capture_on_commit_callbacks: Any) -> None:
    anna, elis = people.editor(), people.expert()
    page = written(anna)
    with django_capture_on_commit_callbacks(execute=True):
        submission = handed_in(page, anna)
    with django_capture_on_commit_callbacks(execute=False) as letters:
        sent_back(submission, elis)
        assert mail.outbox == []
    for letter in letters:
        letter()
    [letter] = mail.outbox
    assert letter.to == ["anna@example.org"]


def test_drafts_are_read_by_their_readers_alone() -> None:
    anna = people.editor()
    page = written(anna, title="Hemligt utkast")
    address = reverse("approvals:read", args=[page.pk])
    lists = reverse("approvals:drafts")
    for reader in (people.draft_reader(), people.expert(), anna):
        client = people.client_of(reader)
        assert "Hemligt utkast" in client.get(address).content.decode()
        assert "Hemligt utkast" in client.get(lists).content.decode()
    outsider = people.client_of(people.regional_editor("14"))
    assert outsider.get(address).status_code in {302, 403}
    assert "Hemligt utkast" not in outsider.get(lists).content.decode()


def test_screens_of_pages_that_are_no_content_are_not_there() -> None:
    client = people.client_of(people.administrator())
    for page in (Page.get_first_root_node(), article().get_parent()):
        for name in ("hand_in", "read", "history", "since_approval"):
            assert client.get(reverse(f"approvals:{name}", args=[page.pk])).status_code == 404
    assert client.get(reverse("approvals:history", args=[10**12])).status_code == 404


def test_the_desk_speaks_english_to_those_who_choose_it() -> None:
    anna, elis = people.editor(), people.expert()
    submission = handed_in(written(anna), anna)
    profile = UserProfile.get_for_user(elis)
    profile.preferred_language = "en"
    profile.save()
    text_shown = people.client_of(people.again(elis)).get(review(submission)).content.decode()
    for words in ("Send back", "Change class", "Substantive", "Approve"):
        assert words in text_shown
