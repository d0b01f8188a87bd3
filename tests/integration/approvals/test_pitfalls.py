"""What goes wrong with Wagtail's workflows as they come, and what happens here instead.

Each test shows first that plain Wagtail lets it happen, then that it is refused here and that
nothing has changed. Permissions and translations: test_pitfalls_of_*.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.db.models.signals import pre_save
from django.utils import timezone
from wagtail.actions.publish_page_revision import (
    PublishPagePermissionError,
)
from wagtail.models import Revision, TaskState, WorkflowState
from wagtail.signals import published

from cms.schedule import publish_due
from content_models.approvals import Approval
from content_models.models import Edition
from content_models.vocabulary import ChangeClass
from editorial_workflows import receivers
from editorial_workflows.refusals import ContentChanged, NotYours
from editorial_workflows.submissions import Submission
from tests.factories import people
from tests.factories.reviewing import (
    approved,
    changed,
    current,
    handed_in,
    latest,
    published_nationally,
    written,
)
from tests.integration.ledger.state import nothing_published, parts

from . import plain_wagtail as plain

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _as_wagtail_is_set(settings: Any) -> None:
    """Our setting is one defence of several: without it the others hold."""
    settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False


def at_the_last_step(anna: Any) -> Submission:
    """An article that only a national approver's decision keeps from being published."""
    submission = handed_in(written(anna), anna)
    approved(submission, people.expert())
    return submission


def still_waits(submission: Submission) -> bool:
    return bool(current(submission).status == TaskState.STATUS_IN_PROGRESS)


# --- Approvals are overwritten by the next publish.


def test_an_approval_kept_on_the_page_is_overwritten_in_plain_wagtail() -> None:
    page = plain.plain_page(search_description="Godkänd av Anna")
    page.get_latest_revision().publish()
    page = plain.again(page)
    page.search_description = "Godkänd av Bo"
    page.save_revision().publish()
    assert plain.again(page).search_description == "Godkänd av Bo", "Anna's is gone"


