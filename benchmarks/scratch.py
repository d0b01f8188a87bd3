"""A database and a data folder that a benchmark has to itself, gone afterwards."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

REMOVED = ("ELASTICSEARCH_URL", "CACHE_URL", "TILLAGG_MODE", "DEBUG")
"""Settings of the person at the keyboard that would change what is measured."""


@contextmanager
def scratch_environment(url: str) -> Iterator[dict[str, str]]:
    """An environment whose DATABASE_URL is a new database on the server of `url`."""
    name = f"tillagg_bench_{secrets.token_hex(4)}"
    with (
        psycopg.connect(url, autocommit=True) as server,
        tempfile.TemporaryDirectory(prefix="tillagg-bench-") as data,
    ):
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            kept = {key: value for key, value in os.environ.items() if key not in REMOVED}
            yield kept | {
                "DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=f"/{name}")),
                "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
                "TILLAGG_DATA": data,
            }
        finally:
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            server.execute(drop.format(sql.Identifier(name)))
