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
from wagtail.models import Page

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
    def inside(action: Any, *args: Any, **kwargs: Any) -> Any:
        with publishing():
            for name in PAGES_OF_ACTIONS:
                _find_place(getattr(action, name, None))
            return execute(action, *args, **kwargs)

    return inside


PAGES_OF_ACTIONS = ("object", "page", "target", "to", "parent")
PLACE = ("path", "depth", "numchild", "url_path")


def _find_place(page: Any) -> None:
    """Read again where the page stands in the tree.

    While this waited for the lock others may have moved it or its neighbours; treebeard would
    write to, or delete, whatever stands where the page stood.
    """
    if not isinstance(page, Page) or page.pk is None:
        return
    place = Page.objects.filter(pk=page.pk).values(*PLACE).first() or {}
    for name, value in place.items():
        setattr(page, name, value)
    page.__dict__.pop("_cached_parent_obj", None)
