"""The workflows that `migrate` makes; data from then on, for administrators to change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from content_models.vocabulary import ChangeClass
from editorial_workflows.tasks import (
    EVERY_CLASS,
    ChildReview,
    ExpertReview,
    NationalApproval,
    RegionalApproval,
    RegionalReview,
    ReviewTask,
)

NATIONAL = "Nationellt godkännande"
YOUTH = "Barn och unga"
REGIONAL = "Regionalt godkännande"
ONLY_SUBSTANTIVE = [str(ChangeClass.SUBSTANTIVE)]


def ensure_workflows(
    *, national: Iterable[Page], youth: Iterable[Page], regions: Iterable[Page]
) -> None:
    """Make the workflows that are missing and set each on its tree.

    One that is there is left as its administrators want it, and so is a tree that has another.
    """
    approval = _step(NationalApproval, "Godkännande av programområdet", EVERY_CLASS)
    expert = _step(ExpertReview, "Sakgranskning", ONLY_SUBSTANTIVE)
    child = _step(ChildReview, "Granskning för barn och unga", ONLY_SUBSTANTIVE)
    review = _step(RegionalReview, "Granskning i regionen", EVERY_CLASS)
    regional = _step(RegionalApproval, "Godkännande av regionen", EVERY_CLASS)
    _set(_workflow(NATIONAL, (expert, approval)), national)
    _set(_workflow(YOUTH, (child, approval)), youth)
    _set(_workflow(REGIONAL, (review, regional)), regions)


def _step(model: type[ReviewTask], name: str, classes: Sequence[str]) -> ReviewTask:
    found: ReviewTask | None = model.objects.first()
    if found is None:
        found = model.objects.create(name=name, change_classes=list(classes))
    return found


def _workflow(name: str, steps: Sequence[ReviewTask]) -> Workflow:
    workflow, created = Workflow.objects.get_or_create(name=name)
    if created:
        for place, step in enumerate(steps):
            WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=place)
    return workflow


def _set(workflow: Workflow, pages: Iterable[Page]) -> None:
    for page in pages:
        WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": workflow})
