"""From editions to a composition: one region's supplements, and nobody else's words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from content_models.editions.reading import LivePart, current_parts
from content_models.regions import REGIONS
from region_overlays.composition import Composition, NationalPart, SupplementPart, compose
from tests.factories.published import article, section, supplement, text

CODES = [region.code for region in REGIONS]


def composed(key: str, region: str | None) -> Composition:
    parts = current_parts(key, region)
    [base] = [part.edition for part in parts if not part.edition.region]
    national = NationalPart(base.parsed(), base.sequence, base.safety_changes)
    regional = [part for part in parts if part.edition.region and not part.edition.tombstone]
    supplements = [_supplement(part, national) for part in regional]
    return compose(national, supplements, today=date(2026, 11, 24))


def _supplement(part: LivePart, national: NationalPart) -> SupplementPart:
    edition = part.edition
    assert edition.approved_on is not None
    return SupplementPart(
        edition.parsed(),
        edition.sequence,
        edition.approved_on,
        edition.approved_by,
        None,
        national,
    )


class Regions(TestCase):
    @settings(max_examples=10)
    @given(
        st.lists(
            st.tuples(st.sampled_from(CODES), st.sampled_from([None, 1, 2])), min_size=1, max_size=4
        )
    )
    def test_each_region_sees_its_own_words_only(self, places: list[Any]) -> None:
        page = article(sections=[section("utredning", text("Nationell."), text("Mer."))])
        for number, (code, after) in enumerate(places):
            words = text(f"Hemligt för {code}.")
            supplement(page, code, id=f"t{number}", after=after, blocks=[words])
        for code in {code for code, _after in places} | {"01"}:
            result = str(composed("katarakt", code).sections)
            assert result.count("Hemligt för") == [place for place, _after in places].count(code)
            assert result.count(f"Hemligt för {code}.") == result.count("Hemligt för")
            assert "Nationell." in result
        assert "Hemligt" not in str(composed("katarakt", None).sections)


@pytest.mark.django_db
def test_a_withdrawn_supplement_is_gone() -> None:
    page = supplement(article(), id="utredning")
    assert "Regional text." in str(composed("katarakt", "14").sections)
    page.unpublish()
    assert "Regional text." not in str(composed("katarakt", "14").sections)
