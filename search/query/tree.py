"""The neutral tree: groups of weighted alternatives over fields, and filters.

A document's score is the sum over the groups of its best alternative there, plus a bonus for each
group that it matches. Engines compile the tree; none of them sees the reader's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What is indexed of an article."""

    TITLE = "title"
    HEADINGS = "headings"
    SUMMARY = "summary"
    BODY = "body"
    KEYWORDS = "keywords"
    REGIONAL = "regional"
    """The chosen region's supplements; of no region unless one is chosen."""
    CODES = "codes"
    ANCESTORS = "ancestors"
    CATEGORIES = "categories"
    """Numbers, see `analysis.codes.category_number`."""


@dataclass(frozen=True, slots=True)
class Term:
    """A token in a field."""

    field: Field
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class CodeRange:
    """Any category from `first` to `last`."""

    first: int
    last: int
    weight: float


Alternative = Term | CodeRange


@dataclass(frozen=True, slots=True)
class Group:
    """One thing that is looked for, in every way that it may be found.

    `tokens` are those that show it in running text, for highlights.
    """

    alternatives: tuple[Alternative, ...]
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What a document must be; None asks for nothing."""

    language: str = "sv"
    audience: str | None = None
    kind: str | None = None
    care_level: str | None = None
    age: int | None = None
    programme_area: str | None = None
    diagnosis: Group | None = None
    shown_at: int | None = None
    """Seconds since 1970: a moment at which it is shown."""


@dataclass(frozen=True, slots=True)
class Query:
    """Groups, of which `required` must match, among documents that pass the filters."""

    groups: tuple[Group, ...]
    filters: Filters
    required: int = 1
    region: str | None = None
    """Two-digit code: whose supplements count."""
    coverage: float = 2.0
    """The bonus for each group that a document matches."""
