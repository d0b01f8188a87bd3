"""Every door that leads to an approval, each knocked at as in the admin; and how to tell that
nobody was let in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import TaskState

from content_models.approvals import Approval
from editorial_workflows.submissions import Submission
from tests.factories import people
from tests.factories.editor_form import posted
from tests.factories.reviewing import latest
from tests.integration.ledger.state import nothing_published

PLAIN_FIELDS = (
    *("title", "slug", "summary", "key", "counterpart_key", "programme_area_id", "review_by"),
    *("approving_body_id", "article_key"),
)
Door = Callable[[Any, Any], Any]
"""Tried with a page under review and a user."""


def submission_of(page: Any) -> Submission:
    """The page's latest round."""
    found: Submission = Submission.objects.filter(page_id=page.pk).latest("pk")
    return found


def review_address(page: Any) -> str:
    return reverse("approvals:review", args=[submission_of(page).pk])


def review_form(page: Any, button: str = "approve", **fields: Any) -> dict[str, Any]:
    """The review screen's form as it was filled in when the page was as it is given."""
    state = page.current_workflow_task_state
    seen = {"seen": submission_of(page).sha256, "step": state.pk if state else ""}
    return {button: "1", "remark": "", **seen, **fields}


def by_the_review_screen(page: Any, user: Any) -> Any:
    return people.client_of(user).post(review_address(page), review_form(page))


def by_wagtails_address(page: Any, user: Any) -> Any:
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return people.client_of(user).post(address, {"comment": ""})


def edit_form(page: Any, **fields: Any) -> dict[str, Any]:
    """What a browser posts from Wagtail's editor for the page's latest draft."""
    draft = page.get_latest_revision_as_object()
    data: dict[str, Any] = {"keywords": "", "section_id": getattr(draft, "section_id", "")}
    for name in PLAIN_FIELDS:
        value = getattr(draft, name, None)
        data[name.removesuffix("_id")] = "" if value is None else value
    for field in draft._meta.get_fields():
        if isinstance(field, StreamField):
            data |= posted(field.stream_block, getattr(draft, field.name), field.name)
    for formset in ("article_codes", "comments"):
        data |= {f"{formset}-TOTAL_FORMS": 0, f"{formset}-INITIAL_FORMS": 0}
    return data | fields


def by_wagtails_editor(page: Any, user: Any) -> Any:
    decision = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps({"comment": ""}),
    }
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return people.client_of(user).post(address, edit_form(page, **decision))


def by_the_task(page: Any, user: Any) -> None:
    state = page.current_workflow_task_state
    with suppress(PermissionDenied):
        state.task.specific.on_action(state, people.again(user), "approve")


def bulk_address(action: str, *pages: Any) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}"


def by_bulk(page: Any, user: Any) -> Any:
    return people.client_of(user).post(bulk_address("publish", page), {"include_descendants": ""})


DOORS: dict[str, Door] = {
    "review screen": by_the_review_screen,
    "Wagtail's address": by_wagtails_address,
    "Wagtail's editor": by_wagtails_editor,
    "the task itself": by_the_task,
    "bulk publishing": by_bulk,
}


@contextmanager
def nobody_let_in(page: Any) -> Iterator[None]:
    """The page waits at the same step, nothing more is on record, nothing is published."""
    state = latest(page).current_workflow_task_state
    approvals, revision = Approval.objects.count(), latest(page).latest_revision_id
    with nothing_published():
        yield
    after = latest(page).current_workflow_task_state
    assert (after and after.pk) == state.pk
    assert after.status == TaskState.STATUS_IN_PROGRESS
    assert (Approval.objects.count(), latest(page).latest_revision_id) == (approvals, revision)
