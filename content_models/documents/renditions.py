"""A picture in the sizes that front ends choose from, beside the original."""

from __future__ import annotations

import hashlib
from typing import Any

from wagtail.images.models import Filter

from content_models.documents import schema
from content_models.documents.files import content_of, published_as

WIDTHS = (480, 800, 1200, 1600)
"""Pixels: a phone, a text column, the same on a dense screen, a whole screen."""
MOVING = (".gif",)
"""A smaller copy would stand still."""
MAKER = "1"
"""Part of the name: another way of making the same size asks for another number."""


def renditions_of(image: Any) -> list[schema.Rendition]:
    """Every width below the picture's own, narrowest first; made if they are not there yet.

    Named by the original's content and the size, not by the bytes that an encoder gives: what is
    approved today is the same with next year's encoder.
    """
    if image.file.name.lower().endswith(MOVING):
        return []
    original = hashlib.sha256(content_of(image)).hexdigest()
    return [_rendition(image, original, width) for width in WIDTHS if width < image.width]


def _rendition(image: Any, original: str, width: int) -> schema.Rendition:
    def make() -> bytes:
        # Not a rendition of Wagtail's: those have a row and a cache, and files that may be gone.
        size = Filter(spec=f"width-{width}|format-webp")
        made: bytes = image.generate_rendition_file(size).read()
        return made

    return schema.Rendition(
        src=published_as(f"{original} {width} {MAKER}", ".webp", make),
        width=width,
        height=max(1, int(width * image.height / image.width)),
    )


def focal_point_of(image: Any) -> schema.FocalPoint | None:
    """The middle of what the editor marked, in shares of the picture."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    return schema.FocalPoint(
        x=round(min(1, image.focal_point_x / image.width), 3),
        y=round(min(1, image.focal_point_y / image.height), 3),
    )
