"""What to do with each file, before anything is written: same, create, change, or refuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from . import assets, rules
from .discovery import Found, digest_of, digest_on_disk, read_assets, read_content
from .models import ImportedFile
from .parse import parse
from .planned import Planned, subject_of
from .report import Outcome, Report
from .source import ArticleSource, Refused, Source, SupplementsSource
from .state import State, Subject

Progress = Callable[[str], None]


@dataclass(slots=True)
class Plan:
    """Files in the order in which they are written, and records whose files are gone."""

    items: list[Planned] = field(default_factory=list)
    gone: list[ImportedFile] = field(default_factory=list)


def make_plan(
    files: Sequence[Found],
    folders: Iterable[str],
    state: State,
    report: Report,
    *,
    publish: bool,
    progress: Progress,
) -> Plan:
    """Read, parse and check every file; refusals go to the report, file by file."""
    candidates: list[Planned] = []
    seen: dict[Subject, list[Found]] = defaultdict(list)
    for found in files:
        try:
            taken = _take(found, state, publish=publish)
        except Refused as refused:
            report.reject(found.shown, line=refused.line, message=refused.message)
        else:
            if isinstance(taken, Planned):
                candidates.append(taken)
                seen[taken.subject].append(found)
            else:
                report.note(Outcome.SAME, found.shown)
                seen[taken].append(found)
        progress(found.shown)
    unique = _without_doubles(candidates, seen, report)
    items = rules.acceptable(unique, state, report, publish=publish)
    items.sort(key=_order)
    return Plan(items, _gone(folders, state, seen, report))


def _take(found: Found, state: State, *, publish: bool) -> Planned | Subject:
    """A file to write, or only its subject if it is the same as last time."""
    content = read_content(found)
    record = state.by_place.get((found.folder, found.relative))
    if (
        record is not None
        and _is_settled(record, state, publish=publish)
        and digest_on_disk(found, content, record.assets) == record.digest
    ):
        return record.subject
    source = parse(content, path=found.shown)
    names = assets.local_files(source)
    files = read_assets(found, names)
    assets.check_files(source, files)
    digest = digest_of(content, files)
    subject = subject_of(source)
    record = state.by_subject.get(subject)
    if (
        record is not None
        and record.digest == digest
        and _is_settled(record, state, publish=publish)
    ):
        return subject
    return Planned(found, source, digest, _pages_of(source, state))


def _is_settled(record: ImportedFile, state: State, *, publish: bool) -> bool:
    """Whether what the record says was written is still there, and published if it should be."""
    if publish and not record.published:
        return False
    return all(page_id in state.pages for page_id, _revision in record.pages.values())


def _pages_of(source: Source, state: State) -> dict[str, int]:
    if isinstance(source, ArticleSource):
        held = state.keys.get(source.key, {}).get(source.language)
        return {"": held.page_id} if held else {}
    known = state.supplements.get(subject_of(source), {})
    return {item.id: known[item.id] for item in source.supplements if item.id in known}


def _without_doubles(
    candidates: list[Planned], seen: dict[Subject, list[Found]], report: Report
) -> list[Planned]:
    """Of files about the same subject none is taken; each refusal names the others."""
    unique = []
    for item in candidates:
        others = [other.shown for other in seen[item.subject] if other != item.found]
        if not others:
            unique.append(item)
            continue
        report.reject(
            item.found.shown,
            line=rules.line_of(item.source, "key", "article"),
            message=f"{'/'.join(filter(None, item.subject))} is also in {', '.join(others)}; "
            "allowed is one file for each key and language",
        )
    for subject, found in seen.items():
        if len(found) > 1:
            _reject_settled_doubles(subject, found, report)
    return unique


def _reject_settled_doubles(subject: Subject, found: list[Found], report: Report) -> None:
    for item in found:
        if item.shown in report.same:
            others = ", ".join(other.shown for other in found if other != item)
            report.same.remove(item.shown)
            report.reject(
                item.shown,
                line=1,
                message=f"{'/'.join(filter(None, subject))} is also in {others}; "
                "allowed is one file for each key and language",
            )


def _order(item: Planned) -> tuple[int, str]:
    """Source languages, then translations, then supplements."""
    if isinstance(item.source, SupplementsSource):
        return 2, item.found.shown
    return int(item.source.language != "sv"), item.found.shown


def _gone(
    folders: Iterable[str], state: State, seen: dict[Subject, list[Found]], report: Report
) -> list[ImportedFile]:
    """Records of these folders whose file is no longer there; a refused file is still there."""
    asked = set(folders)
    refused = {rejection.path for rejection in report.rejected}
    return [
        record
        for record in state.by_subject.values()
        if record.folder in asked
        and record.digest
        and record.subject not in seen
        and not any(path.endswith(record.path) for path in refused)
    ]
