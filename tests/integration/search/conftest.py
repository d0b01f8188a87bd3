"""Every test here has a database, an index folder of its own, and what finds in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from search.engines.embedded.folder import IndexFolder
from search.searching import SearchRequest, SearchResponse, search

Find = Callable[..., SearchResponse]
Keys = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def folder(db: None, settings: Any, tmp_path: Path) -> IndexFolder:
    settings.SEARCH_INDEX_PATH = tmp_path / "search"
    return IndexFolder(settings.SEARCH_INDEX_PATH)


@pytest.fixture
def find() -> Find:
    def find(q: str, **filters: Any) -> SearchResponse:
        return search(SearchRequest(q=q, **filters))

    return find


@pytest.fixture
def keys(find: Find) -> Keys:
    """The keys that a question finds, best first."""

    def keys(q: str, **filters: Any) -> list[str]:
        return [item.key for item in find(q, **filters).items]

    return keys
