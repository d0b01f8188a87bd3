"""`manage.py demo`: the demonstration content through the real pipeline, and its log-ins."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms.demo import PASSWORD, ensure_logins
from cms.demo_regions import ensure_regions
from cms.demo_work import ensure_work
from cms.worker import run_once


class Command(BaseCommand):
    help = "Import the demonstration content, make its log-ins and index it."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("the demonstration's log-ins are public; not with these settings")
        folder = settings.ROOT / "demo"
        call_command("import_diagnosis_codes", str(folder / "diagnosis-codes.tsv"))
        call_command("import_content", str(folder / "content"), publish=True)
        ensure_regions()
        people = ensure_logins()
        ensure_work()
        run_once()
        self.stdout.write(f"\n  Log-ins (password {PASSWORD}):")
        for person in people:
            self.stdout.write(f"    {person.username:<28} {person.group}")
