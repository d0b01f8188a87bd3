"""Task types: the steps that an administrator builds workflows from."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from content_models.editions.ledger import publishing
from content_models.pages.fields import ChosenWordsField
from content_models.vocabulary import ChangeClass
from editorial_workflows import decisions, desk
from editorial_workflows.competence import Step
from editorial_workflows.locks import UnderReviewLock
from editorial_workflows.steps_needed import is_needed
from editorial_workflows.submissions import CLASS_NAMES
from editorial_workflows.submitting import submission_for

EVERY_CLASS = [str(item) for item in ChangeClass]
ALLOWED_DATA = {"comment", "seen"}


def every_class() -> list[str]:
    return list(EVERY_CLASS)


class ReviewTask(Task):
    """What the steps share; not used on its own.

    Who may decide is `competence.RULES`'s to say, and `decisions` takes each decision.
    """

    step: ClassVar[Step]
    lock_class = UnderReviewLock

    change_classes = ChosenWordsField(
        _("change classes"),
        words=[(item.value, name) for item, name in CLASS_NAMES.items()],
        default=every_class,
        help_text=_("The step is passed over for changes of other classes."),
    )

    admin_form_fields = [*Task.admin_form_fields, "change_classes"]
    admin_form_widgets = {"change_classes": forms.CheckboxSelectMultiple}

    class Meta:
        abstract = True

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Raises what rendering raises; the content is what will be judged."""
        with publishing():
            submission = submission_for(workflow_state, user)
            state: TaskState = super().start(workflow_state, user=user)
            if not is_needed(self, submission):
                state.status = TaskState.STATUS_SKIPPED
                state.save(update_fields=["status"])
            else:
                submission.waits_for = self.step
                submission.save(update_fields=["waits_for"])
            return state

    def on_action(self, task_state: Any, user: Any, action_name: str, /, **data: Any) -> None:
        """Approve or reject; `data` comes from the browser: `comment`, and `seen`, a sha256."""
        unknown = set(data) - ALLOWED_DATA
        if unknown or not all(isinstance(value, str) for value in data.values()):
            raise PermissionDenied(
                gettext("Not allowed: %(names)s.") % {"names": ", ".join(sorted(unknown)) or data}
            )
        if task_state.task_id != self.pk:
            raise PermissionDenied(gettext("This step is another one's."))
        remark = data.get("comment", "")
        if action_name == "approve":
            decisions.approve(task_state, user, remark=remark, seen=data.get("seen", ""))
        elif action_name == "reject":
            decisions.send_back(task_state, user, remark=remark)
        else:
            raise PermissionDenied(gettext("Not allowed: %(names)s.") % {"names": action_name})

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return False

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """What has been handed in is frozen for everyone until it is decided or taken back."""
        return True

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        """It is frozen as it is; a lock would only keep the next step's reviewers out."""
        return False

    def user_can_unlock(self, obj: Any, user: Any) -> bool:
        return bool(obj.permissions_for_user(user).decides())

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        if not decisions.may_decide(obj, user, self):
            return []
        return [("reject", _("Send back"), True), ("approve", _("Approve"), True)]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        states = desk.waiting_for(user).values("workflow_state__current_task_state")
        found: QuerySet[TaskState] = TaskState.objects.filter(pk__in=states, task_id=self.pk)
        return found


class ExpertReview(ReviewTask):
    step = Step.EXPERT_REVIEW

    class Meta:
        verbose_name = _("expert review")
        verbose_name_plural = _("expert reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext("An expert of the programme area reviews the facts.")


class ChildReview(ReviewTask):
    step = Step.CHILD_REVIEW

    class Meta:
        verbose_name = _("child review")
        verbose_name_plural = _("child reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext("A youth editor reviews whether it suits its young readers.")


class NationalApproval(ReviewTask):
    step = Step.NATIONAL_APPROVAL

    class Meta:
        verbose_name = _("national approval")
        verbose_name_plural = _("national approvals")

    @classmethod
    def get_description(cls) -> str:
        return gettext("An approver of the programme area approves for the approving body.")


class RegionalReview(ReviewTask):
    """Its classes of change are not asked for: see `steps_needed`."""

    step = Step.REGIONAL_REVIEW
    admin_form_fields = list(Task.admin_form_fields)
    admin_form_widgets = {}

    class Meta:
        verbose_name = _("regional review")
        verbose_name_plural = _("regional reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext(
            "The first of two approvers, for the regions that approve in two steps; passed over "
            "for the others."
        )


class RegionalApproval(ReviewTask):
    step = Step.REGIONAL_APPROVAL

    class Meta:
        verbose_name = _("regional approval")
        verbose_name_plural = _("regional approvals")

    @classmethod
    def get_description(cls) -> str:
        return gettext("An approver of the supplement's own region approves; one step for all.")
