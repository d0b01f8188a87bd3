"""The single steps of a run: which command, in which environment."""

import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
# Settings of the person at the keyboard, which must not decide what the tests do.
CONFIGURATION = (
    "ALLOWED_HOSTS", "BASE_URL", "CACHE_URL", "DATABASE_URL", "DEBUG", "DJANGO_SETTINGS_MODULE",
    "ELASTICSEARCH_URL", "EMAIL_URL", "LOG_LEVEL", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PORT",
    "READER_API_URL", "SECRET_KEY", "TILLAGG_DATA", "TILLAGG_MODE",
)  # fmt: skip
FEWEST_WORKERS, MOST_WORKERS = 2, 8


class Step(NamedTuple):
    """One command whose exit code counts."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]


def environment(data: Path) -> dict[str, str]:
    """Ours without its configuration; whatever is left in `data` is thrown away with it."""
    kept = {name: value for name, value in os.environ.items() if name not in CONFIGURATION}
    path = f"{TOOLS}{os.pathsep}{os.environ.get('PATH', '')}"
    return kept | {
        "PATH": path,
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "TILLAGG_DATA": str(data),
        "TMPDIR": str(data),
    }


def static_steps(env: Mapping[str, str]) -> list[Step]:
    """What reads the source only."""
    return [
        Step("ruff check", [_tool("ruff"), "check"], env),
        Step("ruff format", [_tool("ruff"), "format", "--check"], env),
        Step("mypy", [_tool("mypy")], env),
        Step("layers", [_tool("lint-imports")], env),
        Step("module rules", [sys.executable, "-m", "tests.module_rules"], env),
    ]


def django_steps(env: Mapping[str, str]) -> list[Step]:
    """What Django says of the models and of the settings for production."""
    check = ["check", "--deploy", "--fail-level", "WARNING"]
    return [
        Step("migrations", _manage("makemigrations", "--check", "--dry-run"), env),
        Step("production settings", _manage(*check), {**env, **_production()}),
    ]


def pytest_step(
    database: str, arguments: Sequence[str], report: Path, settings: Mapping[str, str]
) -> Step:
    """All tests on one database, in random order and in parallel; the report goes to a file."""
    command = [sys.executable, "-m", "pytest", "-n", str(_workers()), f"--junitxml={report}"]
    env = {**environment(report.parent), **settings}
    return Step(f"tests on {database}", [*command, *arguments], env)


def _production() -> dict[str, str]:
    """A complete environment for production, made up on the spot; nothing is connected to."""
    return {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "DATABASE_URL": "postgres://tillagg:unused@127.0.0.1:1/tillagg",
        "ALLOWED_HOSTS": "kunskap.example.org",
        "BASE_URL": "https://kunskap.example.org",
        "EMAIL_URL": "smtp://mail.example.org:25",
    }


def _tool(name: str) -> str:
    return str(TOOLS / name)


def _manage(*arguments: str) -> list[str]:
    return [sys.executable, "manage.py", *arguments]


def _workers() -> int:
    """One per core, and never fewer than two: tests must bear company."""
    return min(max(os.cpu_count() or 1, FEWEST_WORKERS), MOST_WORKERS)
