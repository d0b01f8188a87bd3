"""A supplement made without the import is anchored in what readers see."""

from __future__ import annotations

import pytest

from content_models.editions.parts import Part
from content_models.editions.reading import live_parts_of
from region_overlays.models import SupplementPage
from region_overlays.setup import region_page
from region_overlays.staleness import Status, status_of
from tests.factories import published


@pytest.mark.django_db
def test_a_supplement_made_by_hand_is_current() -> None:
    published.article()
    parent = region_page("14", "sv")
    page = parent.add_child(
        instance=SupplementPage(
            title="Tillägg",
            slug="tillagg",
            article_key="katarakt",
            section_id="utredning",
            body=[published.text("Regional text.")],
        )
    )
    page.save_revision()
    published.publish(page)

    national, (supplement,) = live_parts_of(Part("katarakt", "sv"))

    assert national is not None
    assert status_of(supplement.parsed()["anchor"], national.parsed()) is Status.CURRENT
