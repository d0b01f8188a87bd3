"""A translated supplement is anchored in the national text that its own readers have."""

from __future__ import annotations

from typing import Any

from region_overlays.models import SupplementPage
from region_overlays.placing import anchor_anew


def anchor_in_own_language(draft: Any, user: Any) -> Any:
    """Note what the place says now in the supplement's language, if it is published there.

    Copied from the source it would say that the national text has changed, because it is in
    another language. Gives the page.
    """
    if not isinstance(draft, SupplementPage):
        return draft
    latest = draft.get_latest_revision_as_object()
    if not anchor_anew(latest):
        return draft
    if not latest.live:
        latest.save()
    latest.save_revision(user=user)
    return SupplementPage.objects.get(pk=draft.pk)
