"""`manage.py run_worker`: index, schedule; until SIGTERM or SIGINT."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.worker import StepsFailed, run, run_once


class Command(BaseCommand):
    help = "Keep the search index current and publish what is scheduled."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="Every step once, then end.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            try:
                run_once()
            except StepsFailed as error:
                raise CommandError(str(error)) from error
            return
        # A list, not an Event: its lock may be held by this very thread when the signal comes.
        stopped: list[int] = []
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda received, _frame: stopped.append(received))
        run(lambda: bool(stopped))
