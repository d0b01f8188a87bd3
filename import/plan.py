"""What to do with each file, before anything is written: same, create, change, or refuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from . import assets, rules
from .discovery import Found, digest_of, digest_on_disk, read_assets, read_content
from .models import ImportedFile
from .parse import parse
from .places import has_moved
from .planned import Planned, is_settled, pages_of, subject_of
from .pruning import Gone, find_gone
from .report import Outcome, Report
from .source import Refused, SupplementsSource, line_of
from .state import State, Subject

Progress = Callable[[str], None]


@dataclass(slots=True)
class Plan:
    """Files in the order in which they are written, and what is gone."""

    items: list[Planned] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    moved: list[tuple[ImportedFile, Found]] = field(default_factory=list)
    """Records of unchanged files, and where these lie by now."""


def make_plan(
    files: Sequence[Found],
    folders: Mapping[str, Path],
    state: State,
    report: Report,
    *,
    publish: bool,
    progress: Progress,
) -> Plan:
    """Read, parse and check every file; refusals go to the report, file by file."""
    candidates: list[Planned] = []
    unread: list[Found] = []
    moved: list[tuple[ImportedFile, Found]] = []
    seen: dict[Subject, list[Found]] = defaultdict(list)
    for found in files:
        try:
            taken = _take(found, state, publish=publish)
        except Refused as refused:
            report.reject(found.shown, line=refused.line, message=refused.message)
            unread.append(found)
        else:
            seen[taken.subject].append(found)
            if isinstance(taken, Planned):
                candidates.append(taken)
            else:
                report.note(Outcome.SAME, found.shown)
                moved += [(taken, found)] if has_moved(taken, found) else []
        progress(found.shown)
    unique = _without_doubles(candidates, seen, report)
    items = rules.acceptable(unique, state, report, publish=publish)
    items.sort(key=_order)
    gone = find_gone(folders, state, items, seen, unread)
    return Plan(items, gone, [pair for pair in moved if len(seen[pair[0].subject]) == 1])


def _take(found: Found, state: State, *, publish: bool) -> Planned | ImportedFile:
    """A file to write, or only its record if it is the same as last time."""
    content = read_content(found)
    record = state.by_place.get(str(found.path))
    if record is not None and is_settled(
        record, digest_on_disk(found, content, record.assets), state, publish=publish
    ):
        return record
    source = parse(content, path=found.shown)
    files = read_assets(found, assets.local_files(source))
    assets.check_files(source, files)
    digest = digest_of(content, files)
    record = state.by_subject.get(subject_of(source))
    if record is not None and is_settled(record, digest, state, publish=publish):
        return record
    return Planned(found, source, digest, pages_of(source, state))


def _without_doubles(
    candidates: list[Planned], seen: dict[Subject, list[Found]], report: Report
) -> list[Planned]:
    """Of files about the same subject none is taken; each refusal names the others."""
    for subject, found in seen.items():
        if len(found) > 1:
            for item in found:
                _reject_double(item, subject, found, report)
    return [item for item in candidates if len(seen[item.subject]) == 1]


def _reject_double(item: Found, subject: Subject, found: Sequence[Found], report: Report) -> None:
    if item.shown in report.same:
        report.same.remove(item.shown)
    source = parse(read_content(item), path=item.shown)
    others = ", ".join(other.shown for other in found if other != item)
    report.reject(
        item.shown,
        line=line_of(source, "key", "article"),
        message=f"{'/'.join(filter(None, subject))} is also in {others}; "
        "allowed is one file for each key and language",
    )


def _order(item: Planned) -> tuple[int, str]:
    """Source languages, then translations, then supplements."""
    if isinstance(item.source, SupplementsSource):
        return 2, item.found.shown
    return int(item.source.language != "sv"), item.found.shown
