"""Another place for a supplement: chosen in the article, and approved like any change."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from content_models.editions.ledger import publishing
from content_models.languages import language_of
from editorial_workflows.refusals import Refused
from editorial_workflows.supplementing.access import permissions_on, supplement_for
from editorial_workflows.supplementing.entries import entries_on
from editorial_workflows.supplementing.outline import Entry, outline_of
from editorial_workflows.supplementing.screens import RegionScreen
from region_overlays.anchors import NoSuchPlace, anchor_at, place_of
from region_overlays.models import SupplementPage
from region_overlays.placing import SPACING


class Move(RegionScreen):
    """The article with a button at every place; entered by those who may change the supplement."""

    template_name = "editorial_workflows/supplementing/move.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.supplement = supplement_for(request.user, kwargs["page_id"])
        if not permissions_on(self.supplement, request.user).can_edit():
            raise PermissionDenied
        self.region = self.supplement.region
        self.language = language_of(self.supplement.locale_id)
        self.key = self.supplement.article_key

    def get_page_title(self) -> str:
        return _("Move: %(title)s") % {"title": self.supplement.get_admin_display_title()}

    @cached_property
    def others(self) -> list[Entry]:
        found = entries_on(self.key, self.language, self.region.pk)
        return [one for one in found if one.page.pk != self.supplement.pk]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        asked = request.POST
        section, block = asked.get("section", ""), asked.get("after") or None
        try:
            anchor = anchor_at(self.national.parsed(), section, block)
            position = self._position(anchor, asked.get("before", ""))
            move(self.supplement, anchor, position, request.user)
        except NoSuchPlace:
            messages.error(
                request, _("The national text has no such place any more. Choose another.")
            )
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(
                request, _("It has its new place in the draft. Hand it in to have it approved.")
            )
            return redirect("wagtailadmin_pages:edit", self.supplement.pk)
        return redirect("supplementing:move", self.supplement.pk)

    def _position(self, anchor: dict[str, Any], before: str) -> int:
        """Among the supplements at that place; raises Refused."""
        national = self.national.parsed()
        place = place_of(anchor, national)
        here = sorted(
            (one for one in self.others if place_of(one.document["anchor"], national) == place),
            key=lambda one: one.order,
        )
        ids = [one.document["id"] for one in here]
        at = ids.index(before) if before in ids else len(here)
        return position_between(
            here[at - 1].position if at else None, here[at].position if at < len(here) else None
        )

    def get_context_data(self, **kwargs: Any) -> Any:
        document = self.national.parsed()
        return super().get_context_data(
            **kwargs,
            supplement=self.supplement,
            outline=outline_of(document, self.others, between=True),
        )


def position_between(before: int | None, after: int | None) -> int:
    """A position between two neighbours'; raises Refused where there is no room."""
    if before is None:
        return SPACING if after is None else after - SPACING
    if after is None:
        return before + SPACING
    if after - before < 2:
        raise Refused(_("There is no room between these two. Move the one that comes after first."))
    return (before + after) // 2


def move(page: SupplementPage, anchor: dict[str, Any], position: int, user: Any) -> None:
    """A draft of the supplement at another place; raises Refused."""
    with publishing():
        current = SupplementPage.objects.get(pk=page.pk)
        lock = current.get_lock()
        if current.workflow_in_progress or (lock is not None and lock.for_user(user)):
            raise Refused(_("It is under review or locked, and stays where it is until then."))
        draft = current.get_latest_revision_as_object()
        draft.stand_at(anchor)
        draft.position = position
        if not current.live:
            draft.save()
        draft.save_revision(user=user, log_action=True, clean=False)
