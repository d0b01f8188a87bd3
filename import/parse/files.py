"""References to files: beside the Markdown, or on the web."""

from __future__ import annotations

import re
import unicodedata

_WEB = re.compile(r"https?://[^\s/?#<>\"\\]+[^\s<>\"\\]*", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MAX_PATH = 255


def is_web_address(reference: str) -> bool:
    return _WEB.fullmatch(reference) is not None and reference.isprintable()


def is_local_file(reference: str) -> bool:
    """Whether it is a plain relative path that stays below the Markdown's folder."""
    plain = 0 < len(reference) <= _MAX_PATH and "\\" not in reference
    control = any(unicodedata.category(character) in ("Cc", "Cs") for character in reference)
    parts = reference.split("/")
    below = all(part.strip() and not part.startswith(".") for part in parts)
    return plain and below and not control and not _SCHEME.match(reference)


LOCAL_RULE = (
    "allowed: a file beside the Markdown or in a folder there, as `bild.png` or `bilder/bild.png`"
)
