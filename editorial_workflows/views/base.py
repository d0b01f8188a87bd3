"""What the screens share: who may look, and the page furniture."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from content_models.editions.editioned import EditionedPage
from editorial_workflows.mandates import mandates_of
from editorial_workflows.reading import may_read


class Screen(WagtailAdminTemplateMixin, View):
    """A screen of the desk; entered by those who have a mandate, whatever for."""

    header_icon = "clipboard-list"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not (request.user.is_superuser or mandates_of(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("approvals:desk"), "label": _("Approvals")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        return self.render_to_response(self.get_context_data(**kwargs))


def content_page(page_id: int) -> Any:
    """An article or a supplement; 404 for other pages and for none."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, EditionedPage):
        get_object_or_404(Page.objects.none())
    return page


def readable_page(user: Any, page_id: int) -> Any:
    """The page, if the user may read its drafts."""
    page = content_page(page_id)
    if not may_read(user, page):
        raise PermissionDenied
    return page
