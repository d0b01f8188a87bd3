"""The demonstration's regions: screens have something to show, and nobody's words are lost."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.images import get_image_model

from cms.demo_regions import ensure_regions
from region_overlays.models import Region, RegionQuickLink
from region_overlays.region import every_supplemented_kind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    ensure_regions()


def test_two_regions_are_described_and_one_declines_youth_pages() -> None:
    for region in Region.objects.filter(pk__in=["12", "14"]):
        assert region.url
        assert region.contact
        assert region.logo_address
        assert region.quick_links.count() == 2
        region.full_clean()
        for link in region.quick_links.all():
            link.full_clean()
    declining = Region.objects.get(pk="09")
    assert set(every_supplemented_kind()) - set(declining.kinds) == {"youth-page"}


def test_a_second_run_keeps_what_somebody_has_changed() -> None:
    RegionQuickLink.objects.filter(region="12").delete()
    Region.objects.filter(pk="09").update(kinds=every_supplemented_kind())
    before = (list(Region.objects.values()), get_image_model().objects.count())
    ensure_regions()
    assert (list(Region.objects.values()), get_image_model().objects.count()) == before
    assert not RegionQuickLink.objects.filter(region="12").exists()
