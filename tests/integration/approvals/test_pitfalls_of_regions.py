"""Pitfalls of many regions in one workflow: another page's task state, and one step for all.

As in test_pitfalls: first plain Wagtail, then here.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Task, TaskState, WorkflowState

from content_models.models import CurrentEdition
from editorial_workflows.refusals import NotYours
from editorial_workflows.tasks import RegionalApproval, ReviewTask
from tests.factories import people
from tests.factories.published import article
from tests.factories.reviewing import handed_in, latest, regional
from tests.integration.ledger.state import nothing_published

from . import plain_wagtail as plain

pytestmark = pytest.mark.django_db


# --- The address of a decision names a page and a task state that need not belong together.


def two_regions() -> tuple[Any, Any, Any]:
    """The supplements of two regions under review, and the approver of the first."""
    national = article()
    own, other = (
        regional(people.regional_editor(region, f"red-{region}"), national, region, id="utredning")
        for region in ("14", "12")
    )
    for page, region in ((own, "14"), (other, "12")):
        handed_in(page, people.regional_editor(region, f"red-{region}"))
    return latest(own), latest(other), people.regional_approver("14")


def decide_address(page: Any, state: Any, action: str = "approve") -> str:
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_another_pages_task_state_is_decided_in_plain_wagtail(
    monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    """With an action that trusts what the view has asked, as Wagtail's own does."""
    monkeypatch.setattr(ReviewTask, "on_action", Task.on_action)
    monkeypatch.setattr(WorkflowState, "on_finish", lambda state, user=None: None)
    own, other, gosta = two_regions()
    state = other.current_workflow_task_state
    people.client_of(gosta).post(decide_address(own, state, action), {"comment": "x"})
    assert TaskState.objects.get(pk=state.pk).finished_by == gosta


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_another_pages_task_state_is_not_decided(action: str) -> None:
    own, other, gosta = two_regions()
    state = other.current_workflow_task_state
    client = people.client_of(gosta)
    for page in (own, other):
        with nothing_published():
            client.post(decide_address(page, state, action), {"comment": "x"})
        assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_IN_PROGRESS
    client.post(decide_address(own, own.current_workflow_task_state), {"comment": ""})
    assert (latest(own).live, latest(other).live) == (True, False), "his own he decides"


# --- One step for all regions, each approver only their own.


def test_one_step_for_all_is_everyones_in_plain_wagtail() -> None:
    page = plain.plain_page()
    groups = [plain.reviewers(page, f"Region {number}") for number in range(2)]
    plain.workflow_of(page, groups[0]).tasks.get().specific.groups.add(groups[1])
    state = plain.submitted(page, people.person("skribent"))
    other = people.person("annan", "Region 1")
    assert list(TaskState.objects.reviewable_by(other)) == [state], "whichever region's it is"


def test_a_step_for_each_region_is_a_query_each_in_plain_wagtail() -> None:
    anyone = people.person("annan")
    base = queries_for_what_waits(anyone)
    for number in range(3):
        GroupApprovalTask.objects.create(name=f"Region {number}")
    assert queries_for_what_waits(people.again(anyone)) >= base + 3


def queries_for_what_waits(user: Any) -> int:
    with CaptureQueriesContext(connection) as queries:
        list(TaskState.objects.reviewable_by(user))
    return len(queries)


def test_one_step_serves_all_regions_and_each_approver_their_own() -> None:
    assert RegionalApproval.objects.count() == 1
    own, other, gosta = two_regions()
    gun = people.regional_approver("12", "gun")
    assert own.current_workflow_task_state.task_id == other.current_workflow_task_state.task_id
    pairs = ((gosta, own, other), (gun, other, own))
    for user, mine, not_mine in pairs:
        states = TaskState.objects.reviewable_by(user)
        assert [state.pk for state in states] == [mine.current_workflow_task_state.pk]
        with nothing_published(), pytest.raises(NotYours):
            plain.decide(not_mine.current_workflow_task_state, user)
    for user, mine, _not_mine in pairs:
        plain.decide(mine.current_workflow_task_state, user)
    assert set(CurrentEdition.objects.values_list("part", flat=True)) >= {
        "katarakt/sv/12/utredning",
        "katarakt/sv/14/utredning",
    }
