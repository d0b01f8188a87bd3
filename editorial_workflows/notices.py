"""Wagtail's letters on workflows, sent after the commit.

Wagtail sends them from within: the ledger's lock would be held while a mail server answers, and
what is rolled back would have been announced.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from wagtail.admin import signal_handlers
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

LETTERS = (
    (
        task_submitted,
        TaskState,
        "group_approval_task_submitted_email_notification",
        signal_handlers.task_submission_email_notifier,
    ),
    (
        workflow_submitted,
        WorkflowState,
        "workflow_state_submitted_email_notification",
        signal_handlers.workflow_submission_email_notifier,
    ),
    (
        workflow_rejected,
        WorkflowState,
        "workflow_state_rejected_email_notification",
        signal_handlers.workflow_rejection_email_notifier,
    ),
    (
        workflow_approved,
        WorkflowState,
        "workflow_state_approved_email_notification",
        signal_handlers.workflow_approval_email_notifier,
    ),
)


def send_after_commit() -> None:
    """Put each of Wagtail's notifiers behind the commit; calling it again changes nothing."""
    for signal, sender, uid, notifier in LETTERS:
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(_later(notifier), sender=sender, weak=False, dispatch_uid=uid)


def _later(notifier: Callable[..., Any]) -> Callable[..., None]:
    def receiver(instance: Any = None, **kwargs: Any) -> None:
        # robust: a mail server that is away does not undo, or seem to undo, a decision.
        transaction.on_commit(partial(notifier, instance=instance, **kwargs), robust=True)

    return receiver
