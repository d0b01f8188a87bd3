"""`manage.py import_diagnosis_codes FILE [--edition YEAR]`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from content_models.taxonomies.diagnosis_import import MalformedCodeList, load_codes, read_codes


class Command(BaseCommand):
    help = "Load diagnosis codes from a UTF-8 file of code<TAB>title lines, in any order."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--edition", help="year; codes that the file lacks are marked retired")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            named = read_codes(path.read_text(encoding="utf-8-sig").split("\n"))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}", returncode=2) from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{path}: not UTF-8 (byte {error.start})", returncode=2) from error
        except MalformedCodeList as error:
            raise CommandError(f"{path}:{error}", returncode=2) from error
        done = load_codes(named, edition=options["edition"])
        self.stdout.write(
            f"{done.created} created, {done.updated} updated, {done.retired} marked retired"
        )
