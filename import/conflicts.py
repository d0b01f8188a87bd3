"""Nothing that a person has done since the last import is overwritten."""

from __future__ import annotations

from .models import ImportedFile
from .planned import Planned
from .source import Refused, line_of
from .state import State


def check_conflict(item: Planned, state: State, busy: set[int]) -> None:
    """Raises Refused if one of the pages that the file would change is a person's by now."""
    record = state.by_subject.get(item.subject)
    published = _published_by(record) if record else set()
    written = record.written if record else {}
    for pk in item.pages.values():
        reason = _reason(pk, written, state, busy)
        if reason is None and pk in published and not state.pages[pk].live:
            reason = "has been unpublished in the editor since the last import"
        if reason is not None:
            raise Refused(
                f"conflict: the page {reason}; nothing was overwritten",
                line=line_of(item.source, "key", "article"),
            )


def conflict_of(record: ImportedFile, pk: int, state: State, busy: set[int]) -> str | None:
    """Why a page that an import made is not to be pruned."""
    return _reason(pk, record.written, state, busy)


def _published_by(record: ImportedFile) -> set[int]:
    return {page for page, _revision in record.pages.values()} if record.published else set()


def _reason(pk: int, written: dict[int, int], state: State, busy: set[int]) -> str | None:
    page = state.pages[pk]
    if page.locked:
        return "is locked in the editor"
    if pk in busy:
        return "is in a workflow"
    if pk not in written:
        return "was made in the editor, not by an import"
    if written[pk] != page.latest_revision_id:
        return "has been edited since the last import"
    return None
