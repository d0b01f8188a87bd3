"""What a Markdown file says, as values: no ORM, no clock, no file system beyond the path."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

BlockType = Literal[
    "text",
    "list",
    "table",
    "image",
    "video",
    "exercise",
    "facts",
    "warning",
    "links",
    "contact",
    "document",
]


@dataclass(frozen=True, slots=True)
class Approved:
    """The approval that the front matter names."""

    date: date
    by: str


@dataclass(frozen=True, slots=True)
class Ages:
    """Whole years, both ends included."""

    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Block:
    """One top-level Markdown node of a section.

    `html` is sanitised and holds citations as the literal text `[^label]`; it is empty for
    image, video and document. `attributes` holds what the container's line or the image gave:
    image: src, alt, caption; video: src, captions, transcript, title; document: src, title;
    facts, warning, exercise, links, contact: title.
    `source` is the block's Markdown, without the care-level container around it.
    """

    type: BlockType
    html: str = ""
    care_levels: tuple[str, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    source: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of level 2 or 3 and what follows until the next one."""

    id: str
    title: str
    level: Literal[2, 3]
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote's definition; `html` is sanitised inline HTML."""

    label: str
    html: str
    source: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class QuickLink:
    """`region` is a two-digit code; None is for every region."""

    label: str
    url: str
    region: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a start page."""

    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """One article in one language."""

    path: str
    kind: str
    key: str
    language: str
    title: str
    summary: str
    diagnosis_codes: tuple[str, ...]
    programme_area: str | None
    care_levels: tuple[str, ...]
    approved: Approved | None
    review_by: date | None
    counterpart: str | None
    keywords: tuple[str, ...]
    change_class: str
    change_note: str
    ages: Ages | None
    reading: str | None
    perspective: str | None
    adaptations: tuple[str, ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    audience: str | None = None
    """Only kinds that both audiences have say it."""
    show_from: datetime | None = None
    show_until: datetime | None = None
    search_prompt: str = ""
    quick_links: tuple[QuickLink, ...] = ()
    cards: tuple[Card, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    """Front matter member → its line, for refusals that only the database can raise."""


@dataclass(frozen=True, slots=True)
class SupplementSource:
    """One `::: supplement` container. `care_levels` is None when the anchor decides."""

    id: str
    at: str
    after: int | None
    care_levels: tuple[str, ...] | None
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]
    line: int


@dataclass(frozen=True, slots=True)
class SupplementsSource:
    """One region's supplements to one article in one language."""

    path: str
    article: str
    language: str
    region: str
    """Two-digit code."""
    approved: Approved | None
    review_by: date | None
    valid_until: date | None
    change_class: str
    change_note: str
    supplements: tuple[SupplementSource, ...]
    lines: dict[str, int] = field(default_factory=dict)


Source = ArticleSource | SupplementsSource


def line_of(source: Source, *names: str) -> int:
    """The line of the first of these front matter members that the file has, else 1."""
    return next((source.lines[name] for name in names if name in source.lines), 1)


def part_names(source: Source) -> list[str]:
    """The names of the parts that a file holds: `katarakt/sv`, `katarakt/sv/14/utredning`."""
    if isinstance(source, ArticleSource):
        return [f"{source.key}/{source.language}"]
    article = f"{source.article}/{source.language}/{source.region}"
    return [f"{article}/{item.id}" for item in source.supplements]


class Refused(Exception):
    """A file that cannot be taken; `line` is None only where the whole file is at fault."""

    def __init__(self, message: str, *, line: int | None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
