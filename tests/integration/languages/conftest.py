"""What the tests of languages share: a translator, a published source, a reader of the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import people
from tests.factories.published import codes, reference
from tests.factories.reviewing import published_nationally
from tests.integration.languages import every_block


@pytest.fixture
def anna() -> Any:
    return people.editor("anna")


@pytest.fixture
def client(anna: Any) -> Client:
    """The translator's browser."""
    return people.client_of(anna)


@pytest.fixture
def source() -> Any:
    """Every block, a code, a reference and a counterpart; approved and live."""
    codes("H25\tÅldersstarr")
    return published_nationally(
        sections=every_block.sections(),
        references=[reference("a", "Socialstyrelsen. <i>Titel</i>.")],
        diagnosis_codes=("H25",),
        summary="Kort.",
        counterpart_key="gra-starr",
    )


@pytest.fixture
def read() -> Callable[..., Any]:
    """GET an address under /api/v1 that has to be 200, and its JSON."""

    def read(path: str, /, **query: Any) -> Any:
        answer = Client().get(f"/api/v1{path}", query)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return read
