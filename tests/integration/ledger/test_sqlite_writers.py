"""On SQLite too: threads that publish into one file leave no gap, and a follower misses nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from .sqlite_writers import TIMES, WRITERS

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL: see test_concurrency")
def test_writers_and_a_follower(transactional_db: None, tmp_path: Path) -> None:
    file = tmp_path / "tillagg.sqlite3"
    copy = sqlite3.connect(file)
    connection.connection.backup(copy)
    copy.close()
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{file}"}

    answer = subprocess.run(
        [sys.executable, "-m", "tests.integration.ledger.sqlite_writers"],
        check=False,
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout.splitlines()[-1])
    assert found["sequences"] == list(range(1, WRITERS * TIMES + 1))
    assert found["seen"] == found["sequences"]
    assert found["times"] == [TIMES] * WRITERS
