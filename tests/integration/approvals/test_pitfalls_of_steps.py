"""Pitfalls around Wagtail's steps: skipped, switched off, taken past their own methods, of other
types, and what they judge written over.

As in test_pitfalls: first plain Wagtail, then here.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.db.models.signals import pre_save
from wagtail.models import (
    GroupApprovalTask,
    Revision,
    TaskState,
    Workflow,
    WorkflowState,
    WorkflowTask,
)

from content_models.approvals import Approval, NotApproved
from editorial_workflows import paths, receivers
from editorial_workflows.refusals import Refused
from editorial_workflows.submissions import Submission
from editorial_workflows.tasks import ExpertReview, NationalApproval
from tests.factories import people
from tests.factories.reviewing import (
    approved,
    current,
    handed_in,
    latest,
    written,
)
from tests.integration.ledger.state import nothing_published

from . import plain_wagtail as plain

pytestmark = pytest.mark.django_db


def waiting(anna: Any, key: str = "katarakt") -> Submission:
    return handed_in(written(anna, key), anna)


def state_of(submission: Submission) -> tuple[str, str, int]:
    """Where the round is: its status, its step, and the approvals that are on record."""
    state = WorkflowState.objects.get(submission=submission)
    approvals = Approval.objects.filter(submission_id=submission.pk)
    return state.status, str(state.current_task_state.task), approvals.count()


# --- A skipped step is not an approval, nor is one that is switched off.


def test_a_step_switched_off_publishes_in_plain_wagtail(monkeypatch: pytest.MonkeyPatch) -> None:
    plain.publish_whatever_is_latest(monkeypatch)
    page, state, _greta = plain.reviewed_page(people.person("skribent"))
    state.task.specific.deactivate(user=people.administrator())
    assert plain.again(page).live, "nobody has approved it"


def test_a_last_step_switched_off_publishes_nothing() -> None:
    submission = waiting(people.editor())
    approved(submission, people.expert())
    before = state_of(submission)
    with nothing_published(), pytest.raises(NotApproved), transaction.atomic():
        NationalApproval.objects.get().deactivate(user=people.administrator())
    assert state_of(submission) == before


def test_steps_that_all_are_skipped_publish_nothing() -> None:
    NationalApproval.objects.update(change_classes=["safety"])
    ExpertReview.objects.update(change_classes=["safety"])
    anna = people.editor()
    page = written(anna)
    with nothing_published(), pytest.raises(PermissionDenied), transaction.atomic():
        handed_in(page, anna)
    assert not latest(page).workflow_in_progress


def test_a_step_that_only_reviews_does_not_approve() -> None:
    """A workflow whose granting step is passed over for this class of change."""
    NationalApproval.objects.update(change_classes=["safety"])
    submission = waiting(people.editor())
    before = state_of(submission)
    with nothing_published(), pytest.raises(Refused):
        approved(submission, people.expert())
    assert state_of(submission) == before


def test_a_group_approval_of_wagtails_is_no_approval() -> None:
    """An administrator may build a workflow of Wagtail's own task type."""
    workflow = Workflow.objects.get(name=paths.NATIONAL)
    WorkflowTask.objects.filter(workflow=workflow).delete()
    add_group_approval(workflow, place=0)
    anna, greta = people.editor(), people.approver()
    page = written(anna)
    state = workflow.start(page, anna).current_task_state
    with nothing_published(), pytest.raises(NotApproved), transaction.atomic():
        plain.decide(state, greta)
    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_IN_PROGRESS


def add_group_approval(workflow: Workflow, *, place: int) -> None:
    task = GroupApprovalTask.objects.create(name="Grupp")
    task.groups.add(Group.objects.get(name="Nationella godkännare"))
    WorkflowTask.objects.filter(workflow=workflow).update(sort_order=F("sort_order") + 1)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)


@pytest.mark.parametrize("place", [0, 9])
def test_nor_is_it_beside_a_step_of_ours(place: int) -> None:
    add_group_approval(Workflow.objects.get(name=paths.NATIONAL), place=place)
    anna = people.editor()
    page = written(anna)
    latest(page).get_workflow().start(page, anna)
    turns = [people.expert(), people.approver()]
    turns.insert(place, people.approver("gunnel"))
    for user in turns[:-1]:
        plain.decide(latest(page).current_workflow_task_state, user)
    with nothing_published(), pytest.raises(PermissionDenied), transaction.atomic():
        plain.decide(latest(page).current_workflow_task_state, turns[-1])
    assert latest(page).workflow_in_progress


def test_a_workflow_without_steps_publishes_nothing() -> None:
    for task in (NationalApproval.objects.get(), ExpertReview.objects.get()):
        task.deactivate(user=people.administrator())
    anna = people.editor()
    page = written(anna)
    with nothing_published(), pytest.raises(Refused), transaction.atomic():
        handed_in(page, anna)
    assert not latest(page).workflow_in_progress


# --- TaskState.approve, called past on_action.


def test_the_verb_itself_publishes_in_plain_wagtail(monkeypatch: pytest.MonkeyPatch) -> None:
    plain.publish_whatever_is_latest(monkeypatch)
    anna = people.person("skribent")
    page, state, _greta = plain.reviewed_page(anna)
    state.approve(user=anna)
    assert plain.again(page).live


def test_the_verb_itself_publishes_nothing() -> None:
    anna = people.editor()
    submission = waiting(anna)
    approved(submission, people.expert())
    before = state_of(submission)
    for who in (anna, people.approver(), None):
        with nothing_published(), pytest.raises(NotApproved), transaction.atomic():
            current(submission).approve(user=who)
        assert state_of(submission) == before


def test_a_step_taken_by_the_verb_itself_does_not_count_for_the_next() -> None:
    submission = waiting(people.editor())
    current(submission).approve(user=people.expert())
    with nothing_published(), pytest.raises(Refused):
        approved(submission, people.approver())
    assert Approval.objects.count() == 0


# --- Autosave writes over the revision that is being judged.


def test_a_judged_revision_is_written_over_in_plain_wagtail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain.publish_whatever_is_latest(monkeypatch)
    anna = people.person("skribent")
    page, state, greta = plain.reviewed_page(anna)
    page.title = "Skriven över"
    page.save_revision(user=anna, overwrite_revision=state.revision)
    plain.decide(state, greta)
    assert plain.again(page).title == "Skriven över"
    assert plain.again(page).live_revision_id == state.revision_id, "as if it had been approved"


def write_over(submission: Submission, anna: Any) -> None:
    revision = Revision.objects.get(pk=submission.revision_id)
    draft = revision.as_object()
    draft.title = "Skriven över"
    draft.save_revision(user=anna, overwrite_revision=revision)


def test_a_judged_revision_is_not_written_over() -> None:
    anna = people.editor()
    submission = waiting(anna)
    before = Revision.objects.values().get(pk=submission.revision_id)

    with plain.without(pre_save, receivers.freeze_what_is_judged, Revision), transaction.atomic():
        write_over(submission, anna)
        assert Revision.objects.get(pk=before["id"]).content["title"] == "Skriven över"
        transaction.set_rollback(True)

    with pytest.raises(PermissionDenied), transaction.atomic():
        write_over(submission, anna)
    approved(submission, people.expert())
    approved(submission, people.approver())
    with pytest.raises(PermissionDenied), transaction.atomic():
        write_over(submission, anna)
    after = Revision.objects.values().get(pk=submission.revision_id)
    assert (after["content"], after["created_at"]) == (before["content"], before["created_at"])
