"""Files: what editions name is public; what editors upload is shown to editors only."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve
from wagtail.documents.views.serve import serve as serve_document

FOREVER = "public, max-age=31536000, immutable"


def published(request: HttpRequest, path: str) -> HttpResponseBase:
    """A copy named by its content: it never changes."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = FOREVER
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """A document as the admin links to it; readers get the copies that editions name."""
    _only_for_editors(request)
    response: HttpResponseBase = serve_document(request, document_id, document_filename)
    return response


def library(request: HttpRequest, path: str) -> HttpResponseBase:
    """An upload or its rendition, for people who may enter the admin."""
    _only_for_editors(request)
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _only_for_editors(request: HttpRequest) -> None:
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
