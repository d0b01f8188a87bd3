"""Which of a workflow's steps a change goes through, as its class and its region are by now."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from content_models.vocabulary import ChangeClass
from editorial_workflows.competence import Step
from editorial_workflows.submissions import Submission
from region_overlays.region import ApprovalPath, Region

LACKS_SECOND_STEP = _(
    "%(region)s approves in two steps, and its workflow has no step of the type “regional review”. "
    "An administrator adds it, or chooses another way of approval for the region."
)


def is_needed(task: Any, submission: Submission) -> bool:
    """Whether the step is taken, rather than passed over; also for task types of Wagtail's."""
    if getattr(task, "step", "") == Step.REGIONAL_REVIEW:
        # Two people are the region's own choice, for whatever is published in its name.
        return approves_in_two_steps(submission.region)
    return submission.change_class in getattr(task, "change_classes", set(ChangeClass))


def approves_in_two_steps(region: Region | None) -> bool:
    return region is not None and region.approval_path == ApprovalPath.TWO_STEPS


def lacks_second_step(workflow: Any, region: Region | None) -> bool:
    """Whether one person would approve, in this workflow, what the region wants two to."""
    if not approves_in_two_steps(region):
        return False
    tasks = workflow.tasks.filter(active=True).specific()
    return Step.REGIONAL_REVIEW not in {getattr(task, "step", "") for task in tasks}
