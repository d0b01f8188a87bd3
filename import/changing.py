"""New content on a page that exists: a revision, and with --publish approval and edition."""

from __future__ import annotations

from wagtail.models import Page

from content_models.editions.ledger import publishing

from .creating import approval_by_import
from .drafts import Draft


def change_page(draft: Draft, *, publish: bool) -> None:
    """Write the draft as a new revision; must run inside a transaction."""
    page = draft.page
    revision = page.save_revision(log_action="wagtail.edit")
    if publish:
        approval, _content = approval_by_import(draft, revision.pk)
        approval.save()
        revision.publish()


def withdraw(page_id: int) -> None:
    """Take a page that an import made off the site; its drafts and history stay."""
    with publishing():
        Page.objects.get(pk=page_id).specific.unpublish(log_action="wagtail.unpublish")
