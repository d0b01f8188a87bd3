"""The screen on which a draft is handed in: class, note, what it lacks, whom it touches."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from content_models.vocabulary import ChangeClass
from tests.factories import people
from tests.factories.published import section, text
from tests.factories.reviewing import (
    changed,
    latest,
    published_nationally,
    written,
)

pytestmark = pytest.mark.django_db
BLOCK = "22222222-2222-4222-8222-222222222222"


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_hand_in_asks_for_class_and_note_and_keeps_what_was_typed() -> None:
    anna = people.editor()
    page = written(anna)
    client = people.client_of(anna)
    address = reverse("approvals:hand_in", args=[page.pk])
    classes = client.get(address).context["form"].fields["change_class"].choices
    assert [value for value, _label in classes] == ["substantive"]
    for fields in ({}, {"change_class": "safety", "note": "x"}, {"change_class": "substantive"}):
        answer = client.post(address, fields)
        assert answer.status_code == 200
        assert answer.context["form"].errors
    long = client.post(address, {"change_class": "substantive", "note": "ö" * 501})
    assert "ö" * 501 in long.content.decode()
    assert not latest(page).workflow_in_progress
    done = client.post(address, {"change_class": "substantive", "note": "Ny."}, follow=True)
    assert "är inlämnad" in said(done)[0]
    assert client.get(address).status_code == 302


def test_hand_in_says_what_a_draft_lacks() -> None:
    anna = people.editor()
    page = changed(written(anna), anna, approving_body=None)
    answer = people.client_of(anna).post(
        reverse("approvals:hand_in", args=[page.pk]),
        {"change_class": "substantive", "note": "Ny."},
    )
    assert "godkännande instans" in said(answer)[0]
    assert "Ny." in answer.content.decode()


def test_hand_in_says_where_a_draft_lacks_something() -> None:
    anna = people.editor()
    facts = {"type": "facts", "id": BLOCK, "value": {"title": "", "html": "", "care_levels": []}}
    sections = [section("utredning", text(), facts, title="Utredning")]
    page = changed(written(anna), anna, sections=sections)
    answer = people.client_of(anna).post(
        reverse("approvals:hand_in", args=[page.pk]),
        {"change_class": "substantive", "note": "Ny."},
    )
    assert "avsnitt › Utredning › Fakta › Text: Det här fältet är obligatoriskt" in said(answer)[0]
    assert not latest(page).workflow_in_progress


def test_an_editorial_change_is_offered_once_it_is_published() -> None:
    page = published_nationally()
    anna = people.editor()
    form = people.client_of(anna).get(reverse("approvals:hand_in", args=[page.pk])).context["form"]
    assert [value for value, _ in form.fields["change_class"].choices] == [*map(str, ChangeClass)]
