"""What the demonstration knows of some regions; what somebody has written is kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.images import get_image_model

from content_models.vocabulary import Audience, Kind
from region_overlays.models import Region, RegionQuickLink
from region_overlays.quick_links import BOTH

Link = tuple[str, str, str]
"""Words, address, audience."""


@dataclass(frozen=True, slots=True)
class About:
    """A region with a contact, a link, a logo and quick links."""

    code: str
    url: str
    contact: str
    links: tuple[Link, ...]


REGIONS = (
    About(
        "12",
        "https://skane.example.org",
        "tillagg@skane.example.org",
        (
            ("Läkemedelslista Skåne", "https://skane.example.org/lakemedel", Audience.STAFF),
            ("Hitta mottagning i Skåne", "https://skane.example.org/vard", Audience.CITIZEN),
        ),
    ),
    About(
        "14",
        "https://vgregion.example.org",
        "https://vgregion.example.org/kontakt",
        (
            ("Remissguide Västra Götaland", "https://vgregion.example.org/remiss", Audience.STAFF),
            ("Jour och beredskap", "https://vgregion.example.org/jour", BOTH),
        ),
    ),
)
WITHOUT_YOUTH_PAGES = "09"


@transaction.atomic
def ensure_regions() -> None:
    """Each is written once: one with a contact has been written."""
    for about in REGIONS:
        region = Region.objects.get(pk=about.code)
        if not region.contact:
            _write(region, about)
    declining = Region.objects.get(pk=WITHOUT_YOUTH_PAGES)
    if not declining.contact:
        declining.contact = "tillagg@gotland.example.org"
        declining.kinds = [kind for kind in declining.kinds if kind != Kind.YOUTH_PAGE]
        declining.save()


def _write(region: Region, about: About) -> None:
    region.url, region.contact = about.url, about.contact
    path = settings.ROOT / "demo" / "logotyper" / f"{region.slug}.png"
    with path.open("rb") as drawn:
        file = ImageFile(drawn, name=f"logotyp-{path.name}")
        region.logo = get_image_model().objects.create(title=f"Logotyp: {region.name}", file=file)
    region.save()
    for place, (label, url, audience) in enumerate(about.links):
        RegionQuickLink.objects.create(
            region=region, label=label, url=url, audience=audience, sort_order=place
        )
