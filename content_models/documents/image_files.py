"""Whether a file is the image that its name says, and one that readers can be shown; pure."""

from __future__ import annotations

import struct
import warnings
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image as Pillow

MAX_PIXELS = 30_000_000
FORMATS = {
    "png": "PNG",
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "gif": "GIF",
    "webp": "WEBP",
    "avif": "AVIF",
}
"""What a file's name ends with → what it is then."""
SAME = {"MPO": "JPEG"}
"""Cameras' JPEG files with a smaller picture behind the picture."""
BROKEN = (
    *(OSError, EOFError, SyntaxError, ValueError, LookupError, TypeError),
    *(struct.error, zlib.error, ArithmeticError, AttributeError, RuntimeError),
)
"""What Pillow raises, and what its decoders let through, for bytes that are no image."""


class Fault(StrEnum):
    NO_IMAGE = "no-image"
    """Or one that ends too early."""
    MISNAMED = "misnamed"
    TOO_LARGE = "too-large"
    MOVING = "moving"
    """Nobody can stop it, as WCAG 2.2.2 asks."""


class NotShown(ValueError):
    """An image that readers cannot be shown; `format` is what a misnamed one is."""

    def __init__(self, fault: Fault, format: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.format = format


def check(name: str, content: bytes) -> None:
    """Raises NotShown."""
    try:
        with warnings.catch_warnings():
            # Our own limit is lower than the one Pillow warns about.
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            with Pillow.open(BytesIO(content), formats=tuple(set(FORMATS.values()))) as image:
                _check(name, image)
    except Pillow.DecompressionBombError:
        raise NotShown(Fault.TOO_LARGE) from None
    except NotShown:
        raise
    except BROKEN:
        raise NotShown(Fault.NO_IMAGE) from None


def _check(name: str, image: Pillow.Image) -> None:
    found = image.format or ""
    if SAME.get(found, found) != FORMATS.get(PurePosixPath(name).suffix.lower().lstrip(".")):
        raise NotShown(Fault.MISNAMED, found)
    if image.width * image.height > MAX_PIXELS:
        raise NotShown(Fault.TOO_LARGE)
    if found not in SAME and getattr(image, "is_animated", False):
        raise NotShown(Fault.MOVING)
    image.load()
