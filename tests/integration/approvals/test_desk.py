"""The approver's desk: each sees what they may decide, and no list asks more when it is longer."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, Workflow, WorkflowState

from content_models.models import ProgrammeArea
from content_models.vocabulary import ChangeClass
from editorial_workflows import desk
from editorial_workflows.submissions import Submission
from editorial_workflows.tasks import NationalApproval
from tests.factories import people
from tests.factories.published import article
from tests.factories.reviewing import (
    AREA,
    approved,
    changed,
    handed_in,
    published_nationally,
    regional,
    sent_back,
    written,
)

pytestmark = pytest.mark.django_db


def titles(user: Any) -> list[str]:
    return [submission.title for submission in desk.waiting_for(people.again(user))]


def test_each_sees_what_waits_for_them_and_not_their_own() -> None:
    anna, elis, greta = people.editor(), people.expert(), people.approver()
    submission = handed_in(written(anna, title="Grå starr"), anna)
    assert (titles(elis), titles(greta), titles(anna)) == (["Grå starr"], [], [])
    approved(submission, elis)
    assert (titles(elis), titles(greta), titles(anna)) == ([], ["Grå starr"], [])
    assert titles(people.area_approver(AREA)) == ["Grå starr"]
    assert titles(people.area_approver("Tandvård", "tage")) == []
    writes_too = people.person("greta", "Nationella redaktörer", "Nationella sakkunniga")
    other = handed_in(written(writes_too, "glaukom", title="Glaukom"), writes_too)
    assert "Glaukom" not in titles(writes_too)
    sent_back(other, elis)
    assert titles(elis) == []


def test_regions_see_their_own() -> None:
    national, rut = article(), people.regional_editor("14")
    handed_in(regional(rut, national, "14", id="utredning"), rut)
    assert len(titles(people.regional_approver("14"))) == 1
    assert titles(people.regional_approver("12", "gun")) == titles(people.approver()) == []


def test_safety_stands_first() -> None:
    anna, greta = people.editor(), people.approver()
    first, second = published_nationally("katarakt"), published_nationally("glaukom")
    handed_in(changed(first, anna, title="Stavfel"), anna, ChangeClass.EDITORIAL)
    handed_in(changed(second, anna, title="Fel dos"), anna, ChangeClass.SAFETY)
    assert titles(greta) == ["Fel dos", "Stavfel"]


def test_the_list_shows_area_class_note_and_age() -> None:
    anna, elis = people.editor(), people.expert()
    handed_in(written(anna, title="Grå <b>starr</b>"), anna, note="Ny <i>gräns</i> för remiss.")
    text = people.client_of(elis).get(reverse("approvals:desk")).content.decode()
    for words in (AREA, "Innehållslig", "Ny &lt;i&gt;gräns&lt;/i&gt; för remiss.", "Anna"):
        assert words in text
    assert "<b>starr</b>" not in text


def test_what_was_sent_back_stands_with_its_remark() -> None:
    anna, elis = people.editor(), people.expert()
    sent_back(handed_in(written(anna), anna), elis, remark="Ange dosen i milligram.")
    text = people.client_of(anna).get(reverse("approvals:mine")).content.decode()
    assert "Ange dosen i milligram." in text


def many_open(numbers: range) -> None:
    """As many articles' submissions waiting for the programme area, written straight to tables."""
    template = Submission.objects.exclude(title__startswith="Artikel ").get()
    workflow = Workflow.objects.get(name="Nationellt godkännande")
    content_type = ContentType.objects.get_for_model(Page)
    area = ProgrammeArea.objects.get(name=AREA)
    task = NationalApproval.objects.get()
    revision = Revision.objects.get(pk=template.revision_id)
    now = timezone.now()
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            workflow=workflow,
            content_type=content_type,
            base_content_type=content_type,
            object_id=str(100_000 + number),
            requested_by_id=template.submitted_by_id,
        )
        for number in numbers
    )
    steps = TaskState.objects.bulk_create(
        TaskState(workflow_state=state, task=task, revision=revision) for state in states
    )
    for state, step in zip(states, steps, strict=True):
        state.current_task_state = step
    WorkflowState.objects.bulk_update(states, ["current_task_state"], batch_size=500)
    submissions = Submission.objects.bulk_create(
        Submission(
            workflow_state=state,
            page_id=100_000 + number,
            revision_id=revision.pk,
            sha256=template.sha256,
            part=f"artikel-{number}/sv",
            kind=template.kind,
            title=f"Artikel {number}",
            area=area,
            change_class=ChangeClass.SUBSTANTIVE,
            note="Ny rekommendation.",
            waits_for="national-approval",
            submitted_by_id=template.submitted_by_id,
            submitted_at=now,
        )
        for number, state in zip(numbers, states, strict=True)
    )
    Submission.barred.through.objects.bulk_create(
        Submission.barred.through(submission_id=one.pk, user_id=template.submitted_by_id)
        for one in submissions
    )


@pytest.mark.parametrize("screen", ["desk", "mine"])
def test_five_thousand_items_take_no_more_queries_than_sixty(screen: str) -> None:
    anna = people.editor()
    handed_in(written(anna), anna)
    viewer = people.approver() if screen == "desk" else anna
    client = people.client_of(viewer)
    client.get(reverse(f"approvals:{screen}"))  # what a process reads once

    def queries() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(reverse(f"approvals:{screen}"))
        return len(seen), answer.context["items"].paginator.count

    many_open(range(60))
    few, shown = queries()
    many_open(range(60, 5_000))
    many, shown_then = queries()
    assert (shown, shown_then) == (60 + (screen == "mine"), 5_000 + (screen == "mine"))
    assert many == few
