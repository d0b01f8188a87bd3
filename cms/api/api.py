"""The API itself: its routers, its OpenAPI document, its addresses."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path, re_path
from ninja import NinjaAPI, Router

from cms.api import (
    diagnoses,
    ledger,
    listing,
    pages,
    reference_lists,
    responses,
    search,
    start,
)
from cms.api.answering import Situation, answered
from cms.api.answers import Answer, deliver, json_answer
from cms.api.openapi import completed

ROUTERS: tuple[Router, ...] = (
    listing.router,
    pages.router,
    ledger.router,
    reference_lists.router,
    diagnoses.router,
    search.router,
    start.router,
)
DESCRIPTION = """Published national health knowledge, with regional supplements merged in.

Everything here is published: no log-in, no drafts. Errors are `application/problem+json`
(RFC 9457). Only members called `html` hold HTML; every other string is plain text. Answers have a
strong `ETag`; ask again with `If-None-Match`.
"""


class TillaggAPI(NinjaAPI):
    """ninja's API with our OpenAPI document."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        return completed(super().get_openapi_schema(**kwargs))


api = TillaggAPI(
    title="Tillägg", version="1", description=DESCRIPTION, urls_namespace="api", docs_url="/docs"
)
responses.install(api)
for router in ROUTERS:
    api.add_router("", router)


def openapi_document(request: HttpRequest) -> HttpResponse:
    """GET /api/v1/openapi.json"""

    def compose(_: Situation) -> Answer:
        return json_answer(api.get_openapi_schema(), surrogate_key="openapi")

    return deliver(request, answered(("openapi",), compose))


def to_docs(request: HttpRequest) -> HttpResponse:
    """GET /api/v1/: people are led to the docs."""
    return HttpResponseRedirect("docs")


def _guarded(pattern: URLPattern | URLResolver) -> URLPattern:
    assert isinstance(pattern, URLPattern)  # noqa: S101 - ninja's are; tells mypy
    is_page = pattern.name in {"openapi-view", "api-root"}
    view = (responses.only_get if is_page else responses.guarded)(pattern.callback)
    return URLPattern(pattern.pattern, view, pattern.default_args, pattern.name)


_patterns, _app_name, _namespace = api.urls
urls = (
    [
        path("", responses.only_get(to_docs)),
        path("openapi.json", responses.only_get(openapi_document)),
        *(_guarded(pattern) for pattern in _patterns),
        re_path(r"^.*$", responses.no_such_call),
    ],
    _app_name,
    _namespace,
)
"""For `path("api/v1/", urls)`."""
