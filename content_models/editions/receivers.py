"""What the ledger does when Wagtail moves or deletes; connected in apps.py."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from content_models.approvals import NotApproved
from content_models.editions import routes
from content_models.editions.editioned import EditionedPage
from content_models.editions.head import bump_reference
from content_models.editions.ledger import has_live_edition, publishing


def withdraw_page(instance: Page, **_: Any) -> None:
    """Unpublishing or deleting a live page, by whatever way, appends its tombstone."""
    if has_live_edition(instance.pk):
        with publishing() as ledger:
            ledger.withdraw(instance.pk)


def hold_plain_page(instance: Page, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    """A plain Page object's save is Wagtail's own: it does not go round the ledger either."""
    touches_live = update_fields is None or "live" in update_fields
    if instance.pk is None or not touches_live:
        return
    if not issubclass(instance.specific_class or Page, EditionedPage):
        return
    if not instance.live:
        withdraw_page(instance)
    elif not has_live_edition(instance.pk):
        raise NotApproved(str(instance.specific.as_part()), instance.live_revision_id, "")


def follow_new_address(instance: Page, **_: Any) -> None:
    """A new slug or parent moves the addresses of everything beneath."""
    with publishing():
        routes.follow_moved(Page.objects.get(pk=instance.pk))


def register_folder(instance: Page, **_: Any) -> None:
    """A folder's title becomes public when it is published, and its new slug with it."""
    with publishing():
        routes.register_folder(instance)
        routes.follow_moved(instance)


def note_reference_change(**_: Any) -> None:
    """Answers are joined with reference data: its changes move the ledger's position.

    The lock comes before the row here too, or this and a publish could wait for each other.
    """
    with publishing():
        bump_reference()
