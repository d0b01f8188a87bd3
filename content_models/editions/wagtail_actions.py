"""Wagtail's own verbs, each run inside `publishing()`.

Wagtail's actions are not atomic: an exception in a `published` receiver leaves the page live. Its
views, bulk actions, schedules and API all end in `execute()` of one of these classes, some of them
without passing through the page's own methods, so this is the one place that holds for all.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction

from content_models.editions.ledger import publishing

ACTIONS = (
    *(PublishRevisionAction, PublishPageRevisionAction, UnpublishAction, UnpublishPageAction),
    *(MovePageAction, CopyPageAction, CreatePageAliasAction, DeletePageAction),
)


def run_inside_publishing() -> None:
    """Wrap each action's own `execute`; calling it again changes nothing."""
    for action in ACTIONS:
        execute = action.__dict__.get("execute")
        if execute is not None and not hasattr(execute, "__wrapped__"):
            action.execute = _published(execute)


def _published(execute: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(execute)
    def inside(*args: Any, **kwargs: Any) -> Any:
        with publishing():
            return execute(*args, **kwargs)

    return inside
