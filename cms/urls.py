"""Addresses: the API, the admin, health, and where to go from `/`."""

from __future__ import annotations

from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls

from cms import health, home, media
from cms.api import responses
from cms.api.api import urls as api_urls

urlpatterns = [
    path("api/v1/", api_urls),
    re_path(r"^api/v1$", responses.no_such_call),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    re_path(r"^media/(?P<path>published/[0-9a-f]{64}\.[a-z0-9]+)$", media.published),
    path("media/<path:path>", media.library),
    path("admin/", include(wagtailadmin_urls)),
    path(
        "documents/<int:document_id>/<path:document_filename>",
        media.document,
        name="wagtaildocs_serve",
    ),
    path("", home.home),
]

handler400 = responses.bad_request
handler500 = responses.server_error
