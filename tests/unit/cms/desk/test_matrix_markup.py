"""The matrix as HTML: short, escaped, and in words for those who do not see its signs."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from cms.desk.matrix.cells import NOTHING, Article, Cell, CellState, Column, Line, Matrix
from cms.desk.matrix.markup import css_class, table
from cms.desk.matrix.wording import EXPLANATIONS, STATE_WORDS, told

WITHHELD, LOST, CHANGED, EXPIRED, DUE, CURRENT = CellState
KIND = "knowledge-support"
SKANE = Column("12", "Skåne", frozenset({KIND}))
GOTLAND = Column("09", "Gotland", frozenset())


@pytest.fixture(autouse=True)
def swedish() -> Any:
    with translation.override("sv"):
        yield


def line(
    *cells: Cell, title: str = "Katarakt", key: str = "katarakt", url: str | None = None
) -> Line:
    return Line(Article(key, KIND, title, "", url), cells)


def made(*lines: Line, columns: tuple[Column, ...] = (SKANE,), linked: bool = False) -> Any:
    def address(key: str, region: str) -> str | None:
        return f"/till/?region={region}&q={key}" if linked else None

    html = table(Matrix(columns, lines), address)
    return BeautifulSoup(f"<table>{html}</table>", "html.parser")


def cells(soup: Any) -> list[Any]:
    """Those of the body, without the number of regions."""
    return [cell for row in soup.tbody("tr") for cell in row("td")[1:]]


@pytest.mark.parametrize("state", CellState)
def test_a_cell_says_number_and_state_in_words(state: CellState) -> None:
    [cell] = cells(made(line((state, state))))
    assert cell.get_text() == f"2 {STATE_WORDS[state]}"
    assert cell["class"] == [css_class(state)]


def test_every_state_has_a_sign_words_and_an_explanation_of_its_own() -> None:
    assert len({css_class(state) for state in CellState}) == len(CellState)
    assert len({str(STATE_WORDS[state]) for state in CellState}) == len(CellState)
    assert set(EXPLANATIONS) == set(STATE_WORDS) == set(CellState)


def test_a_cell_of_several_states_shows_the_first_and_tells_all() -> None:
    [cell] = cells(made(line((LOST, CURRENT, CURRENT))))
    words = "1 plats borta, 2 gäller"
    assert cell["class"] == [css_class(LOST)]
    assert cell["title"] == words
    assert cell.get_text() == f"3: {words}"


def test_nothing_is_nothing_and_declined_is_said() -> None:
    nothing, declined = cells(made(line(NOTHING, NOTHING), columns=(SKANE, GOTLAND)))
    assert nothing.get_text() == ""
    assert nothing.attrs == {}
    assert declined.get_text() == "deltar inte"
    assert declined["class"] == ["d"]


def test_what_was_published_before_a_region_declined_is_shown() -> None:
    [cell] = cells(made(line((CURRENT,)), columns=(GOTLAND,)))
    assert cell.get_text() == "1 gäller"


def test_a_cell_leads_to_its_supplements() -> None:
    [cell] = cells(made(line((CURRENT,)), linked=True))
    assert cell.a["href"] == "/till/?region=12&q=katarakt"
    assert cell.a.get_text() == "1 gäller"
    [cell] = cells(made(line((CURRENT,))))
    assert cell.a is None


def test_head_and_rows_are_headings() -> None:
    soup = made(line((CURRENT,), (CHANGED, CURRENT)), columns=(SKANE, GOTLAND))
    names, supplements, unsettled = [
        [cell.get_text() for cell in row(["th", "td"])] for row in soup.thead("tr")
    ]
    assert names == ["Artikel", "Regioner", "Skåne", "Gotland"]
    assert supplements == ["Publicerade tillägg: 3", "", "1", "2"]
    assert unsettled == ["Varav att ta hand om: 1", "", "0", "1"]
    assert {heading["scope"] for heading in soup.thead.tr("th")} == {"col"}
    [row] = soup.tbody("tr")
    assert row.th["scope"] == "row"
    assert row.th.get_text(" ") == "Katarakt Kunskapsstöd"
    assert row.td.get_text() == "2"


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "\"&amp;'", "a</th><td>"])
def test_words_are_text(words: str) -> None:
    column = Column("12", words, frozenset())
    soup = made(line(NOTHING, title=words, url=f'/"{words}'), columns=(column,))
    assert soup.script is None
    assert soup.tbody.th.a.get_text() == words
    assert soup.tbody.th.a["href"] == f'/"{words}'
    assert soup.thead.tr("th")[-1].get_text() == words


def test_a_thousand_articles_with_three_fifths_filled_are_below_two_megabytes() -> None:
    columns = tuple(Column(f"{code:02}", f"Region {code}", frozenset({KIND})) for code in range(21))
    held: list[Cell] = [NOTHING, NOTHING, (CURRENT,), (DUE,), (CHANGED, CURRENT)]
    lines = [
        line(*(held[(row + place) % 5] for place in range(21)), key=f"artikel-{row}", url="/x/")
        for row in range(1000)
    ]
    html = table(
        Matrix(columns, lines),
        lambda key, region: f"/admin/desk/supplements/?region={region}&q={key}",
    )
    assert len(html.encode()) < 2_000_000


def test_words_for_a_file() -> None:
    assert told(NOTHING) == ""
    assert told((CURRENT,)) == "1, gäller"
    assert told((CHANGED, CHANGED)) == "2, nationell text ändrad"
    assert told((LOST, DUE, DUE)) == "3: 1 plats borta, 2 ska snart ses över"
