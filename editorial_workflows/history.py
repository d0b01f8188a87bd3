"""A page's way in time: handed in, reviewed, sent back, approved, published, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import TaskState

from content_models.approvals import Approval
from content_models.editions.models import Edition
from editorial_workflows.competence import Step
from editorial_workflows.mandates import ROLE_NAMES, Role
from editorial_workflows.submissions import CLASS_NAMES, Submission

STEP_NAMES = {
    Step.EXPERT_REVIEW: _("Reviewed by an expert"),
    Step.CHILD_REVIEW: _("Reviewed for young readers"),
    Step.NATIONAL_APPROVAL: _("Approved"),
    Step.REGIONAL_REVIEW: _("Reviewed by the region"),
    Step.REGIONAL_APPROVAL: _("Approved by the region"),
}
RETURNS = {
    TaskState.STATUS_REJECTED: _("Sent back"),
    TaskState.STATUS_CANCELLED: _("Taken back"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a page; empty members say nothing."""

    at: datetime
    what: Any
    who: str = ""
    remark: str = ""
    facts: dict[Any, Any] = field(default_factory=dict)
    """Label → value."""
    order: int = 0
    """Among events of the same moment."""


def events_of(page_id: int, *, submission: int | None = None) -> list[Event]:
    """Everything, or one round of review, in the order in which it happened."""
    rounds = Submission.objects.filter(page_id=page_id).select_related("submitted_by")
    approvals = Approval.objects.filter(page_id=page_id)
    if submission is not None:
        rounds, approvals = rounds.filter(pk=submission), approvals.filter(submission_id=submission)
    found = [*_handed_in(rounds), *_approvals(approvals), *_returns(rounds)]
    if submission is None:
        found += _editions(page_id)
    return sorted(found, key=lambda event: (event.at, event.order))


def _handed_in(rounds: Any) -> Iterator[Event]:
    for one in rounds:
        facts = {
            _("Change class"): one.get_change_class_display(),
            _("Note"): one.note,
            _("Message to the regions"): one.message_to_regions,
            _("Version"): one.revision_id,
            "sha256": one.sha256,
        }
        yield Event(one.submitted_at, _("Handed in"), _name(one.submitted_by), facts=facts)


def _approvals(approvals: Any) -> Iterator[Event]:
    people = get_user_model().objects.in_bulk({row.person_id for row in approvals if row.person_id})
    for row in approvals:
        facts = {
            _("Role"): ROLE_NAMES[Role(row.role)] if row.role in set(Role) else row.role,
            _("For"): f"{row.body}, {row.date}",
            _("Change class"): CLASS_NAMES.get(row.change_class, row.change_class),
            _("Version"): row.revision_id,
            "sha256": row.sha256,
        }
        if row.is_self:
            facts[_("Self-approval")] = _("Yes, as the region allows")
        what = STEP_NAMES.get(row.step, _("Approved"))
        who = _name(people.get(row.person_id)) if row.person_id else ""
        yield Event(row.recorded_at, what, who, row.remark, facts, order=1)


def _returns(rounds: Any) -> Iterator[Event]:
    states = TaskState.objects.filter(
        workflow_state__submission__in=rounds, status__in=RETURNS
    ).select_related("finished_by", "task")
    for state in states:
        if state.finished_at is not None:
            facts = {_("Step"): state.task.name}
            who = _name(state.finished_by)
            yield Event(state.finished_at, RETURNS[state.status], who, state.comment, facts)


def _editions(page_id: int) -> Iterator[Event]:
    for row in Edition.objects.filter(page_id=page_id).defer("document"):
        what = _("Withdrawn") if row.tombstone else _("Published")
        facts: dict[Any, Any] = {_("Edition"): row.sequence}
        if row.note:
            facts[_("Note")] = row.note
        yield Event(row.valid_from, what, facts=facts, order=2)


def _name(user: Any) -> str:
    return get_user_display_name(user) if user is not None else ""
