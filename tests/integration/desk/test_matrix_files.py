"""The matrix as a file."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest

from content_models.vocabulary import Kind
from region_overlays.models import Region
from tests.factories import people
from tests.factories.published import article, supplement

from .matrix_page import MATRIX, anchored, reword
from .reading import as_csv, as_xlsx, asked, body_of

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "+46 31", "-1", "@SUM(A1)"]


@pytest.fixture
def lasse() -> Any:
    return people.draft_reader()


def test_a_row_for_each_article_and_a_column_for_each_region(lasse: Any) -> None:
    page = article(title="Ögats åldrande – ärr", programme_area="Ögonsjukdomar")
    supplement(page, "14")
    supplement(page, "14", id="annat")
    changed = anchored("astma", "Astma", "12")
    supplement(changed, "12", id="annat")
    reword(changed)
    supplement(changed, "12", id="nytt")
    article("sova", kind=Kind.YOUTH_PAGE, title="Sova")
    Region.objects.filter(pk="12").update(kinds=[Kind.KNOWLEDGE_SUPPORT.value])
    expected = [
        *(["Astma", "astma", "Kunskapsstöd", "", _CHANGED, ""],),
        *(["Sova", "sova", "Sida för barn och unga", "", "deltar inte", ""],),
        *(["Ögats åldrande – ärr", "katarakt", "Kunskapsstöd", "Ögonsjukdomar", "", "2, gäller"],),
    ]
    assert as_csv(lasse, MATRIX, region=["12", "14"]) == expected
    headings, *rows = as_xlsx(lasse, MATRIX, region=["12", "14"]).iter_rows(values_only=True)
    assert headings == (
        *("Titel", "Nyckel", "Artikeltyp", "Programområde", "Skåne", "Västra Götaland"),
    )
    assert [[value or "" for value in row] for row in rows] == expected


_CHANGED = "3: 2 nationell text ändrad, 1 gäller"


def test_all_regions_unless_some_are_chosen(lasse: Any) -> None:
    article()
    [headings] = list(as_xlsx(lasse, MATRIX).iter_rows(values_only=True))[:1]
    assert len(headings) == 4 + 21


def test_the_filters_apply(lasse: Any) -> None:
    supplement(article())
    article("glaukom", title="Glaukom")
    assert [row[0] for row in as_csv(lasse, MATRIX, state="current")] == ["Katarakt"]
    assert [row[0] for row in as_csv(lasse, MATRIX, q="GLAU")] == ["Glaukom"]
    assert as_csv(lasse, MATRIX, state="x") == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_its_name_has_swedish_letters(lasse: Any, kind: str) -> None:
    article()
    disposition = asked(lasse, MATRIX, export=kind)["Content-Disposition"]
    assert disposition == f"attachment; filename*=utf-8''till%C3%A4ggs%C3%B6versikt.{kind}"


def test_a_spreadsheet_program_is_told_that_it_is_utf_8(lasse: Any) -> None:
    article(title="Å")
    body = body_of(asked(lasse, MATRIX, export="csv"))
    assert body.startswith(b"\xef\xbb\xbf")
    headings = next(csv.reader(StringIO(body.decode("utf-8-sig"))))
    assert "Östergötland" in headings


@pytest.mark.parametrize("title", FORMULAS)
def test_no_cell_is_a_formula(lasse: Any, title: str) -> None:
    article(title=title)
    assert as_csv(lasse, MATRIX)[0][0] == f"'{title}"
    cell = as_xlsx(lasse, MATRIX)["A2"]
    assert (cell.value, cell.data_type) == (title, "s")


def test_a_region_s_name_is_no_formula_either(lasse: Any) -> None:
    article()
    Region.objects.filter(pk="12").update(short_name="=1+1")
    assert as_xlsx(lasse, MATRIX, region="12")["E1"].data_type == "s"
    body = body_of(asked(lasse, MATRIX, region="12", export="csv")).decode("utf-8-sig")
    assert ",=1+1" not in body.splitlines()[0]
