"""Where regions meet Wagtail's admin."""

from __future__ import annotations

from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from region_overlays.region import Region
from region_overlays.register import NeverMade, RegionViewSet

register_permission_policy(Region, NeverMade(Region))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def regions() -> list[Any]:
    return [RegionViewSet("regions")]
