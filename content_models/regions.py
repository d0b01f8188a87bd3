"""Sweden's 21 regions: two-digit county code, slug, name; 02, 11, 15, 16 are unused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegionFact:
    code: str
    slug: str
    name: str


REGIONS: tuple[RegionFact, ...] = (
    RegionFact("01", "stockholm", "Region Stockholm"),
    RegionFact("03", "uppsala", "Region Uppsala"),
    RegionFact("04", "sormland", "Region Sörmland"),
    RegionFact("05", "ostergotland", "Region Östergötland"),
    RegionFact("06", "jonkoping", "Region Jönköpings län"),
    RegionFact("07", "kronoberg", "Region Kronoberg"),
    RegionFact("08", "kalmar", "Region Kalmar län"),
    RegionFact("09", "gotland", "Region Gotland"),
    RegionFact("10", "blekinge", "Region Blekinge"),
    RegionFact("12", "skane", "Region Skåne"),
    RegionFact("13", "halland", "Region Halland"),
    RegionFact("14", "vastra-gotaland", "Västra Götalandsregionen"),
    RegionFact("17", "varmland", "Region Värmland"),
    RegionFact("18", "orebro", "Region Örebro län"),
    RegionFact("19", "vastmanland", "Region Västmanland"),
    RegionFact("20", "dalarna", "Region Dalarna"),
    RegionFact("21", "gavleborg", "Region Gävleborg"),
    RegionFact("22", "vasternorrland", "Region Västernorrland"),
    RegionFact("23", "jamtland-harjedalen", "Region Jämtland Härjedalen"),
    RegionFact("24", "vasterbotten", "Region Västerbotten"),
    RegionFact("25", "norrbotten", "Region Norrbotten"),
)

BY_CODE: dict[str, RegionFact] = {region.code: region for region in REGIONS}
BY_CODE_OR_SLUG: dict[str, RegionFact] = BY_CODE | {region.slug: region for region in REGIONS}
