"""What happens when a workflow is done: exactly the approved revision is published, or nothing.

Wagtail would publish the latest revision, whether or not anyone approved it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from wagtail.models import WorkflowState


def publish_approved(workflow_state: WorkflowState, user: Any = None) -> None:
    """WAGTAIL_FINISH_WORKFLOW_ACTION; a `go_live_at` in the future makes it a schedule.

    Raises Refused, and what the ledger's guard raises. Nobody has the publish permission:
    the approvals that the guard asks for are what permits it.
    """
    # Wagtail imports this module while its models are being made.
    from editorial_workflows.refusals import ContentChanged, Refused

    last_step = workflow_state.current_task_state
    if last_step is None:
        raise Refused(_("The workflow lacks a step that approves for a body."))
    revision = last_step.revision
    if not revision.is_latest_revision():
        raise ContentChanged(_("The page has been changed since it was handed in."))
    revision.publish(user=user, skip_permission_checks=True)
