"""A region as answers tell of it."""

from __future__ import annotations

from typing import Any

from cms.api.reference import Reference
from region_overlays.models import Region, RegionQuickLink
from region_overlays.quick_links import BOTH
from region_overlays.region import KIND_NAMES, LANGUAGE_NAMES

Json = dict[str, Any]


def region_item(code: str, reference: Reference) -> Json:
    """The schema's Region; languages and kinds in the order in which they are always listed."""
    region = reference.regions[code]
    bodies = reference.regional_bodies.get(code, [])
    return {
        "code": region.code,
        "slug": region.slug,
        "name": region.name,
        "short_name": region.short_name,
        "url": region.url or None,
        "contact": region.contact or None,
        "logo": _logo(region, reference),
        "quick_links": [_link(link) for link in reference.quick_links.get(code, [])],
        "languages": [language for language in LANGUAGE_NAMES if language in region.languages],
        "kinds": [kind for kind in KIND_NAMES if kind in region.kinds],
        "approving_bodies": [{"name": name, "url": reference.body_links[name]} for name in bodies],
    }


def quick_links_for(code: str | None, audience: str, reference: Reference) -> list[Json]:
    """The region's own links for an audience, in the shape that a start page's have."""
    links = reference.quick_links.get(code, []) if code else []
    return [
        {"label": link.label, "url": link.url, "region": code}
        for link in links
        if link.audience in (audience, BOTH)
    ]


def _link(link: RegionQuickLink) -> Json:
    return {"label": link.label, "url": link.url, "audience": link.audience or None}


def _logo(region: Region, reference: Reference) -> Json | None:
    size = reference.logos.get(region.logo_id) if region.logo_id else None
    if size is None or not region.logo_address:
        return None
    width, height = size
    return {"url": region.logo_address, "width": width, "height": height, "alt": region.name}
