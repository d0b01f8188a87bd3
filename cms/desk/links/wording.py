"""What is wrong with a link, and what to do about it, in the words of the desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.desk.links.faults import Fault
from cms.desk.links.model import InternalLink

WRONG = {
    Fault.PAGE_GONE: _("The link had lost its page already when the text was published."),
    Fault.NO_PAGE: _("The address %(address)s leads to no page."),
    Fault.WITHDRAWN: _("The page that the link leads to is not published."),
    Fault.NO_SECTION: _("The article has no section with the id “%(id)s”."),
    Fault.NO_COUNTERPART: _("The counterpart “%(key)s” is not published."),
    Fault.NO_ARTICLE: _("The article that the supplement belongs to is not published."),
    Fault.ANCHOR_LOST: _("The place in the national text is gone; the supplement is shown last."),
}
REMEDIES = {
    Fault.PAGE_GONE: _("Choose another page for the link, or take the link away."),
    Fault.NO_PAGE: _("Correct the address, or choose the page with the editor's link button."),
    Fault.WITHDRAWN: _("Choose another page, take the link away, or have the page published."),
    Fault.NO_SECTION: _("Write the id of a section that is there."),
    Fault.NO_COUNTERPART: _("Correct the counterpart's key, or have it published."),
    Fault.NO_ARTICLE: _("It is not shown until the article is published; else take it down."),
    Fault.ANCHOR_LOST: _("Choose a section for the supplement, and hand it in again."),
}


def wrong_with(link: InternalLink) -> str:
    """Plain text."""
    named = {"address": link.href, "id": link.fragment, "key": link.target_key}
    return str(WRONG[Fault(link.fault)]) % named


def remedy_of(link: InternalLink) -> str:
    """Plain text."""
    return str(REMEDIES[Fault(link.fault)])
