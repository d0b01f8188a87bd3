"""Articles × regions as cells, and what is counted of them. Pure.

A supplement is in one state; a cell shows the most urgent one of its supplements, and all count.
Most urgent is what readers lack for their safety's sake, then what they may be misled by, then
what is no longer there by its region's own decision, then what soon will not hold.

================  ========================================  ======================================
state             when                                      why it stands there
================  ========================================  ======================================
withheld          a safety change at its place              readers do not get what they need
anchor-lost       the text that it was written for is gone  readers get it, at a place that is not
                                                            its own
national-changed  that text says something else             readers get it; the two may contradict
expired           its last day has passed                   readers get nothing, as decided before
due               current, but to be reviewed, or over,     nothing is wrong yet
                  within `concerns.WARNING_MONTHS` months
current           none of these                             –
================  ========================================  ======================================

What has expired is that alone, whatever happened to the text, as in `staleness`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from region_overlays.staleness import Status, has_expired


class CellState(StrEnum):
    """From the most urgent."""

    WITHHELD = "withheld"
    LOST = "anchor-lost"
    CHANGED = "national-changed"
    EXPIRED = "expired"
    DUE = "due"
    CURRENT = "current"


URGENCY = {state: place for place, state in enumerate(CellState)}
UNSETTLED = frozenset({CellState.WITHHELD, CellState.LOST, CellState.CHANGED, CellState.EXPIRED})
"""Those that their region has to look at: `SupplementStanding.objects.unsettled()`."""
OF_STATUS = {
    Status.ANCHOR_LOST: CellState.LOST,
    Status.NATIONAL_CHANGED: CellState.CHANGED,
}

Cell = tuple[CellState, ...]
"""The states of a region's supplements to an article, the most urgent first."""
NOTHING: Cell = ()


class Published(NamedTuple):
    """What is read of a published supplement, in the order of the query."""

    key: str
    region: str
    status: str
    is_withheld: bool
    review_by: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A region."""

    code: str
    name: str
    kinds: frozenset[str]
    """The kinds that it takes part in."""


@dataclass(frozen=True, slots=True)
class Article:
    key: str
    kind: str
    title: str
    area: str
    url: str | None
    """Where its title leads."""


@dataclass(frozen=True, slots=True)
class Line:
    article: Article
    cells: tuple[Cell, ...]
    """One for each column, in their order."""

    @property
    def regions(self) -> int:
        """How many have something."""
        return sum(1 for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Matrix:
    columns: Sequence[Column]
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Sum:
    """Of a region's supplements."""

    supplements: int
    unsettled: int


def state_of(one: Published, today: date, soon: date) -> CellState:
    """`soon` is the last day on which what is due is told."""
    if has_expired(one.valid_until, today):
        return CellState.EXPIRED
    if one.is_withheld:
        return CellState.WITHHELD
    unsettled = OF_STATUS.get(Status(one.status))
    if unsettled is not None:
        return unsettled
    ends = [day for day in (one.review_by, one.valid_until) if day is not None]
    return CellState.DUE if ends and min(ends) <= soon else CellState.CURRENT


def cells_of(
    supplements: Iterable[Published], *, today: date, soon: date
) -> dict[tuple[str, str], Cell]:
    """(key, region) → its cell; those that have nothing are not there."""
    held: dict[tuple[str, str], list[CellState]] = defaultdict(list)
    for one in supplements:
        held[one.key, one.region].append(state_of(one, today, soon))
    return {place: tuple(sorted(states, key=URGENCY.__getitem__)) for place, states in held.items()}


def lines_of(
    articles: Iterable[Article],
    columns: Sequence[Column],
    cells: Mapping[tuple[str, str], Cell],
) -> list[Line]:
    codes = [column.code for column in columns]
    return [
        Line(article, tuple(cells.get((article.key, code), NOTHING) for code in codes))
        for article in articles
    ]


def with_state(lines: Iterable[Line], state: CellState | None) -> list[Line]:
    """Those where some region has a supplement in that state; None: where no region has any."""
    if state is None:
        return [line for line in lines if not line.regions]
    return [line for line in lines if any(state in cell for cell in line.cells)]


def has_declined(column: Column, article: Article) -> bool:
    """Whether the region takes no part in articles of that kind."""
    return article.kind not in column.kinds


def by_state(matrix: Matrix) -> dict[CellState, int]:
    """How many supplements are in each state, those of none included."""
    found = Counter(state for line in matrix.lines for cell in line.cells for state in cell)
    return {state: found[state] for state in CellState}


def by_region(matrix: Matrix) -> list[Sum]:
    """For each column."""
    return [
        _sum_of([line.cells[place] for line in matrix.lines])
        for place in range(len(matrix.columns))
    ]


def _sum_of(cells: Sequence[Cell]) -> Sum:
    return Sum(
        supplements=sum(map(len, cells)),
        unsettled=sum(state in UNSETTLED for cell in cells for state in cell),
    )
