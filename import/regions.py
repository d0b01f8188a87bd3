"""What a region's file is held to: the kinds and languages that the region takes part in."""

from __future__ import annotations

from collections.abc import Collection

from region_overlays.models import Region
from region_overlays.participation import takes_part_in_kind, takes_part_in_language

from .source import Refused, SupplementsSource, line_of


def check_takes_part(source: SupplementsSource, kinds: Collection[str], region: Region) -> None:
    """Raises Refused; `kinds` are those that the article is of, none if there is no article."""
    for kind in kinds:
        if not takes_part_in_kind(region, kind):
            raise Refused(
                f"{region.name} takes no part in {kind}; "
                f"it supplements: {', '.join(region.kinds) or 'no kind'}",
                line=line_of(source, "region"),
            )
    if not takes_part_in_language(region, source.language):
        raise Refused(
            f"{region.name} writes no supplements in {source.language}; "
            f"its languages are: {', '.join(region.languages)}",
            line=line_of(source, "language", "region"),
        )
