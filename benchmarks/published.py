"""What servers answer from: articles made up, published by the import pipeline."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from importlib import import_module
from io import StringIO
from pathlib import Path

from benchmarks.generated import article, supplement, write_codes

REGION = "14"


def key_of(number: int) -> str:
    return f"artikel-{number}"


def publish_articles(count: int, text_of: Callable[[str], str] = article) -> None:
    """Migrate, then publish so many, three in ten with supplements of the region; needs Django."""

    def write(folder: Path) -> None:
        for number in range(count):
            _write(folder, number, text_of)

    publish_files(write)


def publish_files(write: Callable[[Path], None]) -> None:
    """Migrate, then publish the files that are written to the folder; needs Django."""
    from django.core.management import call_command

    with tempfile.TemporaryDirectory() as name:
        call_command("migrate", verbosity=0)
        codes = str(write_codes(Path(name)))
        call_command("import_diagnosis_codes", codes, stdout=StringIO())
        write(Path(name))
        _publish(name)


def _write(folder: Path, number: int, text_of: Callable[[str], str]) -> None:
    key = key_of(number)
    (folder / f"{key}.md").write_text(text_of(key), encoding="utf-8")
    if number % 10 < 3:
        text = supplement(key, REGION)
        (folder / f"{key}.{REGION}.md").write_text(text, encoding="utf-8")


def _publish(folder: str) -> None:
    pipeline = import_module("import.run")
    options = pipeline.Options(paths=[folder], publish=True)
    report = pipeline.run(options, lambda _stage, _total, _advance: None)
    assert not report.rejected, report.as_json()
