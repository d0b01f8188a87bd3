"""Sweden's 21 regions: two-digit county code, slug, name, short name; 02, 11, 15, 16 are unused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegionFact:
    code: str
    slug: str
    name: str
    short_name: str
    """For narrow columns and running text."""


REGIONS: tuple[RegionFact, ...] = (
    RegionFact("01", "stockholm", "Region Stockholm", "Stockholm"),
    RegionFact("03", "uppsala", "Region Uppsala", "Uppsala"),
    RegionFact("04", "sormland", "Region Sörmland", "Sörmland"),
    RegionFact("05", "ostergotland", "Region Östergötland", "Östergötland"),
    RegionFact("06", "jonkoping", "Region Jönköpings län", "Jönköping"),
    RegionFact("07", "kronoberg", "Region Kronoberg", "Kronoberg"),
    RegionFact("08", "kalmar", "Region Kalmar län", "Kalmar"),
    RegionFact("09", "gotland", "Region Gotland", "Gotland"),
    RegionFact("10", "blekinge", "Region Blekinge", "Blekinge"),
    RegionFact("12", "skane", "Region Skåne", "Skåne"),
    RegionFact("13", "halland", "Region Halland", "Halland"),
    RegionFact("14", "vastra-gotaland", "Västra Götalandsregionen", "Västra Götaland"),
    RegionFact("17", "varmland", "Region Värmland", "Värmland"),
    RegionFact("18", "orebro", "Region Örebro län", "Örebro"),
    RegionFact("19", "vastmanland", "Region Västmanland", "Västmanland"),
    RegionFact("20", "dalarna", "Region Dalarna", "Dalarna"),
    RegionFact("21", "gavleborg", "Region Gävleborg", "Gävleborg"),
    RegionFact("22", "vasternorrland", "Region Västernorrland", "Västernorrland"),
    RegionFact("23", "jamtland-harjedalen", "Region Jämtland Härjedalen", "Jämtland Härjedalen"),
    RegionFact("24", "vasterbotten", "Region Västerbotten", "Västerbotten"),
    RegionFact("25", "norrbotten", "Region Norrbotten", "Norrbotten"),
)

BY_CODE: dict[str, RegionFact] = {region.code: region for region in REGIONS}
BY_CODE_OR_SLUG: dict[str, RegionFact] = BY_CODE | {region.slug: region for region in REGIONS}
