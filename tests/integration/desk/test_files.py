"""The lists as files for a spreadsheet: what stands in them, and what must not run."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils.timezone import localtime

from tests.factories import people
from tests.factories.published import article, codes, draft_article, draft_supplement
from tests.factories.reviewing import changed

from .reading import as_csv, as_xlsx, asked, body_of, titles

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "+46 31", "-1", "@SUM(A1)", "\t=1", "\r=1"]


@pytest.fixture
def anna() -> Any:
    return people.editor()


def test_a_file_holds_what_the_list_does(anna: Any) -> None:
    codes("H25\tÅldersstarr", "H26\tAnnan starr")
    page = article(
        title="Ögats åldrande – ärr",
        diagnosis_codes=("H25", "H26"),
        programme_area="Ögonsjukdomar",
        review_by=date(2031, 3, 1),
    )
    changed_at = localtime(page.latest_revision_created_at).replace(tzinfo=None, microsecond=0)
    expected = [
        *("Ögats åldrande – ärr", "katarakt", "Kunskapsstöd", "Ögonsjukdomar", "H25, H26"),
        *("Svenska", "Publicerad"),
    ]
    assert as_csv(anna) == [[*expected, str(changed_at), "2031-03-01"]]
    headings, row = as_xlsx(anna).iter_rows(values_only=True)
    assert headings[:4] == ("Titel", "Nyckel", "Artikeltyp", "Programområde")
    assert list(row) == [*expected, changed_at, date(2031, 3, 1)]


def test_a_spreadsheet_program_is_told_that_it_is_utf_8(anna: Any) -> None:
    draft_article(title="Å")
    response = asked(anna, export="csv")
    assert body_of(response).startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"] == 'attachment; filename="artiklar.csv"'


@pytest.mark.parametrize("title", FORMULAS, ids=repr)
def test_no_cell_is_a_formula(anna: Any, title: str) -> None:
    draft_article(title=title)
    assert as_csv(anna)[0][0] == f"'{title}"
    cell = as_xlsx(anna)["A2"]
    assert (cell.value.strip(), cell.data_type) == (title.strip(), "s")


@pytest.mark.parametrize(
    "title", ["😀", "ab" * 127, '"a";b,c', "<script>", "Ögats ärr – ½"], ids=repr
)
def test_any_title_stands_in_both(anna: Any, title: str) -> None:
    draft_article(title=title)
    assert as_csv(anna)[0][0] == title
    assert as_xlsx(anna)["A2"].value == title


def test_a_file_is_filtered_sorted_and_whole(anna: Any) -> None:
    for number in range(52):
        draft_article(f"nummer-{number}", title=f"Nummer {number:02}")
    article(title="Publicerad")
    found = [row[0] for row in as_csv(anna, state="draft", ordering="-title", p="2")]
    assert found == [f"Nummer {number:02}" for number in reversed(range(52))]


def test_a_file_is_read_piece_by_piece(anna: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.desk.spreadsheet.PIECE", 2)
    for number in range(5):
        draft_article(f"nummer-{number}", title=f"Nummer {number}")
    assert len(as_csv(anna)) == 5


def test_a_value_that_is_refused_gives_headings_alone(anna: Any) -> None:
    draft_article()
    assert as_csv(anna, code="Q") == []


def test_nobody_takes_others_drafts_home() -> None:
    anna, rut = people.editor(), people.regional_editor("14")
    changed(article(), anna, title="Hemlig")
    draft_article("glaukom", title="Hemligt utkast")
    for query in ({}, {"state": "draft"}, {"q": "hemlig"}):
        told = str(as_csv(rut, **query)) + str(list(as_xlsx(rut, **query).values))
        assert "Hemlig" not in told
    assert [row[0] for row in as_csv(rut)] == ["Katarakt"]


def test_a_region_s_file_holds_its_own_supplements() -> None:
    rut, national = people.regional_editor("14"), article()
    draft_supplement(national, "14", id="vart")
    draft_supplement(national, "12", id="deras")
    name = "desk:supplements"
    assert len(titles(rut, name)) == len(as_csv(rut, name)) == 1
    assert as_csv(rut, name)[0][2] == "Västra Götalandsregionen"
    for reader in (people.draft_reader(), people.editor()):
        assert len(titles(reader, name)) == len(as_csv(reader, name)) == 2
        assert titles(reader, name, region="12") == titles(reader, name, q="katarakt", region="12")


def test_who_reads_no_supplements_has_no_list_of_them() -> None:
    assert asked(people.approver(), "desk:supplements").status_code == 302
    assert asked(people.expert(), "desk:supplements", export="csv").status_code == 302
