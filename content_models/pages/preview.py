"""Live preview of what is edited, in a rendering that a layer above has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from content_models.pages.tabs import TabbedPage

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ARTICLE, COUNTERPART, READABILITY = "article", "counterpart", "readability"


class PreviewedPage(TabbedPage):
    """Mixin: the class or function that PAGE_PREVIEW names shows the draft.

    It is Wagtail's preview of the editor, for those who may edit the page; readers of drafts have
    a screen of their own.
    """

    class Meta:
        abstract = True

    @property
    def preview_modes(self) -> list[tuple[str, StrOrPromise]]:
        """Name and what it is called."""
        return [(ARTICLE, _("As readers see it"))]

    @property
    def default_preview_mode(self) -> str:
        return ARTICLE

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        show: Any = import_string(settings.PAGE_PREVIEW)
        shown: HttpResponse = show(request, self, mode_name)
        return shown
