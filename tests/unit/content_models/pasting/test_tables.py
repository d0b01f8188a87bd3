"""Tables from elsewhere: headings, merged cells, what stands inside cells, and what is too much."""

from __future__ import annotations

import pytest

from content_models.pasting.conversion import convert
from content_models.pasting.pieces import Noted, Paragraph, Table, TooMuch


def table(html: str) -> Table:
    (found,) = convert(f"<table>{html}</table>").pieces
    assert isinstance(found, Table)
    return found


def test_two_rows_of_headings_are_joined() -> None:
    head = "<tr><th rowspan=2>A</th><th colspan=2>Dos</th></tr><tr><th>Barn</th><th>Vuxna</th></tr>"
    found = table(f"<thead>{head}</thead><tr><td>a</td><td>1</td><td>2</td></tr>")

    assert found.headings == ("A", "Dos – Barn", "Dos – Vuxna")
    assert found.rows == (("<p>a</p>", "<p>1</p>", "<p>2</p>"),)


def test_a_merged_cell_stands_in_each_of_its_places() -> None:
    found = convert(
        "<table><tr><th>A</th><th>B</th><th>C</th></tr>"
        "<tr><td rowspan=3>x</td><td colspan=2 rowspan=2>y</td></tr><tr></tr>"
        "<tr><td>p</td><td>q</td></tr></table>"
    )

    (merged,) = found.pieces
    assert isinstance(merged, Table)
    x, y = "<p>x</p>", "<p>y</p>"
    assert merged.rows == ((x, y, y), (x, y, y), (x, "<p>p</p>", "<p>q</p>"))
    assert found.noted == {Noted.MERGED_CELLS: 1}


def test_short_rows_are_filled_up_and_empty_ones_are_gone() -> None:
    found = table("<tr><th>A</th><th>B</th></tr><tr><td>1</td></tr><tr><td> </td></tr>")
    assert found.rows == (("<p>1</p>", ""),)


def test_headings_are_told_by_being_bold_alone() -> None:
    bold = "<tr><td><b>A</b></td><td><b>B</b></td></tr>"
    assert table(f"{bold}<tr><td>1</td><td>2</td></tr>").headings == ("A", "B")
    # Where all is bold, it says nothing.
    assert table(bold + bold).headings == ("", "")


def test_lists_and_tables_in_a_cell_come_out_as_lines() -> None:
    inner = (
        "<ol><li>ett<li>två</ol><ul><li>tre</ul><table><tr><td>fyra</td><td>fem</td></tr></table>"
    )
    found = table(f"<tr><th>A</th></tr><tr><td><h3>Rubrik</h3>{inner}</td></tr>")

    assert found.rows[0][0] == (
        "<p><b>Rubrik</b></p><p>1. ett</p><p>2. två</p><p>– tre</p><p>fyra</p><p>fem</p>"
    )


def test_a_caption_and_a_frame_around_text() -> None:
    assert table("<caption>Dos</caption><tr><th>A</th></tr><tr><td>1</td></tr>").caption == "Dos"
    assert convert("<table><tr><td><p>Ruta</p></td></tr></table>").pieces == [Paragraph("Ruta")]


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<table><tr><td colspan=999>a</td><td>b</td></tr></table>", "columns"),
        ("<table>" + "<tr><td colspan=50>a</td></tr>" * 101 + "</table>", "cells"),
        ("<div>" * 101 + "a", "nesting"),
        ("<p>å</p>" * 300_000, "size"),
    ],
)
def test_what_is_too_much_is_refused(html: str, what: str) -> None:
    with pytest.raises(TooMuch) as caught:
        convert(html)
    assert caught.value.what == what


@pytest.mark.parametrize("empty", ["<tr><td></td><td> </td></tr>", "<tr></tr>"])
def test_an_empty_row_of_the_head_makes_no_doses_into_headings(empty: str) -> None:
    head = f"<thead>{empty}<tr><th>Preparat</th><th>Dos</th></tr></thead>"
    found = table(f"{head}<tr><td>A</td><td>10 mg</td></tr><tr><td>B</td><td>20 mg</td></tr>")

    assert found.headings == ("Preparat", "Dos")
    assert [row[1] for row in found.rows] == ["<p>10 mg</p>", "<p>20 mg</p>"]


@pytest.mark.parametrize(
    "html",
    [
        '<p style="font-weight:²">A</p>',
        '<ul><li data-aria-level="²">A</li></ul>',
        f'<div role="heading" aria-level="{"9" * 5000}">A</div>',
        f'<table><tr><td colspan="{"9" * 5000}">A</td></tr></table>',
    ],
)
def test_numbers_that_are_none_do_no_harm(html: str) -> None:
    assert convert(html).pieces
