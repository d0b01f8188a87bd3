"""The national text before and after beside a supplement, and what to do about it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from content_models.approvals import NotApproved
from content_models.languages import language_of
from editorial_workflows.refusals import Refused
from editorial_workflows.supplementing.access import permissions_on, supplement_for
from editorial_workflows.supplementing.settling import (
    Situation,
    confirm,
    national_change,
    situation_of,
)
from editorial_workflows.views.base import Screen
from region_overlays.place_panel import STATUS_NAMES

LONGEST_NUMBER = 19
"""Digits, of what the database counts."""


class Settle(Screen):
    """Read by those who read the region's drafts; "still correct" is its own people's to say."""

    template_name = "editorial_workflows/supplementing/settle.html"
    header_icon = "history"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.supplement = supplement_for(request.user, kwargs["page_id"])

    @cached_property
    def situation(self) -> Situation | None:
        return situation_of(self.supplement)

    def get_page_title(self) -> str:
        return _("Changes in the national text: %(title)s") % {
            "title": self.supplement.get_admin_display_title()
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        region = self.supplement.region
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("desk:region_articles", args=[region.pk]),
                "label": _("Articles of %(region)s") % {"region": region},
            },
            {"url": "", "label": self.get_page_title()},
        ]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        seen = request.POST.get("seen", "")
        is_number = seen.isdecimal() and len(seen) < LONGEST_NUMBER
        try:
            is_published = confirm(
                self.supplement,
                request.user,
                seen=int(seen) if is_number else 0,
            )
        except (Refused, NotApproved) as refused:
            messages.error(request, str(refused))
            return redirect("supplementing:settle", self.supplement.pk)
        if is_published:
            messages.success(request, _("Confirmed: readers see it with today's date of approval."))
        else:
            messages.success(request, _("Noted. It is confirmed when an approver has said so too."))
        article = (
            self.supplement.region_id,
            language_of(self.supplement.locale_id),
            self.supplement.article_key,
        )
        return redirect("supplementing:outline", *article)

    def get_context_data(self, **kwargs: Any) -> Any:
        situation, page = self.situation, self.supplement
        permissions = permissions_on(page, self.request.user)
        may_write = permissions.can_edit()
        return super().get_context_data(
            **kwargs,
            page=page,
            situation=situation,
            status_name=STATUS_NAMES[situation.standing.status] if situation else "",
            comparison=national_change(situation) if situation else None,
            may_write=may_write,
            may_confirm=bool(situation and situation.may_be_confirmed)
            and (may_write or permissions.decides()),
        )
