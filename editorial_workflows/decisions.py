"""Approving, sending back and taking back: each one decision, whoever comes at the same time.

Every decision is taken inside `publishing()`, with the state read again behind its lock, so that
of two people the second is told what the first has done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState, WorkflowState

from content_models.approvals import Approval, keep_document
from content_models.documents.rendering import RenderedPart
from content_models.editions.ledger import publishing
from content_models.editions.models import CurrentEdition
from content_models.editions.safer_sources import source_made_safer_since
from content_models.vocabulary import ChangeClass
from editorial_workflows.authors import authors_of
from editorial_workflows.competence import GRANTING, competent_as
from editorial_workflows.mandates import Role, mandates_of
from editorial_workflows.refusals import AlreadyDecided, ContentChanged, NotYours, Refused
from editorial_workflows.steps_needed import LACKS_SECOND_STEP, is_needed, lacks_second_step
from editorial_workflows.submissions import Submission
from editorial_workflows.submitting import content_of

UNDECIDED = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


@dataclass(frozen=True, slots=True)
class Decider:
    """In what capacity someone decides."""

    role: Role
    is_self: bool


def approve(task_state: Any, user: Any, *, remark: str = "", seen: str = "") -> Approval:
    """Record an approval of exactly what was seen; the last step's publishes or schedules it.

    `seen` is the sha256 of the content on the approver's screen; without it, what was handed in.
    Raises Refused, NotApproved and PartTaken, and then nothing has changed.
    """
    with publishing():
        state, submission, page = _take(task_state)
        decider = decider_of(submission, page, user)
        content = _content_to_judge(state, submission, page, seen)
        approval = _record(state, submission, page, content, decider)
        approval.person_id, approval.remark = user.pk, remark.strip()
        approval.save(force_insert=True)
        keep_document(content.sha256, content.document)
        submission.barred.add(user)
        try:
            state.approve(user=user, comment=approval.remark)
        except ValidationError as invalid:
            raise Refused("; ".join(invalid.messages)) from invalid
        return approval


def send_back(task_state: Any, user: Any, *, remark: str) -> None:
    """Return it to its editors with a remark; raises Refused, and then nothing has changed."""
    if not remark.strip():
        raise Refused(_("Write a remark: what has to be mended?"))
    with publishing():
        state, submission, page = _take(task_state)
        decider_of(submission, page, user)
        state.reject(user=user, comment=remark.strip())


def cancel(workflow_state: Any, user: Any, *, seen: Any = None) -> None:
    """Take back what was handed in; raises Refused, and then nothing has changed.

    `seen` is the step on the user's screen: what has been sent back in the meantime, with a
    remark that they have not read, is not theirs to take back any more.
    """
    with publishing():
        state = WorkflowState.objects.get(pk=workflow_state.pk)
        page = Page.objects.get(pk=state.object_id).specific
        _check_lock(page, user)
        still_open = {state.STATUS_IN_PROGRESS} if seen else set(UNDECIDED)
        if state.status not in still_open:
            raise AlreadyDecided(_what_happened(state.current_task_state))
        if state.requested_by_id != user.pk and not page.permissions_for_user(user).can_edit():
            raise NotYours(_("Only its editors take it back."))
        state.cancel(user=user)


def may_decide(page: Any, user: Any, task: Any) -> bool:
    """Whether a decision of this user on the page's current step would be taken."""
    state = page.current_workflow_task_state
    if state is None or state.task_id != task.pk:
        return False
    submission = Submission.objects.filter(workflow_state=state.workflow_state_id).first()
    if submission is None:
        return False
    try:
        decider_of(submission, page, user)
    except Refused:
        return False
    return True


def decider_of(submission: Submission, page: Any, user: Any) -> Decider:
    """The capacity in which the user may decide; raises Refused with the reason why not."""
    role = competent_as(mandates_of(user), submission.matter())
    if role is None:
        raise NotYours(_("You are not among those who may take this step."))
    _check_lock(page, user)
    if TaskState.objects.filter(
        workflow_state=submission.workflow_state_id,
        finished_by=user.pk,
        status=TaskState.STATUS_APPROVED,
    ).exists():
        raise NotYours(_("You have taken an earlier step; another person takes this one."))
    # Who hands in vouches for it, also for words whose author is not known.
    vouches = user.pk == submission.submitted_by_id and not submission.is_confirmation
    is_self = vouches or user.pk in authors_of(page)
    if is_self and not (submission.region and submission.region.allows_self_approval):
        raise NotYours(_("You have written or changed the content; another person decides on it."))
    return Decider(role, is_self)


def _take(task_state: Any) -> tuple[TaskState, Submission, Any]:
    """The step as it stands now, its round and its page."""
    state = TaskState.objects.select_related("workflow_state").get(pk=task_state.pk)
    workflow_state = state.workflow_state
    if (
        state.status != TaskState.STATUS_IN_PROGRESS
        or workflow_state.status != WorkflowState.STATUS_IN_PROGRESS
        or workflow_state.current_task_state_id != state.pk
    ):
        raise AlreadyDecided(_what_happened(state))
    submission = Submission.objects.select_related("region").get(workflow_state=workflow_state)
    return state, submission, Page.objects.get(pk=submission.page_id).specific


