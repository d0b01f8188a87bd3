"""A file that is to be written."""

from __future__ import annotations

from dataclasses import dataclass

from .discovery import Found
from .models import ImportedFile
from .report import Outcome
from .source import ArticleSource, Source, part_names
from .state import State, Subject


@dataclass(frozen=True, slots=True)
class Planned:
    """A file to write; `pages` are those it will change (part's last name → page id)."""

    found: Found
    source: Source
    digest: str
    pages: dict[str, int]

    @property
    def subject(self) -> Subject:
        return subject_of(self.source)

    @property
    def outcome(self) -> Outcome:
        return Outcome.CHANGED if self.pages else Outcome.CREATED


def subject_of(source: Source) -> Subject:
    """What the file is about: two files about the same are both refused."""
    if isinstance(source, ArticleSource):
        return source.key, source.language, ""
    return source.article, source.language, source.region


def pages_of(source: Source, state: State) -> dict[str, int]:
    """The pages that there are of what the file holds."""
    if isinstance(source, ArticleSource):
        held = state.keys.get(source.key, {}).get(source.language)
        return {"": held.page_id} if held else {}
    known = state.supplements.get(subject_of(source), {})
    return {item.id: known[item.id] for item in source.supplements if item.id in known}


def is_settled(record: ImportedFile, digest: str | None, state: State, *, publish: bool) -> bool:
    """Whether what the file says is what was written, is there, and is published if it should."""
    return (
        record.digest == digest
        and (record.published or not publish)
        and all(page_id in state.pages for page_id, _revision in record.pages.values())
    )


def dropped_by(source: Source, record: ImportedFile) -> dict[str, list[int]]:
    """Parts that earlier versions of the file held and this one does not."""
    return {
        part: written
        for part, written in (record.dropped | record.pages).items()
        if part not in part_names(source)
    }
