"""What the API's tests share: a client that reads, and memories emptied between tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from cms.api import answering

Get = Callable[..., HttpResponse]
Read = Callable[..., Any]


@pytest.fixture(autouse=True)
def _memories_are_empty() -> Iterator[None]:
    """A test's rollback moves the ledger back to positions that answers were kept for."""
    answering.forget()
    yield
    answering.forget()


@pytest.fixture
def get(client: Client) -> Get:
    """GET an address under /api/v1; parameters by keyword, `headers` as Django's client has it."""

    def get(path: str, /, *, headers: dict[str, str] | None = None, **query: Any) -> Any:
        return client.get(f"/api/v1{path}", query, headers=headers)

    return get


@pytest.fixture
def read(get: Get) -> Read:
    """GET that has to be 200, and its JSON."""

    def read(path: str, /, **query: Any) -> Any:
        response = get(path, **query)
        assert response.status_code == 200, response.content
        return response.json()

    return read
