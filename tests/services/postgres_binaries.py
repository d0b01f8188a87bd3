"""Where this machine keeps the programs of a PostgreSQL server."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OLDEST = 14  # what Django 5.2 supports
FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


class Binaries(NamedTuple):
    """The two programs that a server of one's own needs, from one folder."""

    initdb: Path
    postgres: Path


def find_binaries() -> Binaries | None:
    """The newest server in the usual folders, else that of pg_config or PATH; None without one.

    PATH comes last: what it calls `postgres` may be a wrapper.
    """
    for folder in _folders():
        binaries = Binaries(folder / "initdb", folder / "postgres")
        if all(path.is_file() for path in binaries) and _version(binaries.postgres) >= OLDEST:
            return binaries
    return None


def _folders() -> Iterator[Path]:
    usual = [path for pattern in FOLDERS for path in Path("/").glob(pattern.lstrip("/"))]
    yield from sorted(usual, key=_number, reverse=True)
    if pg_config := shutil.which("pg_config"):
        yield Path(_output(pg_config, "--bindir"))
    if postgres := shutil.which("postgres"):
        yield Path(postgres).resolve().parent


def _number(folder: Path) -> int:
    return int("".join(re.findall(r"\d+", folder.parent.name)) or 0)


def _version(postgres: Path) -> int:
    found = re.search(r"PostgreSQL\) (\d+)", _output(str(postgres), "--version"))
    return int(found[1]) if found else 0


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
