"""Which engine answers, and where its index is, by the settings."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.embedded.folder import IndexFolder
from search.engines.embedded.reading import EmbeddedEngine
from search.engines.engine import Engine


def engine() -> Engine:
    """This process's reader of the index."""
    return _reader_of(Path(settings.SEARCH_INDEX_PATH))


def index_folder() -> IndexFolder:
    return IndexFolder(Path(settings.SEARCH_INDEX_PATH))


@lru_cache(maxsize=4)
def _reader_of(root: Path) -> EmbeddedEngine:
    return EmbeddedEngine(root)
