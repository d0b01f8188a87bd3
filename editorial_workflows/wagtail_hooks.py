"""What Wagtail's admin says of publishing past an approval; the ledger's guard stays the law."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from content_models.approvals import NotApproved, approval_of
from content_models.documents.files import FileMissing
from content_models.editions.editioned import EditionedPage


@hooks.register("before_publish_page")  # type: ignore[untyped-decorator]
def explain_refusal(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep what was written as a draft and say why it is not published."""
    if not isinstance(page, EditionedPage):
        return None
    revision = page.get_latest_revision()
    try:
        content = revision.as_object().render()
        approval_of(part=str(content.part), revision_id=revision.pk, sha256=content.sha256)
    except NotApproved:
        reason = _("Only content that has been approved, unchanged, can be published.")
    except FileMissing as missing:
        reason = _("A file is missing: %(which)s.") % {"which": missing}
    else:
        return None
    messages.error(request, _("Saved as a draft, not published. %(why)s") % {"why": reason})
    return redirect("wagtailadmin_pages:edit", page.pk)
