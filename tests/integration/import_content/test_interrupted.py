"""A process that is killed leaves whole files, and the next one finishes; two at once are one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .content import article, placed, supplement, write

ROOT = Path(__file__).parents[3]
FILES = 400
MANAGE = [sys.executable, "manage.py"]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file; migrating takes longest, so it is done once and copied."""
    data = tmp_path_factory.mktemp("migrated")
    subprocess.run([*MANAGE, "migrate", "-v0"], env=settings(data), cwd=ROOT, check=True)
    return data


@pytest.fixture
def environment(migrated: Path, tmp_path: Path) -> dict[str, str]:
    """A database of its own for each test."""
    data = Path(shutil.copytree(migrated, tmp_path / "data"))
    return settings(data)


def settings(data: Path) -> dict[str, str]:
    own = {
        "DATABASE_URL": f"sqlite:///{data}/own.sqlite3",
        "TILLAGG_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
    }
    return {**os.environ, **own}


def start(environment: dict[str, str], *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*MANAGE, "import_content", *map(str, arguments)],
        env=environment,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def rows(environment: dict[str, str], query: str) -> list[tuple[object, ...]]:
    path = environment["DATABASE_URL"].removeprefix("sqlite:///")
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def assert_whole(environment: dict[str, str]) -> int:
    """Every edition has page, key, approval and record; sequences have no gaps."""
    parts = [row[0] for row in rows(environment, "SELECT part FROM content_models_edition")]
    assert len(parts) == len(set(parts))
    counted = rows(
        environment,
        """SELECT (SELECT count(*) FROM content_models_edition),
                  (SELECT max(sequence) FROM content_models_edition),
                  (SELECT sequence FROM content_models_ledgerhead),
                  (SELECT count(*) FROM content_models_currentedition WHERE NOT tombstone),
                  (SELECT count(*) FROM content_models_approval),
                  (SELECT count(*) FROM content_import_importedfile),
                  (SELECT count(*) FROM content_models_articlekey)
                    + (SELECT count(*) FROM region_overlays_supplementpage)""",
    )[0]
    assert len({count or 0 for count in counted}) == 1, counted
    return len(parts)


@pytest.fixture
def many(folder: Path) -> Path:
    write(folder, **{f"a{n}": article(f"a{n}") for n in range(FILES)})
    return write(folder, vg=supplement(placed(), to="a0"))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped(environment: dict[str, str], many: Path, how: int) -> None:
    process = start(environment, many, "--publish")
    while not rows(environment, "SELECT 1 FROM content_models_edition LIMIT 1"):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(how)
    process.communicate()

    done = assert_whole(environment)
    assert 0 < done < FILES + 1

    report = many.parent / "report.json"
    finished = start(environment, many, "--publish", "--report", report)
    assert (finished.communicate()[1], finished.returncode) == ("", 0)
    assert assert_whole(environment) == FILES + 1
    outcome = json.loads(report.read_text())
    assert (len(outcome["same"]), len(outcome["created"])) == (done, FILES + 1 - done)


@pytest.mark.parametrize("publish", [True, False])
def test_two_runs_at_once(environment: dict[str, str], many: Path, publish: bool) -> None:
    arguments = [many, *(["--publish"] if publish else [])]
    processes = [
        start(environment, *arguments, "--report", many.parent / f"{n}.json") for n in range(2)
    ]

    for process in processes:
        assert (process.communicate()[1], process.returncode) == ("", 0)
    if publish:
        assert assert_whole(environment) == FILES + 1
    keys = rows(environment, "SELECT count(*) FROM content_models_articlekey")
    assert keys == [(FILES,)]
    reports = [json.loads((many.parent / f"{n}.json").read_text()) for n in range(2)]
    made = [path for report in reports for path in report["created"]]
    assert len(made) == len(set(made)) == FILES + 1


def test_a_database_that_was_never_migrated(folder: Path, tmp_path: Path) -> None:
    process = start(settings(tmp_path), write(folder, katarakt=article()))

    _out, error = process.communicate()
    assert process.returncode == 2
    assert "Traceback" not in error
    assert "no such table" in error