def test_an_approval_stands_when_the_next_is_published() -> None:
    page = published_nationally()
    before = list(Approval.objects.values())
    anna = people.editor()
    approved(
        handed_in(changed(page, anna, title="Ny"), anna, ChangeClass.SAFETY), people.approver()
    )
    assert list(Approval.objects.order_by("pk").values())[: len(before)] == before
    first, second = Edition.objects.order_by("pk")
    assert not set(first.approvals) & set(second.approvals)
    for rewrite in (
        lambda: Approval.objects.update(body="Någon annan"),
        lambda: Approval.objects.all()[:1].get().delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rewrite()


# --- Wagtail publishes the latest revision, not the approved one.


def write_past_the_freeze(submission: Submission, by: Any) -> None:
    """While it is under review: refused, but for what goes past our receiver."""
    page = Revision.objects.get(pk=submission.revision_id).content_object
    with pytest.raises(PermissionDenied), transaction.atomic():
        changed(page, by, title="Oläst")
    with plain.without(pre_save, receivers.freeze_what_is_judged, Revision):
        changed(page, by, title="Oläst")


def test_what_is_written_meanwhile_is_published_in_plain_wagtail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain.publish_whatever_is_latest(monkeypatch)
    page, state, greta = plain.reviewed_page(people.person("skribent"))
    page.title = "Ingen har läst"
    page.save_revision()
    plain.decide(state, greta)
    assert plain.again(page).title == "Ingen har läst"
    assert state.revision_id != plain.again(page).live_revision_id


def test_what_is_written_meanwhile_is_not_published(monkeypatch: pytest.MonkeyPatch) -> None:
    anna, greta = people.editor(), people.approver()
    submission = at_the_last_step(anna)
    write_past_the_freeze(submission, anna)
    with nothing_published(), pytest.raises(ContentChanged):
        approved(submission, greta)
    assert still_waits(submission)

    # The finish action refuses by itself, and the ledger's guard if the action would not.
    for finish in (None, plain.publish_whatever_is_latest):
        if finish is not None:
            finish(monkeypatch)
        with nothing_published(), pytest.raises(PermissionDenied):
            current(submission).approve(user=greta)
        assert still_waits(submission)


def test_a_revision_is_not_moved_along_with_its_review() -> None:
    """Of two steps, the first may have seen another content than the second."""
    page = plain.plain_page()
    first, second = plain.reviewers(page), plain.reviewers(page, "Fler granskare")
    plain.workflow_of(page, first, second)
    state = plain.submitted(page, people.person("skribent"))
    page.title = "Oläst"
    latest_revision = page.save_revision()
    plain.decide(state, people.person("granskare", "Granskare"))
    round_ = WorkflowState.objects.get(pk=state.workflow_state_id)
    assert TaskState.objects.get(pk=state.pk).revision_id != latest_revision.pk
    assert round_.current_task_state.revision_id == latest_revision.pk, "plain Wagtail goes on"

    anna = people.editor()
    submission = handed_in(written(anna), anna)
    write_past_the_freeze(submission, anna)
    with nothing_published(), pytest.raises(ContentChanged):
        approved(submission, people.expert())
    assert (still_waits(submission), Approval.objects.count()) == (True, 0)


# --- The default finish action fails for approvers without publish permission.


def test_an_approver_without_publish_permission_cannot_finish_in_plain_wagtail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain.publish_as_wagtail_does(monkeypatch)
    page, state, greta = plain.reviewed_page(people.person("skribent"))
    with pytest.raises(PublishPagePermissionError):
        plain.decide(state, greta)
    assert not plain.again(page).live


def test_an_approver_without_publish_permission_finishes() -> None:
    greta = people.approver()
    page = latest(
        Revision.objects.get(pk=at_the_last_step(people.editor()).revision_id).content_object
    )
    assert not page.permissions_for_user(greta).can_publish()
    plain.decide(page.current_workflow_task_state, greta)
    assert (latest(page).live, parts()) == (True, [("katarakt/sv", False)])


# --- Four eyes only by hiding a button.


def test_the_hidden_button_is_pressed_in_plain_wagtail(monkeypatch: pytest.MonkeyPatch) -> None:
    plain.publish_whatever_is_latest(monkeypatch)
    anna = people.person("skribent")
    page, state, _greta = plain.reviewed_page(anna)
    assert state.task.specific.get_actions(page, anna) == [], "no button"
    plain.decide(state, anna)
    assert plain.again(page).live, "her own, published by herself"


def test_the_hidden_button_is_refused() -> None:
    both = people.person("bodil", "Nationella redaktörer", "Nationella godkännare")
    submission = at_the_last_step(both)
    state = current(submission)
    assert state.task.specific.get_actions(latest(state.revision.content_object), both) == []
    for action in ("approve", "reject"):
        with nothing_published(), pytest.raises(NotYours):
            plain.decide(state, people.again(both), action, comment="Själv.")
        assert still_waits(submission)


# --- The action's extra data is JSON from a client.


def test_data_from_the_client_reaches_the_verb_in_plain_wagtail() -> None:
    _page, state, greta = plain.reviewed_page(people.person("skribent"))
    with pytest.raises(TypeError):
        plain.decide(state, greta, seen=1)
    plain.decide(state, greta, update=False)
    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_APPROVED
    assert state.workflow_state.status == WorkflowState.STATUS_IN_PROGRESS, "stuck for ever"


NOT_DATA = [
    *({"update": False}, {"user": 1}, {"is_self": True}, {"role": "import"}, {"x": ""}),
    *({"comment": 3}, {"comment": None}, {"comment": ["Ja"]}, {"comment": {"a": 1}}),
    *({"seen": 1}, {"seen": None}, {"seen": True}, {"seen": []}),
]


@pytest.mark.parametrize("data", NOT_DATA, ids=str)
@pytest.mark.parametrize("action", ["approve", "reject"])
def test_data_from_the_client_is_checked(data: dict[str, Any], action: str) -> None:
    anna = people.editor()
    submission = handed_in(written(anna), anna)
    with nothing_published(), pytest.raises(PermissionDenied):
        plain.decide(current(submission), people.expert(), action, **data)
    assert (still_waits(submission), Approval.objects.count()) == (True, 0)


@pytest.mark.parametrize("action", ["", "publish", "cancel", "start", "Approve", "on_action"])
def test_an_action_that_is_none_is_refused(action: str) -> None:
    anna = people.editor()
    submission = handed_in(written(anna), anna)
    with nothing_published(), pytest.raises(PermissionDenied):
        plain.decide(current(submission), people.expert(), action)
    assert still_waits(submission)


def test_a_hash_that_nobody_has_seen_is_refused() -> None:
    anna = people.editor()
    submission = handed_in(written(anna), anna)
    for seen in ("0" * 64, submission.sha256.upper(), submission.sha256[:-1], "x' OR 1=1"):
        with nothing_published(), pytest.raises(ContentChanged):
            plain.decide(current(submission), people.expert(), seen=seen)
    assert still_waits(submission)


# --- `published` fires for what is scheduled, with live=False.


def test_published_is_sent_for_what_only_is_scheduled_in_plain_wagtail() -> None:
    seen: list[bool] = []

    def hear(instance: Any, **_kwargs: Any) -> None:
        seen.append(instance.live)

    published.connect(hear)
    try:
        plain.plain_page(
            go_live_at=timezone.now() + timedelta(days=1)
        ).get_latest_revision().publish()
    finally:
        published.disconnect(hear)
    assert seen == [False]


def test_what_only_is_scheduled_has_no_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    anna = people.editor()
    page = changed(written(anna), anna, go_live_at=timezone.now() + timedelta(days=1))
    submission = handed_in(page, anna)
    with nothing_published():
        approved(submission, people.expert())
        approved(submission, people.approver())
        publish_due(should_stop=lambda: False)
    plain.later(monkeypatch, days=2)
    assert publish_due(should_stop=lambda: False) == []
    assert parts() == [("katarakt/sv", False)]
