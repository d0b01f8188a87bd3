"""`manage.py import_content PATH… [--dry-run] [--publish] [--report FILE] [--prune]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from ...discovery import CannotStart
from ...report import Report
from ...run import Options, run


class Command(BaseCommand):
    help = "Import Markdown files into drafts, or with --publish into published editions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH")
        parser.add_argument("--dry-run", action="store_true", help="plan and report, write nothing")
        parser.add_argument("--publish", action="store_true", help="publish what is approved")
        parser.add_argument("--report", type=Path, metavar="FILE", help="write a JSON report")
        parser.add_argument("--prune", action="store_true", help="unpublish what is gone")

    def handle(self, *args: Any, **options: Any) -> None:
        report_file: Path | None = options["report"]
        if report_file is not None:
            _check_writable(report_file)
        asked = Options(
            paths=options["paths"],
            publish=options["publish"],
            prune=options["prune"],
            dry_run=options["dry_run"],
        )
        try:
            report = self._run(asked)
            if report_file is not None:
                report_file.write_text(report.as_json(), encoding="utf-8")
        except (CannotStart, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        self._show(report)
        if report.rejected:
            sys.exit(1)

    def _run(self, options: Options) -> Report:
        console = Console(file=sys.stderr)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
            stages: dict[str, Any] = {}

            def progress(stage: str, total: int, advance: int) -> None:
                if stage not in stages:
                    stages[stage] = bar.add_task(stage, total=total)
                bar.update(stages[stage], total=total, advance=advance)

            try:
                return run(options, progress)
            except DatabaseError as error:
                raise CannotStart(f"the database does not answer as it should: {error}") from error

    def _show(self, report: Report) -> None:
        for rejection in report.rejected:
            self.stderr.write(str(rejection))
        for new in report.new:
            self.stdout.write(f"new {new.type}: {new.name}")
        self.stdout.write(report.summary())


def _check_writable(report_file: Path) -> None:
    """A report that cannot be written is found out before anything is imported."""
    try:
        report_file.open("a").close()
    except OSError as error:
        message = f"{report_file}: the report cannot be written: {error.strerror}"
        raise CommandError(message, returncode=2) from error
