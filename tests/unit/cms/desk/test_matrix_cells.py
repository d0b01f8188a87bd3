"""The matrix's cells: which state shows, and what is counted."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from cms.desk.matrix.cells import (
    NOTHING,
    UNSETTLED,
    URGENCY,
    Article,
    Cell,
    CellState,
    Column,
    Line,
    Matrix,
    Published,
    Sum,
    by_region,
    by_state,
    cells_of,
    has_declined,
    lines_of,
    state_of,
    with_state,
)
from region_overlays.staleness import Status

TODAY, SOON = date(2026, 11, 24), date(2027, 2, 24)
WITHHELD, LOST, CHANGED, EXPIRED, DUE, CURRENT = CellState
COLUMNS = [
    Column("12", "Skåne", frozenset({"knowledge-support", "youth-page"})),
    Column("14", "Västra Götaland", frozenset({"knowledge-support"})),
]


def published(
    status: Status = Status.CURRENT, *, key: str = "katarakt", region: str = "14", **said: Any
) -> Published:
    return Published(
        key,
        region,
        status,
        said.get("is_withheld", False),
        said.get("review_by"),
        said.get("valid_until"),
    )


def article(key: str = "katarakt", kind: str = "knowledge-support") -> Article:
    return Article(key, kind, key.capitalize(), "", None)


def line(*cells: Cell) -> Line:
    return Line(article(), cells)


@pytest.mark.parametrize(
    ("status", "said", "state"),
    [
        (Status.CURRENT, {}, CURRENT),
        (Status.NATIONAL_CHANGED, {}, CHANGED),
        (Status.ANCHOR_LOST, {}, LOST),
        (Status.NATIONAL_CHANGED, {"is_withheld": True}, WITHHELD),
        (Status.ANCHOR_LOST, {"is_withheld": True}, WITHHELD),
        (Status.CURRENT, {"valid_until": date(2026, 11, 23)}, EXPIRED),
        (Status.CURRENT, {"valid_until": TODAY}, DUE),
        (Status.CURRENT, {"valid_until": SOON}, DUE),
        (Status.CURRENT, {"valid_until": date(2027, 2, 25)}, CURRENT),
        (Status.CURRENT, {"review_by": date(2020, 1, 1)}, DUE),
        (Status.CURRENT, {"review_by": SOON}, DUE),
        (Status.CURRENT, {"review_by": date(2027, 2, 25)}, CURRENT),
        (Status.CURRENT, {"review_by": SOON, "valid_until": date(2030, 1, 1)}, DUE),
        (Status.CURRENT, {"review_by": date(2030, 1, 1), "valid_until": SOON}, DUE),
        (Status.NATIONAL_CHANGED, {"review_by": date(2020, 1, 1)}, CHANGED),
        (Status.ANCHOR_LOST, {"review_by": date(2020, 1, 1)}, LOST),
        (Status.ANCHOR_LOST, {"valid_until": date(2020, 1, 1)}, EXPIRED),
        (
            Status.NATIONAL_CHANGED,
            {"valid_until": date(2020, 1, 1), "is_withheld": True},
            EXPIRED,
        ),
    ],
    ids=str,
)
def test_a_supplement_is_in_one_state(
    status: Status, said: dict[str, Any], state: CellState
) -> None:
    assert state_of(published(status, **said), TODAY, SOON) is state


def test_the_order_of_urgency() -> None:
    assert sorted(CellState, key=URGENCY.__getitem__) == [
        *(WITHHELD, LOST, CHANGED, EXPIRED, DUE, CURRENT)
    ]
    assert set(CellState) - UNSETTLED == {DUE, CURRENT}


OF_STATE = {
    WITHHELD: published(Status.NATIONAL_CHANGED, is_withheld=True),
    LOST: published(Status.ANCHOR_LOST),
    CHANGED: published(Status.NATIONAL_CHANGED),
    EXPIRED: published(valid_until=date(2020, 1, 1)),
    DUE: published(review_by=TODAY),
    CURRENT: published(),
}


@pytest.mark.parametrize(("worse", "better"), list(pairwise(CellState)))
def test_the_more_urgent_shows_whichever_comes_first(worse: CellState, better: CellState) -> None:
    for states in ([worse, better], [better, worse]):
        found = cells_of([OF_STATE[state] for state in states], today=TODAY, soon=SOON)
        assert found == {("katarakt", "14"): (worse, better)}


def test_each_article_and_region_has_a_cell_of_its_own() -> None:
    supplements = [
        published(),
        published(Status.ANCHOR_LOST),
        published(region="12"),
        published(key="glaukom"),
    ]
    cells = cells_of(supplements, today=TODAY, soon=SOON)
    lines = lines_of([article("glaukom"), article(), article("karies")], COLUMNS, cells)
    assert [one.cells for one in lines] == [
        (NOTHING, (CURRENT,)),
        ((CURRENT,), (LOST, CURRENT)),
        (NOTHING, NOTHING),
    ]
    assert [one.regions for one in lines] == [1, 2, 0]


def test_a_supplement_to_no_article_of_the_list_is_nowhere() -> None:
    cells = cells_of([published(key="borta")], today=TODAY, soon=SOON)
    assert [one.cells for one in lines_of([article()], COLUMNS, cells)] == [(NOTHING, NOTHING)]


@pytest.mark.parametrize(
    ("state", "found"), [(LOST, [0]), (CURRENT, [0, 1]), (DUE, []), (None, [2])], ids=str
)
def test_lines_with_a_state_even_where_another_shows(
    state: CellState | None, found: list[int]
) -> None:
    lines = [line((LOST, CURRENT), NOTHING), line(NOTHING, (CURRENT,)), line(NOTHING, NOTHING)]
    assert with_state(lines, state) == [lines[place] for place in found]


def test_what_is_counted() -> None:
    matrix = Matrix(
        COLUMNS, [line((WITHHELD, EXPIRED, CURRENT), (DUE,)), line((CURRENT, CURRENT), NOTHING)]
    )
    assert by_state(matrix) == {
        **dict.fromkeys(CellState, 0),
        WITHHELD: 1,
        EXPIRED: 1,
        DUE: 1,
        CURRENT: 3,
    }
    assert by_region(matrix) == [Sum(supplements=5, unsettled=2), Sum(supplements=1, unsettled=0)]


def test_nothing_is_counted_too() -> None:
    assert by_region(Matrix(COLUMNS, [])) == [Sum(0, 0), Sum(0, 0)]
    assert set(by_state(Matrix([], [])).values()) == {0}


def test_a_region_declines_a_kind() -> None:
    skane, vastra_gotaland = COLUMNS
    youth = article(kind="youth-page")
    assert has_declined(vastra_gotaland, youth)
    assert not has_declined(skane, youth)
    assert not has_declined(vastra_gotaland, article())
