"""A translated supplement is anchored in the national text that its own readers have."""

from __future__ import annotations

from typing import Any

from content_models.editions.parts import Part
from content_models.editions.reading import live_parts_of
from region_overlays.anchors import anchor_name
from region_overlays.models import SupplementPage


def anchor_in_own_language(draft: Any, user: Any) -> Any:
    """Note what the place says now in the supplement's language, if it is published there.

    Copied from the source it would say that the national text has changed, because it is in
    another language. Gives the page.
    """
    if not isinstance(draft, SupplementPage):
        return draft
    latest = draft.get_latest_revision_as_object()
    part = latest.as_part()
    national, _supplements = live_parts_of(Part(part.key, part.language))
    anchors = national.parsed()["anchors"] if national else {}
    seen = anchors.get(anchor_name({"block": latest.block_id, "section": latest.section_id}))
    if seen is None or seen == latest.anchor_hash:
        return draft
    latest.anchor_hash = seen
    if not latest.live:
        latest.save()
    latest.save_revision(user=user)
    return SupplementPage.objects.get(pk=draft.pk)
