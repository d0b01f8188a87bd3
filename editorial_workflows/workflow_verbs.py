"""Wagtail's workflow verbs, each run inside `publishing()` with its state read again.

Wagtail decides by what the object in memory says: of two people who approve, cancel or resume at
once both would succeed. Behind the lock the second one finds what the first has done, and is
refused by Wagtail's own checks.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import TaskState, Workflow, WorkflowState

from content_models.editions.ledger import publishing

STATE_VERBS = ((WorkflowState, ("cancel", "resume")), (TaskState, ("approve", "reject")))
STATE_FIELDS = ("status",)


def take_turns() -> None:
    """Wrap each verb; calling it again changes nothing."""
    for model, names in STATE_VERBS:
        for name in names:
            _wrap(model, name, _read_again)
    _wrap(Workflow, "start", lambda workflow: None)


def reverts_respect_locks() -> None:
    """Wagtail's API goes back to an earlier version of a locked page, and of one under review."""
    _wrap(RevertToPageRevisionAction, "execute", _refuse_locked)


def _wrap(model: Any, name: str, before: Callable[[Any], None]) -> None:
    verb = getattr(model, name)
    if getattr(verb, "takes_turns", False):
        return

    @functools.wraps(verb)
    def inside(instance: Any, *args: Any, **kwargs: Any) -> Any:
        with publishing():
            before(instance)
            return verb(instance, *args, **kwargs)

    inside.takes_turns = True  # type: ignore[attr-defined]
    setattr(model, name, inside)


def _read_again(state: Any) -> None:
    state.refresh_from_db(fields=STATE_FIELDS)


def _refuse_locked(action: Any) -> None:
    lock = action.instance.get_lock()
    if action.user and lock is not None and lock.for_user(action.user):
        raise PermissionDenied(lock.get_description(action.user))
