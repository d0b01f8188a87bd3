"""GET /healthz: the process is alive. GET /readyz: it can serve, part by part.

A part is a named check; what else a deployment depends on adds its own with `register`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from content_models.editions import append_only
from content_models.editions.reading import database_answers
from search.engines.errors import SearchUnavailable
from search.freshness import freshness

UNCACHED = {"Cache-Control": "no-store"}


class NotReady(Exception):
    """A part cannot serve; the message says why, without secrets."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part has to say of itself."""

    name: str
    is_ready: bool
    detail: str


Check = Callable[[], str]
"""Gives a detail (may be empty), or raises NotReady or a database error."""

CHECKS: dict[str, Check] = {}


def register(name: str, check: Check) -> None:
    """Make a part of /readyz; a name stands once."""
    CHECKS[name] = check


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "alive"}, headers=UNCACHED)


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    parts = [_part(name, check) for name, check in CHECKS.items()]
    is_ready = all(part.is_ready for part in parts)
    body = {
        "status": "ready" if is_ready else "not-ready",
        "parts": {
            part.name: {"status": "ready" if part.is_ready else "not-ready", "detail": part.detail}
            for part in parts
        },
    }
    status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse(body, status=status, headers=UNCACHED)


def _part(name: str, check: Check) -> Part:
    try:
        return Part(name, True, check())
    except NotReady as reason:
        return Part(name, False, str(reason))
    except Error as error:
        # Only the kind of error: a database's own words may hold addresses and names.
        return Part(name, False, type(error).__name__)


def _database() -> str:
    database_answers()
    return connection.vendor


_applied: list[bool] = []
"""Holds one True once every migration was seen applied: that is not undone under a process."""


def _migrations() -> str:
    if not _applied:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            raise NotReady(f"{len(missing)} migrations are not applied")
        _applied.append(True)
    return "applied"


def _ledger() -> str:
    missing = append_only.expected() - append_only.installed()
    if missing:
        raise NotReady("the append-only triggers are missing; run migrate")
    return "append-only"


def _search() -> str:
    try:
        behind = freshness().behind
    except SearchUnavailable as error:
        raise NotReady(str(error)) from error
    return f"{behind} editions behind"


register("database", _database)
register("migrations", _migrations)
register("ledger", _ledger)
register("search", _search)