def _what_happened(state: TaskState | None) -> str:
    if state is None or state.finished_by is None or state.finished_at is None:
        return _("It is no longer waiting for a decision.")
    done = {
        TaskState.STATUS_APPROVED: _("%(who)s approved it at %(when)s."),
        TaskState.STATUS_REJECTED: _("%(who)s sent it back at %(when)s."),
        TaskState.STATUS_CANCELLED: _("%(who)s took it back at %(when)s."),
    }.get(state.status, _("%(who)s decided it at %(when)s."))
    when = timezone.localtime(state.finished_at).strftime("%Y-%m-%d %H:%M")
    return done % {"who": get_user_display_name(state.finished_by), "when": when}


def _check_lock(page: Any, user: Any) -> None:
    if page.locked and page.locked_by_id not in (None, user.pk):
        raise Refused(
            _("The page is locked by %(who)s.")
            % {"who": get_user_display_name(page.locked_by) if page.locked_by else "–"}
        )


def _content_to_judge(
    state: TaskState, submission: Submission, page: Any, seen: str
) -> RenderedPart:
    """The content of the revision that was handed in, if it still is what everyone has seen."""
    if page.latest_revision_id != state.revision_id:
        raise ContentChanged(_("The page has been changed since it was handed in."))
    content = content_of(state.revision.as_object())
    if content.sha256 != (seen or submission.sha256):
        raise ContentChanged(_("The content has changed since you opened it; read it again."))
    if source_made_safer_since(content.part, submission.submitted_at):
        raise ContentChanged(
            _(
                "The source has had a safety change since this was handed in. Send it back; the "
                "translation has to be updated first."
            )
            if content.part.is_national
            else _(
                "The national text has had a safety change since this was handed in. Send it back; "
                "it has to be read beside the text as it is now."
            )
        )
    others = Approval.objects.filter(submission_id=submission.pk).exclude(sha256=content.sha256)
    earlier = others.order_by("-pk").first()
    if earlier is not None:
        raise ContentChanged(
            _(
                "The content has changed since the step before was taken. "
                "Send it back; once handed in again, it is reviewed from the start."
            )
        )
    return content


def _record(
    state: TaskState, submission: Submission, page: Any, content: RenderedPart, decider: Decider
) -> Approval:
    step = state.task.specific.step
    is_final = not _steps_left(state, submission)
    earlier = Approval.objects.filter(submission_id=submission.pk, revision_id=state.revision_id)
    taken = {step, *earlier.values_list("step", flat=True)}
    if lacks_second_step(state.workflow_state.workflow, submission.region):
        raise Refused(LACKS_SECOND_STEP % {"region": submission.region})
    if is_final and not _steps_needed(state, submission) <= taken:
        raise Refused(
            _("A step before this one has no approval on record. Send it back and hand it in anew.")
        )
    if is_final and not GRANTING & taken:
        raise Refused(_("The workflow lacks a step that approves for a body."))
    on, body = statement_of(submission, state.revision.as_object())
    return Approval(
        part=str(content.part),
        page_id=page.pk,
        revision_id=state.revision_id,
        sha256=content.sha256,
        date=on,
        body=body,
        role=decider.role,
        step=step,
        change_class=submission.change_class,
        note=submission.note,
        submission_id=submission.pk,
        is_final=is_final,
        is_self=decider.is_self,
    )


def _steps_left(state: TaskState, submission: Submission) -> bool:
    """Whether another step that this change needs is still to be taken."""
    workflow_state = state.workflow_state
    done = workflow_state.successful_task_states.values("task_id")
    rest = workflow_state.workflow.tasks.filter(active=True).exclude(pk=state.task_id)
    return any(is_needed(task, submission) for task in rest.exclude(pk__in=done).specific())


def _steps_needed(state: TaskState, submission: Submission) -> set[str]:
    """What must be on record, whatever Wagtail's task states say; "" for its own task types."""
    tasks = state.workflow_state.workflow.tasks.filter(active=True).specific()
    return {getattr(task, "step", "") for task in tasks if is_needed(task, submission)}


def statement_of(submission: Submission, draft: Any) -> tuple[date, str]:
    """The date and the body that readers are shown.

    An editorial change is no new approval of what the text says: that one's date and body stand.
    """
    if submission.change_class == ChangeClass.EDITORIAL and not submission.is_confirmation:
        live = CurrentEdition.objects.filter(part=submission.part, tombstone=False)
        shown = live.select_related("edition").first()
        if shown is None or shown.edition.approved_on is None:
            raise Refused(_("What is not published yet is a substantive change."))
        return shown.edition.approved_on, shown.edition.approved_by
    return timezone.localdate(), draft.approver()
