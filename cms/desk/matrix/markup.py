"""The table as HTML. Pure, and written by hand: a template would be asked 21,000 times.

An empty cell is nine bytes. The sign before a cell's number is its class's, in matrix.css; the
words behind the number are for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.desk.matrix.cells import (
    URGENCY,
    Cell,
    CellState,
    Line,
    Matrix,
    by_region,
    has_declined,
)
from cms.desk.matrix.wording import HAS_DECLINED, STATE_WORDS, shares
from cms.desk.names import kind_name

EMPTY = "<td></td>"
Address = Callable[[str, str], str | None]
"""(key, region) → where its cell leads."""


def css_class(state: CellState) -> str:
    return f"s{URGENCY[state]}"


def table(matrix: Matrix, address: Address) -> SafeString:
    """Head with the regions' sums, and a row for each article."""
    return SafeString("".join([_head(matrix), "<tbody>", *_rows(matrix, address), "</tbody>"]))


def _head(matrix: Matrix) -> str:
    names = [_("Article"), _("Regions")]
    headings = [f"<th scope=col>{escape(name)}</th>" for name in names]
    headings += [
        f"<th scope=col class=r><span>{escape(column.name)}</span></th>"
        for column in matrix.columns
    ]
    sums = by_region(matrix)
    supplements = _sums(_("Published supplements"), [one.supplements for one in sums])
    unsettled = _sums(_("Of them to attend to"), [one.unsettled for one in sums])
    return f"<thead><tr>{''.join(headings)}</tr>{supplements}{unsettled}</thead>"


def _sums(heading: str, numbers: list[int]) -> str:
    cells = "".join(f"<td>{number}</td>" for number in numbers)
    # Nothing beneath what counts regions: these are supplements.
    return f"<tr><th scope=row>{escape(heading)}: {sum(numbers)}</th>{EMPTY}{cells}</tr>"


def _rows(matrix: Matrix, address: Address) -> Iterator[str]:
    pieces = Pieces()
    declined = f"<td class=d><i>{escape(HAS_DECLINED)}</i></td>"
    kinds = {line.article.kind for line in matrix.lines}
    names = {kind: escape(kind_name(kind)) for kind in kinds}
    for line in matrix.lines:
        yield f"<tr><th scope=row>{_title(line)}<small>{names[line.article.kind]}</small></th>"
        yield f"<td>{line.regions}</td>"
        for column, cell in zip(matrix.columns, line.cells, strict=True):
            if cell:
                yield pieces.cell(cell, address(line.article.key, column.code))
            else:
                yield declined if has_declined(column, line.article) else EMPTY
        yield "</tr>"


def _title(line: Line) -> str:
    title = escape(line.article.title)
    url = line.article.url
    return f'<a href="{escape(url)}">{title}</a>' if url else title


class Pieces:
    """What stands around a cell's address, made once for each of the few cells that differ."""

    def __init__(self) -> None:
        self._known: dict[Cell, tuple[str, str]] = {}

    def cell(self, cell: Cell, url: str | None) -> str:
        if cell not in self._known:
            self._known[cell] = _around(cell)
        before, words = self._known[cell]
        inside = f'<a href="{escape(url)}">{words}</a>' if url else words
        return f"{before}{inside}</td>"


def _around(cell: Cell) -> tuple[str, str]:
    begins = f"<td class={css_class(cell[0])}"
    if len(set(cell)) == 1:
        return f"{begins}>", f"{len(cell)}<i> {escape(STATE_WORDS[cell[0]])}</i>"
    said = escape(shares(cell))
    return f'{begins} title="{said}">', f"{len(cell)}<i>: {said}</i>"
