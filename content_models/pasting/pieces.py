"""What a clipboard holds once everything but headings, paragraphs, lists and tables is gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Noted(StrEnum):
    """What the editor is told of: what is gone, and what came out in another way."""

    IMAGE = "image"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    DELETION = "deletion"
    """Struck out by somebody who tracked changes."""
    HIDDEN = "hidden"
    MERGED_CELLS = "merged-cells"
    """A table; what a merged cell says stands in each of the cells that it was merged from."""
    NO_HEADINGS = "no-headings"
    """A table whose first row could not be told to be its headings."""
    RAISED = "raised"
    """Raised or lowered letters that there are no signs for."""
    LONG_HEADING = "long-heading"
    """It stands as a paragraph."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1 to 6, as it was copied."""
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    html: str
    """What stands inside: text, <b>, <i>, <a href> and <br/>."""


@dataclass(frozen=True, slots=True)
class Item:
    """Of a list: neighbours make one."""

    depth: int
    """0 for the outermost list."""
    ordered: bool
    html: str


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    headings: tuple[str, ...]
    """Plain text, one for each column; empty where there are none."""
    rows: tuple[tuple[str, ...], ...]
    """Cells as paragraphs, each row as wide as `headings`."""


Piece = Heading | Paragraph | Item | Table


class TooMuch(ValueError):
    """More than can be pasted at once; `what` is `size`, `nesting`, `columns` or `cells`."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"{what}: more than {limit}")
        self.what = what
        self.limit = limit
