"""Every test here has a database, and its files in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import published


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a test's content lies."""
    made = tmp_path / "content"
    made.mkdir()
    return made


@pytest.fixture
def codes() -> None:
    published.codes("H25\tÅldersstarr", "H26.9\tStarr", "H28.0*\tStarr vid diabetes", "E10.3†\tÖga")
