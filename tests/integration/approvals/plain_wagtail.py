"""Wagtail as it comes: plain pages in a workflow of groups, and our hooks lifted for a moment.

What a pitfall's test shows failing is shown with these.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Page,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)
from wagtail.workflows import publish_workflow_state

from content_models.languages import locale_of
from tests.factories import people


def plain_page(title: str = "Vanlig", *, by: Any = None, **fields: Any) -> Page:
    """A draft of Wagtail's own page type, which neither the ledger nor our permissions hold."""
    root = Page.objects.get(depth=1)
    page = root.add_child(
        instance=Page(title=title, slug=title.lower(), live=False, locale=locale_of("sv"), **fields)
    )
    page.save_revision(user=by)
    return again(page)


def again(page: Any) -> Page:
    return Page.objects.get(pk=page.pk)


def group_of(name: str, page: Any, *codenames: str) -> Group:
    """A group that may enter the admin, with these of Wagtail's permissions on the page."""
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    for codename in codenames:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.create(group=group, page_id=page.pk, permission=permission)
    return group


def reviewers(page: Any, name: str = "Granskare") -> Group:
    """A group that may edit the page, not publish it."""
    return group_of(name, page, "change_page")


def workflow_of(page: Any, *groups: Group) -> Workflow:
    """One of Wagtail's group approvals after the other, set on the page."""
    workflow = Workflow.objects.create(name=f"Vanligt {page.pk}")
    for place, group in enumerate(groups):
        task = GroupApprovalTask.objects.create(name=f"{group.name} {place}")
        task.groups.add(group)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)
    WorkflowPage.objects.create(page_id=page.pk, workflow=workflow)
    return workflow


def submitted(page: Any, by: Any) -> Any:
    """Wagtail's own submission; gives the task state that waits."""
    page = again(page)
    return page.get_workflow().start(page, by).current_task_state


def decide(task_state: Any, by: Any, action: str = "approve", **data: Any) -> None:
    """What Wagtail's views call when someone has pressed a button."""
    state = TaskState.objects.get(pk=task_state.pk).specific
    state.task.specific.on_action(state, by, action, **data)


def reviewed_page(by: Any) -> tuple[Page, Any, Any]:
    """A plain page in a workflow that publishes as Wagtail does: the page, its task state, and
    a reviewer without publish permission.
    """
    page = plain_page(by=by)
    greta = people.person("granskare")
    greta.groups.add(reviewers(page))
    workflow_of(page, reviewers_group())
    return page, submitted(page, by), people.again(greta)


def reviewers_group() -> Group:
    return Group.objects.get(name="Granskare")


def publish_as_wagtail_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wagtail's own finish action: it publishes the latest revision, as the one who approved."""
    monkeypatch.setattr(WorkflowState, "on_finish", publish_workflow_state)


def publish_whatever_is_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, past the permission that reviewers lack."""

    def publish(state: Any, user: Any = None) -> None:
        latest = state.content_object.get_latest_revision()
        latest.publish(user=user, skip_permission_checks=True)

    monkeypatch.setattr(WorkflowState, "on_finish", publish)


def superuser() -> Any:
    """Someone whom Wagtail lets do everything."""
    users = get_user_model().objects
    found = users.filter(username="root").first()
    return found or users.create_superuser("root", "root@example.org", "x")


def later(monkeypatch: pytest.MonkeyPatch, **passed: int) -> None:
    """The clock is that much further on, for everyone."""
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(**passed))


@contextmanager
def without(signal: Signal, receiver: Any, sender: Any = None) -> Iterator[None]:
    """One of our receivers is not connected."""
    assert signal.disconnect(receiver, sender=sender)
    try:
        yield
    finally:
        signal.connect(receiver, sender=sender)
