"""Several publishers and readers at once, each in a thread with connections of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

from django.db import connection, connections

from tests.factories.published import publish

ON_POSTGRESQL = connection.vendor == "postgresql"


def closing(call: Callable[[], Any]) -> Any:
    try:
        return call()
    finally:
        connections.close_all()


def together(*calls: Callable[[], Any], beside: Callable[[Event], Any] | None = None) -> list[Any]:
    """Run all at once; `beside` runs until they are done, and its answer comes last."""
    done = Event()
    with ThreadPoolExecutor(len(calls) + 1) as pool:
        reader = pool.submit(closing, lambda: beside(done)) if beside else None
        try:
            results = list(pool.map(closing, calls))
        finally:
            done.set()
        return [*results, reader.result()] if reader else results


def publish_times(page: Any, times: int) -> None:
    """New revisions of the page, each approved and published."""
    for number in range(times):
        latest = page.get_latest_revision_as_object()
        latest.title = f"Titel {number}"
        latest.save_revision()
        page.refresh_from_db()
        publish(page)
