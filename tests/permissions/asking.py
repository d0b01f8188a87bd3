"""Asking an address as someone, and what came of it; whatever it did is undone."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

from django.contrib.messages import ERROR
from django.contrib.messages.storage.base import BaseStorage
from django.core.files import File
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.test import RequestFactory
from django.test.client import ClientHandler

WRITING = re.compile(r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+\W?(\w+)", re.I)
NOT_CONTENT = frozenset(
    # What looking leaves behind: who is logged in, who has the page open, who follows it.
    {"django_session", "wagtailadmin_editingsession", "wagtailcore_pagesubscription"}
)
NOT_COMPARED = {"auth_user": {"last_login"}}
REFUSALS = frozenset({400, 401, 403, 404, 405, 410, 415})
LOGIN = "/admin/login/?"
SECRET = re.compile(r"hemlig\d+ord")
NUMBERS = re.compile(r"\d+")


class KeptMessages(BaseStorage):
    """Wagtail's messages of one request; nothing is signed or stored."""

    def _get(self, *_args: Any, **_kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, *_args: Any, **_kwargs: Any) -> list[Any]:
        return []


@dataclass(slots=True)
class Answer:
    status: int
    location: str = ""
    text: str = ""
    """The body, and the messages that were left for the next page."""
    errors: tuple[str, ...] = ()
    """The messages that say that something could not be done."""
    wrote: frozenset[str] = frozenset()
    """The tables that were written to, sessions left out."""
    changed: frozenset[str] = frozenset()
    """The tables that are not as they were; only looked for where `wrote` is not empty."""
    failure: str = ""

    @property
    def is_refused(self) -> bool:
        """By status, by being sent to log in, or in words."""
        return self.status in REFUSALS or self.location.startswith(LOGIN) or bool(self.errors)

    @property
    def is_broken(self) -> bool:
        return self.status >= 500

    def __str__(self) -> str:
        words = [str(self.status)]
        words += [f"→ {NUMBERS.sub('…', self.location)}"] if self.location else []
        words += [f"saying “{SECRET.sub('…', error)}”" for error in self.errors]
        words += [f"changing {', '.join(sorted(self.changed))}"] if self.changed else []
        return " ".join([*words, self.failure]).strip()


FORM = "application/x-www-form-urlencoded"
MEMORIES = ("_cache", "_mandates")
"""What a user object remembers of its permissions ends like this."""


class _Handler(ClientHandler):
    """Django's, with someone logged in: their permissions are read once, not for each request."""

    def __init__(self, user: Any) -> None:
        super().__init__(enforce_csrf_checks=False)
        self.user = user

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        someone = type(self.user)()
        state = someone.__dict__.get("_state")
        someone.__dict__.update(self.user.__dict__)
        if state is not None:
            state.adding, state.db = False, self.user._state.db
            someone._state = state
        request._cached_user = someone  # type: ignore[attr-defined]
        response = super().get_response(request)
        for name, kept in someone.__dict__.items():
            if name.endswith(MEMORIES):
                self.user.__dict__[name] = kept
        return response


class Browser(RequestFactory):
    """Someone's."""

    def __init__(self, user: Any) -> None:
        super().__init__()
        self.handler = _Handler(user)

    def request(self, **request: Any) -> Any:
        return self.handler(self._base_environ(**request))


@dataclass(slots=True)
class Request:
    """What is asked, by whom it may be."""

    method: str
    path: str
    data: Any = None
    content_type: str | None = None


def ask(
    browser: Browser, request: Callable[[], Request | None], *, compare: bool, render: bool = True
) -> tuple[Answer, Request] | tuple[None, None]:
    """Ask, and undo; with `compare` say what it changed, without `render` stop at the template.

    Making the request may set the scene: that is undone as well, and is not among what changed.
    """
    with transaction.atomic():
        asked = request()
        if asked is None:
            transaction.set_rollback(True)
            return None, None
        with transaction.atomic(), _written() as wrote, nullcontext() if render else _blank():
            answer = _answer(browser, asked)
            answer.wrote = frozenset(wrote - NOT_CONTENT)
            after = fingerprint() if compare and answer.wrote else None
            transaction.set_rollback(True)
        if after is not None:
            before = fingerprint()
            answer.changed = frozenset(table for table in before if before[table] != after[table])
        transaction.set_rollback(True)
    return answer, asked


def _answer(browser: Browser, request: Request) -> Answer:
    send = getattr(browser, request.method.lower())
    data, kind = _encoded(request)
    raised: list[BaseException | None] = []

    def note(**_: Any) -> None:
        raised.append(sys.exc_info()[1])

    got_request_exception.connect(note)
    try:
        response = send(request.path, data, **kind)
    finally:
        got_request_exception.disconnect(note)
    messages = getattr(response.wsgi_request, "_messages", None)
    said = [*messages._loaded_data, *messages._queued_messages] if messages else []
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return Answer(
        status=response.status_code,
        location=response.headers.get("Location", ""),
        text="\n".join([body.decode(errors="replace"), *(str(one.message) for one in said)]),
        errors=tuple(str(one.message) for one in said if one.level >= ERROR),
        failure=repr(raised[0]) if raised else "",
    )


def _encoded(request: Request) -> tuple[Any, dict[str, str]]:
    """Forms without files are sent as browsers send those: parsing multipart takes its time."""
    data = request.data or {}
    if request.content_type:
        return data, {"content_type": request.content_type}
    if request.method == "GET" or any(isinstance(value, File) for value in data.values()):
        return data, {}
    return urlencode(data, doseq=True), {"content_type": FORM}


@contextmanager
def _blank() -> Iterator[None]:
    """Templates say nothing: who is let through is decided before."""
    with patch.object(SimpleTemplateResponse, "rendered_content", ""):
        yield


@contextmanager
def _written() -> Iterator[set[str]]:
    """The tables that anything is written to."""
    tables: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = WRITING.match(sql)
        if found:
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables


def fingerprint() -> dict[str, str]:
    """Table → a hash of its rows."""
    tables = set(connection.introspection.django_table_names(only_existing=True)) - NOT_CONTENT
    return {table: _hash(table) for table in sorted(tables)}


def _hash(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        left_out = NOT_COMPARED.get(table, set())
        kept = [
            place for place, column in enumerate(cursor.description) if column[0] not in left_out
        ]
        rows = sorted(repr([row[place] for place in kept]) for row in cursor.fetchall())
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()
