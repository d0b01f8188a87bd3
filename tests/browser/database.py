"""A database of its own for each browser test: a copy of the one that the tests migrated.

A live server needs content that is committed, so a rollback cannot undo it. Copying is several
times faster than the flush that transactional tests end with, and gives SQLite a file, as in
production: in memory, all threads would share one connection.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

SUFFIX = "browser"


@contextmanager
def copied(folder: Path) -> Iterator[None]:
    """Every thread works on a copy until the end; `folder` is for SQLite's file."""
    original = connections[DEFAULT_DB_ALIAS]
    copy = _copied_sqlite if original.vendor == "sqlite" else _copied_postgresql
    with copy(original, folder) as name:
        connections.settings[DEFAULT_DB_ALIAS] = {**original.settings_dict, "NAME": name}
        connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
        try:
            yield
        finally:
            connections[DEFAULT_DB_ALIAS].close()
            connections.settings[DEFAULT_DB_ALIAS] = original.settings_dict
            connections[DEFAULT_DB_ALIAS] = original


@contextmanager
def _copied_sqlite(original: Any, folder: Path) -> Iterator[str]:
    name = folder / "browser.sqlite3"
    source = sqlite3.connect(original.settings_dict["NAME"], uri=True)
    with closing(source), closing(sqlite3.connect(name)) as target:
        source.backup(target)
    yield str(name)


@contextmanager
def _copied_postgresql(original: Any, _folder: Path) -> Iterator[str]:
    original.creation.clone_test_db(SUFFIX, verbosity=0)
    name = original.creation.get_test_db_clone_settings(SUFFIX)["NAME"]
    try:
        yield name
    finally:
        original.creation.destroy_test_db(verbosity=0, suffix=SUFFIX)
