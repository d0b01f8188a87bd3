"""Every model of this package, where Django looks for them."""

from region_overlays.pages import RegionPage, RegionsRootPage, SupplementPage
from region_overlays.quick_links import RegionQuickLink
from region_overlays.region import Region
from region_overlays.standing import SupplementStanding

__all__ = [
    "Region",
    "RegionPage",
    "RegionQuickLink",
    "RegionsRootPage",
    "SupplementPage",
    "SupplementStanding",
]
