"""What the person looking has chosen: region and care level, kept in a cookie of the admin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content_models.regions import REGIONS
from content_models.vocabulary import CareLevel

COOKIE = "tillagg_preview"
"""`region.level`, either of them empty. Set by the preview's own bar, since Wagtail's addresses
of previews carry no parameters of ours.
"""
FORM = re.compile(r"(?P<region>\d{2})?\.(?P<level>[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Choices:
    region: str | None = None
    care_level: str | None = None


def choices_of(cookies: Mapping[str, str]) -> Choices:
    """What is not a region or a level counts as not chosen."""
    found = FORM.fullmatch(cookies.get(COOKIE, ""))
    if found is None:
        return Choices()
    region, level = found["region"], found["level"]
    return Choices(
        region if region in {known.code for known in REGIONS} else None,
        level if level in set(CareLevel) else None,
    )
