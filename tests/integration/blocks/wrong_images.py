"""Files that lie of what they are, or that would be too much."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

from tests.integration.import_content.content import picture


def png_that_says(width: int, height: int) -> bytes:
    """A PNG with a header of that size over the data of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\0\0\0")
    body = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def moving(format: str) -> bytes:
    file = BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    frames[0].save(file, format, save_all=True, append_images=frames[1:], duration=100)
    return file.getvalue()


SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
DAMAGED = "skadad bild"
MISNAMED = "stämmer inte"
TOO_LARGE = "högst 30 miljoner"
MOVING = "rör sig"
WRONG: dict[str, tuple[str, bytes, str, str]] = {
    "a page called png": ("a.png", b"<html><script>alert(1)</script>", DAMAGED, "not an image"),
    "a drawing called png": ("a.png", SCRIPT, DAMAGED, "not an image"),
    "a JPEG called png": ("a.png", picture(format="JPEG"), MISNAMED, "another format"),
    "cut off": ("a.png", picture(size=(300, 300))[:300], DAMAGED, "not an image"),
    "cut off JPEG": (
        "a.jpg",
        picture(size=(300, 300), format="JPEG")[:700],
        DAMAGED,
        "not an image",
    ),
    "claims more than it holds": ("a.png", png_that_says(2000, 2000), DAMAGED, "not an image"),
    "40 megapixels": ("a.png", png_that_says(8000, 5000), TOO_LARGE, "30,000,000"),
    "fills the memory": ("a.png", png_that_says(200_000, 200_000), TOO_LARGE, "30,000,000"),
    "moving GIF": ("a.gif", moving("GIF"), MOVING, "moves"),
    "moving WebP": ("a.webp", moving("WEBP"), MOVING, "moves"),
    "moving PNG": ("a.png", moving("PNG"), MOVING, "moves"),
}
"""Name, content, what the form says, what an import says."""
