"""`manage.py rebuild_search_index`: a new index beside the live one, checked, then swapped in."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.chosen import index_folder
from search.engines.errors import IndexBusy, IndexDamaged, RebuildFailed
from search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Build a new search index beside the live one, check it against the ledger, swap it in."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = rebuild(index_folder())
        except (IndexBusy, IndexDamaged, RebuildFailed) as error:
            raise CommandError(str(error)) from error
        for name in made.removed:
            self.stdout.write(f"removed {name}")
        self.stdout.write(
            f"{made.generation} is live: {made.documents} documents, at sequence {made.sequence}"
        )
