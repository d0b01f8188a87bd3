"""What earlier imports of a folder made and its files no longer hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from content_models.editions.ledger import publishing

from .changing import withdraw
from .conflicts import conflict_of
from .discovery import Found, read_content
from .models import ImportedFile
from .planned import Planned, dropped_by
from .report import Outcome, Report
from .source import Refused
from .state import State, Subject, in_workflow


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that is gone, or one supplement of a file that is not."""

    subject: Subject
    shown: str
    """The file's path; a supplement is named after a `#`."""
    pages: tuple[int, ...]
    is_whole: bool


def find_gone(
    folders: Mapping[str, Path],
    state: State,
    items: Sequence[Planned],
    seen: Collection[Subject],
    unread: Sequence[Found],
) -> list[Gone]:
    """Live pages of these folders' records that no file holds; a refused file still holds its."""
    planned = {item.subject: item for item in items}
    gone: list[Gone] = []
    for record in state.by_subject.values():
        if record.subject in seen:
            gone += _parts(record, planned.get(record.subject), folders, state)
        elif record.folder in folders and record.digest and not _is_among(record, unread):
            shown = str(folders[record.folder] / record.path)
            live = _live(record.pages | record.dropped, state)
            gone += [Gone(record.subject, shown, tuple(live.values()), True)] if live else []
    return gone


def _parts(
    record: ImportedFile, item: Planned | None, folders: Mapping[str, Path], state: State
) -> Iterator[Gone]:
    folder, path = record.folder, record.path
    dropped = record.dropped
    if item is not None:
        folder, path = item.found.folder, item.found.relative
        dropped = dropped_by(item.source, record)
    if folder in folders:
        for part, pk in _live(dropped, state).items():
            shown = f"{folders[folder] / path}#{part.rpartition('/')[2]}"
            yield Gone(record.subject, shown, (pk,), False)


def _live(parts: Mapping[str, Sequence[int]], state: State) -> dict[str, int]:
    found = {part: pk for part, (pk, _revision) in parts.items()}
    live = {part: pk for part, pk in found.items() if pk in state.pages and state.pages[pk].live}
    return dict(sorted(live.items()))


def _is_among(record: ImportedFile, unread: Sequence[Found]) -> bool:
    """Whether one of the files that could not be read may be this one, under its name or another.

    A file that was renamed and broken in one go must not take its article off the site.
    """
    return any(record.place == str(found.path) or _names(record, found) for found in unread)


def _names(record: ImportedFile, found: Found) -> bool:
    try:
        return record.key.encode() in read_content(found)
    except Refused:
        return False


def prune(gone: Sequence[Gone], report: Report) -> None:
    """Withdraw what is gone, each in its own transaction; what people work on is left."""
    refused = {rejection.path for rejection in report.rejected}
    for one in gone:
        if one.shown.partition("#")[0] in refused:
            continue
        try:
            _prune(one)
        except Refused as conflict:
            report.reject(one.shown, line=conflict.line, message=conflict.message)
        else:
            report.note(Outcome.PRUNED, one.shown)


def _prune(one: Gone) -> None:
    with publishing():
        state = State({one.subject[0]})
        record = state.by_subject[one.subject]
        busy = in_workflow(one.pages)
        for pk in one.pages:
            reason = conflict_of(record, pk, state, busy) if pk in state.pages else None
            if reason is not None:
                raise Refused(f"conflict: the page {reason}; it was not unpublished", line=None)
            withdraw(pk)
        if one.is_whole:
            record.digest, record.published = "", False
            record.save(update_fields=["digest", "published"])
