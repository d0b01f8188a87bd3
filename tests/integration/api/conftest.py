"""What the API's tests share: a client that reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

Get = Callable[..., HttpResponse]
Read = Callable[..., Any]


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
