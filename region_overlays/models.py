"""Every model of this package, where Django looks for them."""

from region_overlays.pages import RegionPage, RegionsRootPage, SupplementPage
from region_overlays.region import Region

__all__ = ["Region", "RegionPage", "RegionsRootPage", "SupplementPage"]
