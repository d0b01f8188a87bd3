"""Submissions: a draft handed in for review, with its change class and public note."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

from content_models.models import ProgrammeArea
from content_models.vocabulary import ChangeClass
from editorial_workflows.competence import Matter
from region_overlays.models import Region, SupplementPage

CLASS_NAMES = {
    ChangeClass.EDITORIAL: _("Editorial"),
    ChangeClass.SUBSTANTIVE: _("Substantive"),
    ChangeClass.SAFETY: _("Safety"),
}
LONGEST_NOTE = 500
LONGEST_MESSAGE = 1000


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def under_review(self) -> SubmissionQuerySet:
        return self.filter(workflow_state__status=WorkflowState.STATUS_IN_PROGRESS)

    def sent_back(self) -> SubmissionQuerySet:
        return self.filter(workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES)


class Submission(models.Model):
    """One round of review of one revision's content, from hand-in to decision.

    What lists filter and show stands here as it was handed in; what a decision rests on is read
    again when it is made.
    """

    workflow_state = models.OneToOneField(
        WorkflowState, on_delete=models.CASCADE, null=True, related_name="submission"
    )
    """Null only while the workflow is being started."""
    page_id = models.BigIntegerField(db_index=True)
    revision_id = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    """Of the content when it was handed in."""
    part = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    area = models.ForeignKey(ProgrammeArea, on_delete=models.SET_NULL, null=True, related_name="+")
    region = models.ForeignKey(Region, on_delete=models.CASCADE, null=True, related_name="+")
    change_class = models.CharField(
        max_length=12, choices=[(item.value, name) for item, name in CLASS_NAMES.items()]
    )
    note = models.TextField(blank=True, max_length=LONGEST_NOTE)
    message_to_regions = models.TextField(blank=True, max_length=LONGEST_MESSAGE)
    """From the national editors to the regions whose supplements it touches; not public."""
    is_confirmation = models.BooleanField(default=False)
    """Whether it only says that a supplement is right beside the national text as it is now."""
    waits_for = models.CharField(max_length=20, blank=True)
    """The step that it is at, or was at when it was decided."""
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    submitted_at = models.DateTimeField(auto_now_add=True)
    barred = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    """Who wrote or changed the content, or has taken an earlier step: not theirs to decide."""

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    objects = models.Manager.from_queryset(SubmissionQuerySet)()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ("submitted_at",)
        indexes = [models.Index(fields=["waits_for", "submitted_at"], name="submission_waits")]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_change_class_display()})"

    def matter(self) -> Matter:
        return Matter(
            step=self.waits_for,
            change_class=self.change_class,
            kind=self.kind,
            area=self.area_id,
            region=self.region_id,
        )

    def open_task_state(self) -> TaskState | None:
        """The step that is in progress, if one is."""
        if self.workflow_state is None:
            return None
        state: TaskState | None = self.workflow_state.current_task_state
        is_open = state is not None and state.status == TaskState.STATUS_IN_PROGRESS
        return state if is_open else None


def scope_of(page: Any) -> tuple[int | None, str | None]:
    """The programme area and the region that an article or a supplement belongs to."""
    if isinstance(page, SupplementPage):
        return None, page.region_id
    return page.programme_area_id, None
