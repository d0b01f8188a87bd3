"""Finished answers and their delivery: strong ETag, 304, HEAD, cache headers, CORS."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.http.response import ResponseHeaders
from django.utils.http import parse_etags

JSON = "application/json"
FRESH = "public, max-age=0, s-maxage=60, stale-while-revalidate=30"
BRIEFLY = "public, max-age=0, s-maxage=10, stale-while-revalidate=10"
"""For 301, 404 and 410: what is missing or moved may be published in a moment."""
NEVER = "no-store"
NOT_IN_304 = frozenset({"Content-Type", "Content-Length"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes and headers of an answer; the same bytes have the same ETag."""

    status: int
    body: bytes
    etag: str
    headers: Mapping[str, str]

    @classmethod
    def of(
        cls,
        body: bytes,
        *,
        status: int = HTTPStatus.OK,
        content_type: str = JSON,
        cache_control: str = FRESH,
        surrogate_key: str = "",
        more: Mapping[str, str] | None = None,
    ) -> Answer:
        """`surrogate_key` names the article and region, space between; `more` are headers."""
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {
            "Content-Type": content_type,
            "Content-Length": str(len(body)),
            "Cache-Control": cache_control,
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Expose-Headers": "ETag",
            **(more or {}),
        }
        if cache_control != NEVER:
            headers["ETag"] = etag
        if surrogate_key:
            headers["Surrogate-Key"] = surrogate_key
        return cls(status, body, etag, headers)


def json_bytes(value: Any) -> bytes:
    """Compact JSON in the order given; times in UTC with a Z."""
    return orjson.dumps(value, option=orjson.OPT_UTC_Z)


def json_answer(value: Any, *, surrogate_key: str = "") -> Answer:
    return Answer.of(json_bytes(value), surrogate_key=surrogate_key)


class AnswerHeaders(ResponseHeaders):
    """Headers that Django's middleware for browsers adds nothing untrue to.

    The locale middleware marks every response as depending on Accept-Language and as written in
    the admin's language; an answer of the API does not depend on who asks.
    """

    def __setitem__(self, key: str, value: str | bytes | int) -> None:
        if key not in {"Vary", "Content-Language"}:
            super().__setitem__(key, value)


class ApiResponse(HttpResponse):
    """An HTTP response whose headers are the answer's."""

    def __init__(self, body: bytes, *, status: int, headers: Mapping[str, str]) -> None:
        super().__init__(body, status=status, headers=dict(headers))
        self.headers = AnswerHeaders(headers)

    def delete_cookie(self, *_: Any, **__: Any) -> None:
        """The session middleware clears cookies that it cannot read: not from an answer."""


def deliver(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The answer, or 304 to a client that has it; to HEAD the headers alone."""
    if answer.status == HTTPStatus.OK and _client_has(request, answer.etag):
        headers = {name: value for name, value in answer.headers.items() if name not in NOT_IN_304}
        response = ApiResponse(b"", status=HTTPStatus.NOT_MODIFIED, headers=headers)
        del response.headers["Content-Type"]
        return response
    body = b"" if request.method == "HEAD" else answer.body
    return ApiResponse(body, status=answer.status, headers=answer.headers)


def _client_has(request: HttpRequest, etag: str) -> bool:
    """Weak comparison, as RFC 9110 asks of If-None-Match."""
    asked = request.META.get("HTTP_IF_NONE_MATCH")
    if asked is None:
        return False
    held = parse_etags(asked)
    return held == ["*"] or etag in (known.removeprefix("W/") for known in held)
