"""A file that is to be written."""

from __future__ import annotations

from dataclasses import dataclass

from .discovery import Found
from .report import Outcome
from .source import ArticleSource, Source
from .state import Subject


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
