"""A region's logo follows its image in the library; connected in apps.py."""

from __future__ import annotations

from typing import Any

from region_overlays.region import Region


def follow_image(instance: Any, created: bool, **_kwargs: Any) -> None:
    """Whoever replaces the image's file has replaced the logo: readers are shown that file."""
    if created:
        return
    for region in Region.objects.filter(logo=instance.pk):
        region.save(update_fields=["logo"])
