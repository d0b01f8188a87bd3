"""A supplement made without the import is anchored in what readers see."""

from __future__ import annotations

import pytest

from region_overlays.models import SupplementPage, SupplementStanding
from region_overlays.setup import region_page
from region_overlays.staleness import Status
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

    [standing] = SupplementStanding.objects.all()
    assert (standing.section, standing.status) == ("utredning", Status.CURRENT)
