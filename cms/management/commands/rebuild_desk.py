"""`manage.py rebuild_desk`: what the editors' lists read, anew from pages and ledger."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cms.desk.keeping import rebuild_rows
from cms.desk.links.following import rebuild_links
from cms.desk.links.model import InternalLink
from region_overlays.keeping import rebuild_standings


class Command(BaseCommand):
    help = "Make the rows behind the editors' lists anew, and the list of broken links."

    def handle(self, *args: Any, **options: Any) -> None:
        rows, editions = rebuild_rows(), rebuild_links()
        standings = rebuild_standings()
        links = InternalLink.objects.all()
        self.stdout.write(
            f"{rows} articles and supplements; {editions} editions followed: "
            f"{links.count()} internal links, {links.exclude(fault='').count()} of them broken; "
            f"{standings} standings of supplements"
        )
