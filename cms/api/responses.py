"""Errors → problem responses (RFC 9457), whoever raised them: the one place."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views import defaults
from ninja import NinjaAPI
from ninja.errors import ValidationError

from cms.api.answers import Answer, deliver, json_bytes
from cms.api.problems import BadParameters, Broken, NothingThere, NotNow, Problem, WrongMethod

logger = logging.getLogger(__name__)

PROBLEM_JSON = "application/problem+json"
API_ROOT = "/api/v1"
View = Callable[..., HttpResponseBase]


def respond(request: HttpRequest, problem: Problem) -> HttpResponse:
    """A problem as a response, with the caching that its kind allows."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": problem.status.phrase,
        "status": problem.status.value,
        "detail": problem.detail,
        "errors": [{"parameter": name, "message": text} for name, text in problem.errors],
    }
    answer = Answer.of(
        json_bytes(body),
        status=problem.status,
        content_type=PROBLEM_JSON,
        cache_control=problem.cache_control,
        surrogate_key=problem.surrogate_key,
        more=problem.headers,
    )
    return deliver(request, answer)


def problem_of(error: Exception) -> Problem:
    """What an exception means to the client."""
    match error:
        case Problem():
            return error
        case Http404():
            return NothingThere("there is no such address")
        case SuspiciousOperation():
            return Problem("the request is malformed")
        case ValidationError():
            faults = [(str(item["loc"][-1]), str(item["msg"])) for item in error.errors]
            return BadParameters(*faults)
        case OperationalError() | InterfaceError():
            logger.warning("The database does not answer: %s", type(error).__name__)
            return NotNow("the database does not answer; try again in a moment")
        case _:
            logger.error("Unexpected error in the API", exc_info=error)
            return Broken("something went wrong here; it has been logged")


def install(api: NinjaAPI) -> None:
    """Let ninja answer every error by `respond`."""

    def handle(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
        return respond(request, problem_of(error if isinstance(error, Exception) else error()))

    for kind in (Exception, Http404, ValidationError):
        api.add_exception_handler(kind, handle)


def guarded(view: View) -> View:
    """A view whose refusal of a method is a problem response too."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return respond(request, WrongMethod(response.headers["Allow"]))
        return response

    return inside


def only_get(view: View) -> View:
    """For plain views beside ninja's: GET and HEAD, and errors as problem responses."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return respond(request, WrongMethod("GET, HEAD"))
        try:
            return view(request, *args, **kwargs)
        except (Problem, OperationalError, InterfaceError) as error:
            return respond(request, problem_of(error))

    inside.csrf_exempt = True  # type: ignore[attr-defined]
    return inside


def no_such_call(request: HttpRequest, **_: Any) -> HttpResponse:
    """Any other address under the API."""
    return respond(request, NothingThere("there is no such call; see /api/v1/docs"))


no_such_call.csrf_exempt = True  # type: ignore[attr-defined]


def is_for_api(request: HttpRequest) -> bool:
    return request.path_info == API_ROOT or request.path_info.startswith(f"{API_ROOT}/")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Django's handler400: what never reached a view."""
    if is_for_api(request):
        return respond(request, Problem("the request is malformed"))
    return defaults.bad_request(request, exception)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Django's handler500."""
    if is_for_api(request):
        return respond(request, Broken("something went wrong here; it has been logged"))
    return defaults.server_error(request)
