"""A translation is published by its review and in no other way; its translator does not decide."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content_models.models import Edition
from content_models.vocabulary import ChangeClass
from editorial_workflows.refusals import Refused
from editorial_workflows.submissions import Submission
from tests.factories import people
from tests.factories.reviewing import approved, changed, handed_in, latest
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
HAND_IN = {"change_class": "substantive", "note": "Översatt."}


def test_the_whole_way_from_source_to_reader(
    client: Client, source: Any, anna: Any, read: Any
) -> None:
    draft = translated(client, begin(client, source, "en"))
    answer = save(client, draft, action="hand-in")
    assert client.post(answer.url, HAND_IN).status_code == 302
    assert read("/pages/katarakt", language="en")["served_language"] == "sv"

    for person in (people.expert("sakkunnig"), people.approver("godkannare")):
        state = latest(draft).current_workflow_state.current_task_state
        approve(person, draft, state)

    page = read("/pages/katarakt", language="en")
    assert (page["served_language"], page["title"]) == ("en", "EN Katarakt")
    assert page["languages"] == ["sv", "en"]
    assert page["out_of_date"] is False
    swedish = read("/pages/katarakt")
    for member in ("diagnosis_codes", "programme_area", "care_levels", "review_by"):
        assert page[member] == swedish[member]
    assert len(page["references"]) == len(swedish["references"]) == 1
    assert [one["id"] for one in page["sections"]] == [one["id"] for one in swedish["sections"]]


def approve(person: Any, page: Any, state: Any) -> None:
    """On the screen of the review, with what is on it."""
    submission = Submission.objects.under_review().get(page_id=page.pk)
    form = {"remark": "Läst.", "seen": submission.sha256, "step": state.pk, "approve": "1"}
    address = reverse("approvals:review", args=[submission.pk])
    assert people.client_of(person).post(address, form).status_code == 302


def test_who_translated_does_not_approve(client: Client, source: Any, anna: Any) -> None:
    draft = translated(client, begin(client, source, "en"))
    helper = people.client_of(people.editor("bodil"))
    form = shown(helper, draft)
    title = next(text for text in form.texts if text.source == "Katarakt")
    address = reverse("translating:keep_text", args=[draft.pk, title.id])
    was = next(one.version for group in form.groups for one in group.texts if one.text is title)
    assert helper.post(address, {"text": "Cataract", "was": was}).status_code == 200
    translated(client, draft)
    for name in ("anna", "bodil"):
        people.expert(name)
        people.approver(name)
    submission = handed_in(latest(draft), anna)

    for name in ("anna", "bodil"):
        with nothing_published(), pytest.raises(Refused):
            approved(submission, people.person(name))
    approved(submission, people.expert("sakkunnig"))
    for name in ("anna", "bodil"):
        with nothing_published(), pytest.raises(Refused):
            approved(submission, people.person(name))
    approved(submission, people.approver("godkannare"))
    assert latest(draft).live


def test_no_button_of_the_form_publishes(client: Client, source: Any) -> None:
    draft = translated(client, begin(client, source, "en"))
    data = {"translation-form": "1", "action": "publish", "action-publish": "1"}
    for person in (people.editor("anna"), people.approver(), people.administrator()):
        with nothing_published():
            people.client_of(person).post(edit(draft), data)
    assert not Edition.objects.filter(part="katarakt/en").exists()


def test_under_review_the_words_stand_still(client: Client, source: Any, anna: Any) -> None:
    draft = translated(client, begin(client, source, "en"))
    form = shown(client, draft)
    text = next(one for one in form.texts if one.source == "Alfa")
    handed_in(draft, anna)
    before = latest(draft).latest_revision_id

    kept = client.post(
        reverse("translating:keep_text", args=[draft.pk, text.id]), {"text": "Alpha", "was": ""}
    )
    answer = client.post(
        edit(draft), {"translation-form": "1", "action": "save", f"text-{text.id}": "Alpha"}
    )
    updated = client.post(reverse("translating:update", args=[draft.pk]), follow=True)

    assert kept.status_code == 409
    assert "inlämnad" in kept.json()["error"]
    assert "Alpha" in answer.content.decode()
    assert list(answer.context["form"].errors) == [f"text-{text.id}"]
    assert "inlämnad" in updated.content.decode()
    assert latest(draft).latest_revision_id == before
    assert {one.source: one.words for one in shown(client, draft).texts}["Alfa"] == "EN Alfa"


def test_a_live_translation_shows_its_next_draft_to_nobody(
    client: Client, source: Any, anna: Any, read: Any
) -> None:
    draft = publish_nationally(translated(client, begin(client, source, "en")), anna)
    form = shown(client, draft)
    title = next(one for one in form.texts if one.source == "Katarakt")
    with nothing_published():
        save(client, draft, **{f"text-{title.id}": "Cataract"})

    assert read("/pages/katarakt", language="en")["title"] == "EN Katarakt"
    assert latest(draft).title == "EN Katarakt"
    assert latest(draft).draft_title == "Cataract"
    assert latest(draft).has_unpublished_changes


def test_what_is_not_whole_is_not_handed_in(client: Client, source: Any) -> None:
    draft = begin(client, source, "en")
    answer = client.post(reverse("approvals:hand_in", args=[draft.pk]), HAND_IN)
    assert "inte översatta" in str([*answer.context["messages"]])
    assert not Submission.objects.filter(page_id=draft.pk).exists()


def test_a_safety_change_of_the_source_stops_a_translation_under_review(
    client: Client, source: Any, anna: Any
) -> None:
    draft = translated(client, begin(client, source, "en"))
    submission = handed_in(draft, anna)
    safer = changed(latest(source), people.editor("bo"), summary="Ny dos.")
    publish_nationally(safer, people.editor("bo"), ChangeClass.SAFETY)
    with nothing_published(), pytest.raises(Refused, match="säkerhetsändring"):
        approved(submission, people.expert("sakkunnig"))
