"""Which folder a file belongs to: the one it was last imported with, the widest if several."""

from __future__ import annotations

from pathlib import Path

from .discovery import Found
from .models import ImportedFile


def has_moved(record: ImportedFile, found: Found) -> bool:
    """Whether the file lies elsewhere, or was now found as part of a wider folder."""
    if record.place != str(found.path):
        return True
    return record.folder != found.folder and Path(record.folder).is_relative_to(found.folder)


def place_of(record: ImportedFile | None, found: Found) -> tuple[str, str]:
    """Folder and path to keep with a file's record."""
    if record is None or has_moved(record, found):
        return found.folder, found.relative
    return record.folder, record.path


def remember_places(moved: list[tuple[ImportedFile, Found]]) -> None:
    """Unchanged files that lie elsewhere by now: the next prune looks for them there."""
    for record, found in moved:
        record.folder, record.path = found.folder, found.relative
    ImportedFile.objects.bulk_update(
        [record for record, _found in moved], ["folder", "path"], batch_size=200
    )
