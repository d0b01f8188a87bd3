"""A region on two steps: two people other than the writer, whatever is changed meanwhile."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page, TaskState, Workflow, WorkflowTask

from content_models.approvals import Approval
from content_models.models import CurrentEdition
from content_models.vocabulary import ChangeClass
from editorial_workflows import decisions, desk, paths
from editorial_workflows.refusals import NotSubmitted, Refused
from editorial_workflows.submissions import Submission
from editorial_workflows.tasks import ExpertReview, RegionalApproval, RegionalReview
from region_overlays.models import Region
from region_overlays.region import ApprovalPath
from tests.factories import people
from tests.factories.published import article
from tests.factories.reviewing import (
    approved,
    changed,
    current,
    handed_in,
    latest,
    regional,
    sent_back,
)

pytestmark = pytest.mark.django_db
ONE, TWO, SELF = ApprovalPath.ONE_APPROVER, ApprovalPath.TWO_STEPS, ApprovalPath.SELF_APPROVAL


def choose(path: ApprovalPath, region: str = "14") -> None:
    Region.objects.filter(pk=region).update(approval_path=path)


def both(name: str = "rut") -> Any:
    """Someone who writes and approves for region 14."""
    people.regional_editor("14", name)
    return people.regional_approver("14", name)


def submission_of(writer: Any, **fields: Any) -> Submission:
    return handed_in(regional(writer, article(), "14", id="utredning", **fields), writer)


def is_published() -> bool:
    return CurrentEdition.objects.filter(part="katarakt/sv/14/utredning").exists()


def attempt(submission: Submission, who: str) -> str:
    """One person's attempt to approve what waits; gives what came of it."""
    try:
        approval = approved(submission, people.person(who))
    except Refused as refused:
        return type(refused).__name__
    return "published" if approval.is_final else approval.step


@pytest.mark.parametrize(
    ("path", "attempts"),
    [
        (ONE, [("rut", "NotYours"), ("rita", "NotYours"), ("gosta", "published")]),
        (SELF, [("rita", "NotYours"), ("rut", "published")]),
        (SELF, [("gosta", "published")]),
        (
            TWO,
            [
                *[("rut", "NotYours"), ("rita", "NotYours"), ("gun", "NotYours")],
                ("gosta", "regional-review"),
                *[("gosta", "NotYours"), ("rut", "NotYours"), ("gun", "NotYours")],
                ("gerd", "published"),
            ],
        ),
    ],
)
def test_who_approves_on_which_path(path: ApprovalPath, attempts: list[tuple[str, str]]) -> None:
    """Rut writes and approves, Rita only writes; Gösta and Gerd approve, Gun for region 12."""
    choose(path)
    rut = both()
    people.regional_editor("14", "rita")
    people.regional_approver("14", "gosta")
    people.regional_approver("14", "gerd")
    people.regional_approver("12", "gun")
    submission = submission_of(rut)
    for who, outcome in attempts:
        assert attempt(submission, who) == outcome, who
        assert is_published() == (outcome == "published"), who


@pytest.mark.parametrize("change_class", list(ChangeClass))
def test_every_class_takes_both_steps(change_class: ChangeClass) -> None:
    """Also where an administrator, or a program, has given the step fewer classes."""
    rut, gosta, gerd = both(), *[people.regional_approver("14", name) for name in ("gosta", "gerd")]
    first = submission_of(rut)
    approved(first, gosta)
    choose(TWO)
    RegionalReview.objects.update(change_classes=["editorial"])
    page = changed(latest_page(first), rut, title="Ny rubrik")
    submission = handed_in(page, rut, change_class)
    assert not approved(submission, gosta).is_final
    assert approved(submission, gerd).is_final


def latest_page(submission: Submission) -> Any:
    return latest(Page.objects.get(pk=submission.page_id))


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (ONE, TWO, "Refused"),  # its first step was passed over: it has one approver only
        (SELF, TWO, "Refused"),
        (ONE, SELF, "published"),
        (TWO, ONE, "regional-review"),
    ],
)
def test_what_counts_is_the_path_at_the_decision(
    before: ApprovalPath, after: ApprovalPath, outcome: str
) -> None:
    choose(before)
    rut, _gosta = people.regional_editor("14"), people.regional_approver("14")
    submission = submission_of(rut)
    choose(after)
    assert attempt(submission, "gosta") == outcome
    assert is_published() == (outcome == "published")
    if outcome == "Refused":
        gerd = people.regional_approver("14", "gerd")
        sent_back(submission, gerd)
        anew = handed_in(latest_page(submission), rut)
        assert attempt(anew, "gosta") == "regional-review"
        assert attempt(anew, "gosta") == "NotYours"
        assert attempt(anew, "gerd") == "published"


def test_a_path_chosen_between_the_steps_still_takes_another_person() -> None:
    choose(TWO)
    rut, gosta = both(), people.regional_approver("14")
    submission = submission_of(rut)
    approved(submission, gosta)
    choose(SELF)
    assert attempt(submission, "gosta") == "NotYours"
    assert attempt(submission, "rut") == "published"
    first, last = Approval.objects.filter(submission_id=submission.pk).order_by("pk")
    assert (first.is_self, last.is_self) == (False, True)


