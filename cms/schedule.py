"""Wagtail's `publish_scheduled`, item by item: one that is refused does not stop the others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from content_models.documents.citations import DanglingCitation
from content_models.documents.files import FileMissing

logger = logging.getLogger(__name__)

REFUSALS = (PermissionDenied, DanglingCitation, FileMissing, ValidationError)
"""What the ledger's guard (NotApproved, a PermissionDenied) and a page's own rules say no with."""


def publish_due(*, should_stop: Callable[[], bool]) -> list[str]:
    """Unpublish what has expired, then publish what is due; gives the refusals, which are logged.

    A refused item stays scheduled, so that approving it is enough.
    """
    refused: list[str] = []
    for item in [*_expired(), *_due()]:
        if should_stop():
            break
        try:
            _carry_out(item)
        except REFUSALS as error:
            logger.warning("scheduled: %s was refused: %s", item, error)
            refused.append(f"{item}: {error}")
    return refused


def _carry_out(item: DraftStateMixin | Revision) -> None:
    if isinstance(item, Revision):
        item.publish(log_action="wagtail.publish.scheduled")
    else:
        item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _expired() -> Iterator[DraftStateMixin]:
    for model in (Page, *filter(_has_drafts, apps.get_models())):
        yield from model._default_manager.filter(live=True, expire_at__lt=timezone.now()).order_by(
            "expire_at"
        )


def _has_drafts(model: type[models.Model]) -> bool:
    return issubclass(model, DraftStateMixin) and not issubclass(model, Page)


def _due() -> Iterator[Revision]:
    yield from Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by(
        "approved_go_live_at"
    )
