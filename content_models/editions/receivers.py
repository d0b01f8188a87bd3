"""What the ledger does when Wagtail moves or deletes; connected in apps.py."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from content_models.editions import routes
from content_models.editions.head import bump_reference
from content_models.editions.ledger import has_live_edition, publishing


def withdraw_page(instance: Page, **_: Any) -> None:
    """Unpublishing or deleting a live page, by whatever way, appends its tombstone."""
    if has_live_edition(instance.pk):
        with publishing() as ledger:
            ledger.withdraw(instance.pk)


def follow_new_address(instance: Page, **_: Any) -> None:
    """A new slug or parent moves the addresses of everything beneath."""
    with publishing():
        routes.follow_moved(Page.objects.get(pk=instance.pk))


def register_folder(instance: Page, **_: Any) -> None:
    """A folder's title becomes public when it is published."""
    with publishing():
        routes.register_folder(instance)


def note_reference_change(**_: Any) -> None:
    """Answers are joined with reference data: its changes move the ledger's position."""
    bump_reference()
