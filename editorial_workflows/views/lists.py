"""The lists of the desk."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from content_models.models import ProgrammeArea
from editorial_workflows import desk
from editorial_workflows.reading import readable_drafts
from editorial_workflows.submissions import CLASS_NAMES, Submission
from editorial_workflows.views.base import Screen
from region_overlays.models import Region

PAGE_LENGTH = 50


class SubmissionFilters(WagtailFilterSet):
    area = ModelChoiceFilter(queryset=ProgrammeArea.objects.all(), label=_("Programme area"))
    region = ModelChoiceFilter(queryset=Region.objects.all(), label=_("Region"))
    change_class = ChoiceFilter(
        choices=[(item.value, name) for item, name in CLASS_NAMES.items()], label=_("Change class")
    )

    class Meta:
        model = Submission
        fields = ("area", "region", "change_class")


class SubmissionList(Screen):
    """Submissions, filtered and page by page."""

    template_name = "editorial_workflows/desk.html"
    here = ""

    def submissions(self) -> QuerySet[Submission]:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> Any:
        filters = SubmissionFilters(
            self.request.GET, queryset=self.submissions(), request=self.request
        )
        paginator: Paginator[Submission] = Paginator(filters.qs, PAGE_LENGTH)
        return super().get_context_data(
            **kwargs,
            here=self.here,
            filters=filters,
            items=paginator.get_page(self.request.GET.get("p")),
        )


class Waiting(SubmissionList):
    page_title = _("Waits for me")
    here = "desk"

    def submissions(self) -> QuerySet[Submission]:
        return desk.waiting_for(self.request.user)


class HandedIn(SubmissionList):
    page_title = _("Handed in by me")
    here = "mine"

    def submissions(self) -> QuerySet[Submission]:
        return desk.handed_in_by(self.request.user)


class Stopped(Screen):
    """Approved for a time that has passed, and refused then: what was approved has changed."""

    page_title = _("Stopped")
    template_name = "editorial_workflows/stopped.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(
            **kwargs, here="stopped", pages=desk.stopped(self.request.user)
        )


class Drafts(Screen):
    """What is not published yet, for those who may read it."""

    page_title = _("Drafts")
    template_name = "editorial_workflows/drafts.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        paginator: Paginator[Any] = Paginator(readable_drafts(self.request.user), PAGE_LENGTH)
        return super().get_context_data(
            **kwargs, here="drafts", items=paginator.get_page(self.request.GET.get("p"))
        )
