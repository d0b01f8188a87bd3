"""Who hands in a supplement vouches for it beside the national text as it is then."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from editorial_workflows.refusals import NotSubmitted
from region_overlays.models import SupplementPage
from region_overlays.placing import anchor_anew, is_lost
from region_overlays.staleness import has_expired


def vouch_for_place(page: SupplementPage, user: Any) -> SupplementPage:
    """The page, its draft anchored in what readers have now; raises NotSubmitted if that is gone.

    Without this, what was read and approved beside a changed text would still count as unread.
    """
    draft = page.get_latest_revision_as_object()
    if has_expired(draft.valid_until, localdate()):
        raise NotSubmitted(
            _("Its last day, %(day)s, has passed. Choose a later one, or none.")
            % {"day": draft.valid_until}
        )
    if is_lost(draft):
        raise NotSubmitted(
            _("Its place in the national text is gone. Move it to another place first.")
        )
    if not anchor_anew(draft):
        return page
    if not draft.live:
        draft.save()
    draft.save_revision(user=user, clean=False)
    return SupplementPage.objects.get(pk=page.pk)
