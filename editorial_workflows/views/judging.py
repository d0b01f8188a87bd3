"""One submission: what it changes, what others have said, and the decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from content_models.approvals import Approval, NotApproved, kept_document
from content_models.documents.comparison import Comparison, compare
from content_models.editions.ledger import PartTaken
from content_models.editions.models import CurrentEdition
from content_models.vocabulary import CareLevel, ChangeClass
from editorial_workflows import decisions, desk
from editorial_workflows.history import events_of
from editorial_workflows.impact import Impact, impact_of
from editorial_workflows.refusals import NotSubmitted, Refused
from editorial_workflows.submissions import Submission
from editorial_workflows.submitting import content_of
from editorial_workflows.supplementing.vouching import vouching_for
from editorial_workflows.views.base import Screen, content_page

LEVELS = {
    "": gettext_lazy("Every care level"),
    CareLevel.PRIMARY.value: gettext_lazy("Primary care"),
    CareLevel.SPECIALISED.value: gettext_lazy("Specialised care"),
}


def chosen_level(request: HttpRequest) -> str:
    level = request.GET.get("care_level", "")
    return level if level in LEVELS else ""


def live_document(part: str) -> str | None:
    """What readers see of a part now; None if it is not published."""
    live = CurrentEdition.objects.filter(part=part, tombstone=False)
    found: str | None = live.values_list("edition__document", flat=True).first()
    return found


class DecisionForm(forms.Form):
    remark = forms.CharField(
        label=gettext_lazy("Remark"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For the editors; needed to send it back. Readers do not see it."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    """The sha256 of the content on the screen."""
    step = forms.IntegerField(widget=forms.HiddenInput)
    """The task state on the screen: another may have begun since."""


class Review(Screen):
    """Before and after, per care level; approve, send back or take back."""

    template_name = "editorial_workflows/review.html"
    header_icon = "clipboard-list"

    @cached_property
    def submission(self) -> Submission:
        visible = desk.visible_to(self.request.user) | desk.waiting_for(self.request.user)
        return get_object_or_404(visible.distinct(), pk=self.kwargs["submission_id"])

    @cached_property
    def page(self) -> Any:
        return content_page(self.submission.page_id)

    def get_page_title(self) -> str:
        return self.submission.title

    def post(self, request: HttpRequest, submission_id: int) -> Any:
        form = DecisionForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("The form is not complete; read the page again."))
            return self.render_to_response(
                self.get_context_data(form=self._form(request.POST.get("remark", "")))
            )
        try:
            done = self._decide(form.cleaned_data)
        except (Refused, NotApproved, PartTaken) as refused:
            messages.error(request, str(refused))
            # What was written is still in the form.
            return self.render_to_response(
                self.get_context_data(form=self._form(form.cleaned_data["remark"]))
            )
        messages.success(request, done)
        return redirect("approvals:desk")

    def _decide(self, said: dict[str, Any]) -> str:
        state = self.submission.workflow_state
        step = state and state.task_states.filter(pk=said["step"]).first()
        if state is None or step is None:
            raise Refused(_("It is no longer waiting for a decision."))
        title = {"title": self.submission.title}
        if "approve" in self.request.POST:
            approval = decisions.approve(
                step, self.request.user, remark=said["remark"], seen=said["seen"]
            )
            if not approval.is_final:
                return _("“%(title)s” is approved and goes on to the next step.") % title
            self.page.refresh_from_db()
            if self.page.live_revision_id == approval.revision_id:
                return _("“%(title)s” is approved and published.") % title
            return _("“%(title)s” is approved and will be published as scheduled.") % title
        if "send_back" in self.request.POST:
            decisions.send_back(step, self.request.user, remark=said["remark"])
            return _("“%(title)s” has been sent back.") % title
        if "take_back" in self.request.POST:
            decisions.cancel(state, self.request.user, seen=step)
            return _("“%(title)s” has been taken back.") % title
        raise Refused(_("Choose what to do: approve, send back or take back."))

    def _form(self, remark: str = "") -> DecisionForm:
        state, content = self.submission.open_task_state(), self._content
        return DecisionForm(
            initial={
                "seen": content.sha256 if content else "",
                "step": state.pk if state else None,
                "remark": remark,
            }
        )

    @cached_property
    def _content(self) -> Any:
        """The content as it would be approved now; None if it cannot be rendered."""
        revision = self.page.revisions.filter(pk=self.submission.revision_id).first()
        try:
            return content_of(revision.as_object()) if revision else None
        except NotSubmitted as broken:
            messages.error(self.request, str(broken))
            return None

    def get_context_data(self, **kwargs: Any) -> Any:
        submission, user = self.submission, self.request.user
        is_open = submission.open_task_state() is not None
        why_not = self._why_not() if is_open else ""
        kwargs.setdefault("form", self._form())
        return super().get_context_data(
            **kwargs,
            submission=submission,
            page=self.page,
            draft=self._draft,
            statement=self._statement() if is_open else None,
            leaves=self._leaves() if is_open else [],
            comparison=self._comparison(is_open),
            care_level=chosen_level(self.request),
            levels=LEVELS,
            is_open=is_open,
            may_decide=is_open and not why_not,
            why_not=why_not,
            may_take_back=is_open
            and (
                submission.submitted_by_id == user.pk
                or self.page.permissions_for_user(user).can_edit()
            ),
            events=events_of(submission.page_id, submission=submission.pk),
            has_changed=is_open and self._has_changed(),
            impact=self._impact() if is_open else Impact(),
            vouching=vouching_for(self._draft) if is_open else None,
        )

    def _impact(self) -> Impact:
        is_safety = self.submission.change_class == ChangeClass.SAFETY
        return impact_of(self.page, self._content, is_safety=is_safety)

    @cached_property
    def _draft(self) -> Any:
        return self.page.get_latest_revision_as_object()

    def _statement(self) -> tuple[Any, str] | None:
        """The date and the body that readers will be shown; None if it cannot be approved."""
        try:
            return decisions.statement_of(self.submission, self._draft)
        except Refused as refused:
            messages.warning(self.request, str(refused))
            return None

    def _leaves(self) -> list[str]:
        """What the page is published as now and will be no longer: its key or place has changed."""
        live = CurrentEdition.objects.filter(page_id=self.page.pk, tombstone=False)
        return list(live.exclude(part=self.submission.part).values_list("part", flat=True))

    def _has_changed(self) -> bool:
        """Whether an earlier step was taken on something else than what stands there now."""
        now = self._content.sha256 if self._content else ""
        steps = Approval.objects.filter(submission_id=self.submission.pk)
        return steps.exclude(sha256=now).exists()

    def _why_not(self) -> str:
        try:
            decisions.decider_of(self.submission, self.page, self.request.user)
        except Refused as refused:
            return str(refused)
        return ""

    def _comparison(self, is_open: bool) -> Comparison | None:
        """What the decision is about; for a round that is over, what it was about."""
        submission = self.submission
        level = chosen_level(self.request) or None
        after = self._content.document if is_open and self._content else None
        after = after or kept_document(submission.sha256)
        before = live_document(submission.part) if is_open else _before(submission)
        return compare(before, after, care_level=level) if after is not None else None


def _before(submission: Submission) -> str | None:
    """What readers saw when a round that is over was decided."""
    from content_models.editions.models import Edition

    mine = Approval.objects.filter(submission_id=submission.pk).values("pk")
    earlier = Edition.objects.filter(part=submission.part, tombstone=False)
    published = earlier.filter(approval_id__in=mine).order_by("sequence").first()
    earlier = (
        earlier.filter(sequence__lt=published.sequence)
        if published
        else earlier.filter(valid_from__lt=submission.submitted_at)
    )
    found: str | None = earlier.order_by("-sequence").values_list("document", flat=True).first()
    return found