def test_a_writer_does_not_take_the_first_step_by_a_path_that_was_chosen_for_it() -> None:
    """Self-approval lets them take one step, and never both."""
    choose(TWO)
    rut = both()
    submission = submission_of(rut)
    choose(SELF)
    assert attempt(submission, "rut") == "regional-review"
    choose(TWO)
    assert attempt(submission, "rut") == "NotYours"
    choose(SELF)
    assert attempt(submission, "rut") == "NotYours"
    assert not is_published()


def test_the_list_of_what_waits_agrees() -> None:
    choose(TWO)
    rut, gosta, gerd = both(), *[people.regional_approver("14", name) for name in ("gosta", "gerd")]
    gun = people.regional_approver("12", "gun")
    submission = submission_of(rut)

    def waits_for() -> list[str]:
        users = [people.again(one) for one in (rut, gosta, gerd, gun)]
        return [user.username for user in users if submission in desk.waiting_for(user)]

    assert waits_for() == ["gosta", "gerd"]
    approved(submission, gosta)
    assert waits_for() == ["gerd"]
    page = latest_page(submission)
    assert decisions.may_decide(page, people.again(gerd), current(submission).task)
    assert not decisions.may_decide(page, people.again(gosta), current(submission).task)


# --- A workflow that lacks the step.


def drop_step() -> None:
    WorkflowTask.objects.filter(task__in=RegionalReview.objects.values("task_ptr")).delete()


def switch_step_off() -> None:
    RegionalReview.objects.get().deactivate()


@pytest.mark.parametrize("lose", [drop_step, switch_step_off])
def test_a_workflow_without_the_step_is_refused_in_words(lose: Any) -> None:
    rut, gosta = people.regional_editor("14"), people.regional_approver("14")
    submission = submission_of(rut)
    other = regional(rut, article("glaukom"), "14", id="utredning")
    lose()
    choose(TWO)
    with pytest.raises(Refused, match="Västra Götalandsregionen godkänner i två steg"):
        approved(submission, gosta)
    assert not is_published()
    with pytest.raises(NotSubmitted, match="Västra Götalandsregionen godkänner i två steg"):
        handed_in(other, rut)
    choose(ONE)
    handed_in(other, rut)
    assert approved(submission, gosta).is_final


def test_a_step_that_stands_last_is_taken_too() -> None:
    """As when it is added by hand, or while something is under review."""
    choose(TWO)
    workflow = Workflow.objects.get(name=paths.REGIONAL)
    WorkflowTask.objects.filter(workflow=workflow, task__in=RegionalReview.objects.all()).update(
        sort_order=9
    )
    rut = people.regional_editor("14")
    for name in ("gosta", "gerd"):
        people.regional_approver("14", name)
    submission = submission_of(rut)
    assert attempt(submission, "gosta") == "regional-approval"
    assert attempt(submission, "gosta") == "NotYours"
    assert attempt(submission, "gerd") == "published"


def test_an_administrator_who_adds_the_step_is_not_asked_for_its_classes() -> None:
    adam = people.client_of(people.administrator())
    for model, is_asked in (("regionalreview", False), ("regionalapproval", True)):
        address = reverse("wagtailadmin_workflows:add_task", args=["editorial_workflows", model])
        form = adam.get(address).context["form"]
        assert ("change_classes" in form.fields) == is_asked


# --- The step comes into the workflows of databases that there are.

MIGRATION = import_module("editorial_workflows.migrations.0002_regional_review")


def migrate() -> None:
    MIGRATION.add_step(apps, None)


def steps() -> list[type]:
    workflow = Workflow.objects.get(name=paths.REGIONAL)
    tasks = WorkflowTask.objects.filter(workflow=workflow).order_by("sort_order")
    return [type(one.task.specific) for one in tasks]


def as_it_was() -> None:
    """The workflow of a database from before there was such a step."""
    RegionalReview.objects.all().delete()
    assert steps() == [RegionalApproval]


def test_the_migration_adds_the_step_once() -> None:
    as_it_was()
    for _time in range(2):
        migrate()
        assert steps() == [RegionalReview, RegionalApproval]
    assert RegionalReview.objects.get().name == "Granskning i regionen"
    choose(TWO)
    rut, gosta = people.regional_editor("14"), people.regional_approver("14")
    assert not approved(submission_of(rut), gosta).is_final


def test_the_migration_leaves_what_an_administrator_has_built() -> None:
    as_it_was()
    workflow = Workflow.objects.get(name=paths.REGIONAL)
    expert = ExpertReview.objects.get()
    WorkflowTask.objects.create(workflow=workflow, task=expert, sort_order=5)
    migrate()
    assert steps() == [RegionalApproval, ExpertReview]
    Workflow.objects.filter(pk=workflow.pk).update(name="Vårt flöde")
    WorkflowTask.objects.filter(workflow=workflow, task=expert).delete()
    migrate()
    assert RegionalReview.objects.count() == 0


@pytest.mark.parametrize(("path", "outcome"), [(ONE, "published"), (TWO, "regional-approval")])
def test_what_is_under_review_at_the_migration_goes_on(path: ApprovalPath, outcome: str) -> None:
    as_it_was()
    rut = people.regional_editor("14")
    for name in ("gosta", "gerd"):
        people.regional_approver("14", name)
    submission = submission_of(rut)
    migrate()
    choose(path)
    assert attempt(submission, "gosta") == outcome
    if path is TWO:
        assert attempt(submission, "gosta") == "NotYours"
        assert attempt(submission, "gerd") == "published"
    assert is_published()
    assert not TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).exists()
