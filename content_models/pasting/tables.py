"""A copied table → a grid without merged cells, with its headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from bs4 import Tag

from content_models.pasting import styles
from content_models.pasting.pieces import Heading, Item, Noted, Paragraph, Piece, Table, TooMuch
from content_models.pasting.plain import text_of

MAX_COLUMNS = 50
MAX_CELLS = 5_000


@dataclass(frozen=True, slots=True)
class Words:
    """What a cell says."""

    pieces: Sequence[Piece]
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Cell:
    tag: Tag
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows as they are seen: a merged cell stands in each of its places."""

    rows: list[list[Cell]]
    head: int
    """How many rows the table itself says are its head."""
    is_merged: bool
    caption: Tag | None


ReadCell = Callable[[Tag], Words]


def grid_of(table: Tag) -> Grid:
    """Raises TooMuch."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    shown = [row for row in rows if not styles.gone(row, styles.style_of(row))[0]]
    head = [row for row in shown if _is_head(row)]
    filled, is_merged = _filled(shown)
    return Grid(filled, len(head), is_merged, table.find("caption", recursive=False))


def _is_head(row: Tag) -> bool:
    in_head = row.parent is not None and row.parent.name == "thead"
    return in_head and row.find(["td", "th"], recursive=False) is not None


def _filled(rows: Sequence[Tag]) -> tuple[list[list[Cell]], bool]:
    grid: list[list[Cell]] = []
    hanging: dict[int, tuple[int, Cell]] = {}
    """Column → how many more rows a cell from above stands in, and the cell."""
    is_merged, cells = False, 0
    for row in rows:
        filled: list[Cell] = []
        for tag in row.find_all(["td", "th"], recursive=False):
            _hang(filled, hanging)
            across, down = _span(tag, "colspan"), _span(tag, "rowspan")
            is_merged = is_merged or across > 1 or down > 1
            for _column in range(across):
                if down > 1:
                    hanging[len(filled)] = (down - 1, Cell(tag, tag.name == "th"))
                filled.append(Cell(tag, tag.name == "th"))
        _hang(filled, hanging)
        cells += len(filled)
        if len(filled) > MAX_COLUMNS:
            raise TooMuch("columns", MAX_COLUMNS)
        if cells > MAX_CELLS:
            raise TooMuch("cells", MAX_CELLS)
        if filled:
            grid.append(filled)
    return grid, is_merged


def _hang(filled: list[Cell], hanging: dict[int, tuple[int, Cell]]) -> None:
    """The cells from above that stand here, until there is room again."""
    while len(filled) in hanging:
        column = len(filled)
        left, cell = hanging.pop(column)
        if left > 1:
            hanging[column] = (left - 1, cell)
        filled.append(cell)


def _span(tag: Tag, name: str) -> int:
    # More rows than the table has do no harm; more columns than allowed are refused.
    return max(1, min(styles.whole(str(tag.get(name) or "")) or 1, MAX_COLUMNS + 1))


def table_of(grid: Grid, read: ReadCell, noted: Counter[Noted]) -> Table:
    """The table; what a cell says is read once, wherever it stands."""
    words: dict[int, Words] = {}
    for row in grid.rows:
        for cell in row:
            if id(cell.tag) not in words:
                words[id(cell.tag)] = read(cell.tag)
    rows = [[(cell, words[id(cell.tag)]) for cell in row] for row in grid.rows]
    # What is dropped above must not make a row of doses into headings.
    kept = [any(said.pieces for _cell, said in row) for row in rows]
    marked = sum(kept[: grid.head])
    rows = [row for row, keep in zip(rows, kept, strict=True) if keep]
    head = min(marked or int(_has_headings(rows)), len(rows))
    width = max((len(row) for row in rows), default=0)
    noted[Noted.MERGED_CELLS] += grid.is_merged
    noted[Noted.NO_HEADINGS] += head == 0
    return Table(
        " ".join(_texts(read(grid.caption).pieces)) if grid.caption else "",
        tuple(_heading(rows[:head], column) for column in range(width)),
        tuple(tuple(_cells(row, width)) for row in rows[head:]),
    )


def _has_headings(rows: Sequence[Sequence[tuple[Cell, Words]]]) -> bool:
    """The first row's cells are marked as headings, or alone in being bold."""
    if not rows:
        return False
    if all(cell.is_heading for cell, _said in rows[0]):
        return True
    return len(rows) > 1 and _all_bold(rows[0]) and not _all_bold(rows[1])


def _all_bold(row: Sequence[tuple[Cell, Words]]) -> bool:
    said = [words for _cell, words in row if words.pieces]
    return bool(said) and all(words.is_bold for words in said)


def _heading(rows: Sequence[Sequence[tuple[Cell, Words]]], column: int) -> str:
    said = [" ".join(_texts(row[column][1].pieces)) for row in rows if column < len(row)]
    return " – ".join(dict.fromkeys(text for text in said if text))


def _cells(row: Sequence[tuple[Cell, Words]], width: int) -> Iterator[str]:
    for _cell, said in row:
        yield "".join(_paragraphs(said.pieces))
    yield from [""] * (width - len(row))


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[str]:
    """Lists and tables in a cell come out as lines."""
    number = 0
    for piece in pieces:
        number = number + 1 if isinstance(piece, Item) and piece.ordered else 0
        if isinstance(piece, Item):
            yield f"<p>{f'{number}.' if piece.ordered else '–'} {piece.html}</p>"
        elif isinstance(piece, Paragraph):
            yield f"<p>{piece.html}</p>"
        elif isinstance(piece, Heading):
            yield f"<p><b>{_escaped(piece.text)}</b></p>"
        else:
            yield from _lines(piece)


def _lines(table: Table) -> Iterator[str]:
    for text in (table.caption, " – ".join(filter(None, table.headings))):
        if text:
            yield f"<p>{_escaped(text)}</p>"
    for row in table.rows:
        yield from (cell for cell in row if cell)


def _texts(pieces: Sequence[Piece]) -> Iterator[str]:
    """The words alone, for what is plain text."""
    for html in _paragraphs(pieces):
        yield text_of(html)


def _escaped(text: str) -> str:
    return escape(text, quote=False)
