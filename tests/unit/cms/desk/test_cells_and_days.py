"""Days, sort keys and cells."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cms.desk.concerns import months_after
from cms.desk.keeping import words_of
from cms.desk.spreadsheet import as_local
from content_models.exporting import as_cell, as_text


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 1, 15), 3, date(2025, 4, 15)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2025, 12, 31), 6, date(2026, 6, 30)),
        (date(2025, 12, 1), 12, date(2026, 12, 1)),
    ],
)
def test_months_after(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_calculate_is_text(text: str) -> None:
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "Ögat – ärr", "1+1", "'a"])
def test_other_text_stands_as_it_is(text: str) -> None:
    assert as_text(text) == as_cell(text) == text


def test_a_cell_holds_no_control_characters() -> None:
    assert as_cell("a\x00b\x0bc\td\ne") == "abc\td\ne"


def test_times_are_those_on_the_wall() -> None:
    assert as_local(datetime(2026, 7, 1, 12, tzinfo=UTC)) == datetime(2026, 7, 1, 14)  # noqa: DTZ001
    assert as_local(datetime(2026, 1, 1, 12, tzinfo=UTC)) == datetime(2026, 1, 1, 13)  # noqa: DTZ001
    assert as_local(None) is None


def test_words_are_looked_for_without_case_and_however_they_were_typed() -> None:
    assert words_of("A\u030aderbra\u030ack", "ader") == words_of("ÅDERBRÅCK", "ader")
