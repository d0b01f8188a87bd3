"""Which form a text is edited in: the one for translations, or Wagtail's with a word about it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from content_models.editions.editioned import EditionedPage
from editorial_workflows.translating import writing
from editorial_workflows.translating.editor import HELD_BACK, OUT_OF_DATE, Editor
from editorial_workflows.translating.source_changes import lag_of
from editorial_workflows.views.base import content_page


def instead_of_wagtails(request: HttpRequest, page: Any) -> HttpResponse | None:
    """For Wagtail's hook before_edit_page: this form, for what is kept in step with its source.

    Ordinary pages, and translations that are texts of their own, are edited as ever.
    """
    if not isinstance(page, EditionedPage):
        return None
    if "localize-restart-translation" in request.POST:
        return redirect("translating:in_step", page.pk)
    if "localize-convert-to-alias" in request.POST:
        raise PermissionDenied(_("Articles and supplements have no aliases; copy instead."))
    translation = writing.translation_of(page)
    if translation is None:
        _tell_of_own_text(request, page)
        return None
    view = Editor()
    view.setup(request)
    # Wagtail's is the latest revision; where it is on its way is said by the page as it is now.
    view.page, view.translation = content_page(page.pk), translation
    answer: HttpResponse = view.dispatch(request)
    return answer


def _tell_of_own_text(request: HttpRequest, page: Any) -> None:
    """An imported translation is written like any text: say so, and if its source has moved."""
    if request.method != "GET" or writing.is_source(page):
        return
    source = writing.source_page_of(page)
    if source is None:
        return
    lag = lag_of(page)
    changes = messages.button(reverse("translating:changes", args=[page.pk]), _("See what changed"))
    if lag.is_held_back:
        messages.warning(request, HELD_BACK, buttons=[changes])
    elif lag.is_out_of_date:
        messages.warning(request, OUT_OF_DATE, buttons=[changes])
    messages.info(
        request, _("This translation is a text of its own: it is not updated from its source.")
    )
