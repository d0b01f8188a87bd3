"""Ids of sections and supplements: how they look, and how they are made from a title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from .limits import MAX_ID

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
ID_RULE = f"allowed: lower-case letters a-z, digits and hyphens, at most {MAX_ID}"

_WITHOUT_ACCENT = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"})
_OTHER = re.compile(r"[^a-z0-9]+")


def is_id(text: str) -> bool:
    return len(text) <= MAX_ID and ID.fullmatch(text) is not None


def slug(title: str) -> str:
    """`Översikt & råd` → `oversikt-rad`; a title with nothing to use gives `avsnitt`."""
    plain = title[: 4 * MAX_ID].lower().translate(_WITHOUT_ACCENT)
    letters = (c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _OTHER.sub("-", "".join(letters)).strip("-")[:MAX_ID].strip("-") or "avsnitt"


def unused(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3`, … that is not taken."""
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        suffix = f"-{number}"
        candidate = wanted[: MAX_ID - len(suffix)].rstrip("-") + suffix
    return candidate
