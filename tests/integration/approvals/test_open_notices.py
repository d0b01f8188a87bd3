"""A notice stands until what it tells of is settled, and nobody has to dismiss it."""

from __future__ import annotations

from typing import Any

import pytest

from editorial_workflows.regional_notices import RegionNotice, open_notices
from tests.factories.published import article, revise, supplement
from tests.factories.supplemented import (
    CONTENT,
    REWORDED,
    settled,
    supplement_page,
    supplemented,
    with_first,
)

pytestmark = pytest.mark.django_db


def still_told(*regions: str) -> list[tuple[str, list[str]]]:
    return [
        (one.notice.region_id, sorted(standing.supplement for standing in one.standings))
        for one in open_notices(regions or ("01", "12", "14"))
    ]


def test_a_notice_is_gone_when_its_supplements_are_settled() -> None:
    page = revise(supplemented(), sections=REWORDED)
    assert sorted(still_told()) == [("12", ["ett"]), ("14", ["ett", "sist"])]
    assert still_told("12") == [("12", ["ett"])]
    assert still_told("01") == []
    settled("katarakt/sv/14/ett", page)
    assert still_told("14") == [("14", ["sist"])]
    supplement_page("katarakt/sv/14/sist").unpublish()
    assert still_told("14") == []
    revise(page, sections=CONTENT)
    assert still_told() == [("14", ["ett"])], "region 12's says what it was written for again"


def test_what_was_told_before_it_was_settled_does_not_come_back() -> None:
    page = article(sections=CONTENT)
    supplement(page, "14", id="ett", at="utredning", after=1)
    page = revise(page, sections=REWORDED)
    settled("katarakt/sv/14/ett", page)
    first = RegionNotice.objects.get()
    revise(page, sections=with_first("Mät båda."))
    [one] = open_notices(["14"])
    assert one.notice.sequence > first.sequence
    revise(page, sections=with_first("Mät dem."))
    assert len(open_notices(["14"])) == 2, "what it has not seen to since is told in full"


def test_reading_them_takes_two_statements(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        open_notices(["14"])
    revise(supplemented(), sections=REWORDED)
    with django_assert_num_queries(2):
        assert [one.notice.region.name for one in open_notices(["14", "12"])]
