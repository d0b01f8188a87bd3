"""Wagtail's own page views, where what they do is not what is done here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.lock import LockView, UnlockView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from content_models.approvals import NotApproved
from content_models.editions.ledger import PartTaken, publishing
from editorial_workflows import decisions
from editorial_workflows.refusals import Refused
from editorial_workflows.supplementing.creating import put_in_place
from editorial_workflows.views.guarded import (
    CollectDecision,
    ConfirmCancellation,
    ConfirmMove,
    ForReaders,
    PreviewForTask,
)
from region_overlays.models import SupplementPage

HAND_IN = "action-hand-in"
Action = tuple[str, Callable[[], HttpResponse]]


def tell_unpublished(request: HttpRequest, page: Any) -> None:
    """Say that it was saved, why it is not published, and where to see what has changed."""
    messages.error(
        request,
        _(
            "Saved as a draft, not published. "
            "Only content that has been approved, unchanged, is published."
        ),
        buttons=[
            messages.button(
                reverse("approvals:since_approval", args=[page.pk]), _("What has changed")
            ),
            messages.button(reverse("approvals:hand_in", args=[page.pk]), _("Hand in for review")),
        ],
    )


class SubmissionByScreen:
    """Mixin: the draft is saved, then the hand-in screen asks for change class and note."""

    request: HttpRequest
    page: Any

    @property
    def action_name_and_method(self) -> Action:
        asked = self.request.POST
        if HAND_IN in asked or "action-submit" in asked or "action-restart-workflow" in asked:
            # Not "save", which lets required fields be empty: what is handed in is complete.
            return "submit", self.save_and_hand_in
        if "action-publish" in asked:
            return "save", self.save_and_explain
        found: Action = super().action_name_and_method  # type: ignore[misc]
        return found

    def save_action(self) -> HttpResponse:
        """Behind the ledger's lock: what was handed in since this request began stays as it was."""
        with publishing():
            if self.page.workflow_in_progress:
                return self._refuse(_("It has already been handed in."))
            saved: HttpResponse = super().save_action()  # type: ignore[misc]
            return saved

    def form_invalid(self, form: Any) -> HttpResponse:
        view: Any = self
        # What is being made has no lock yet.
        if getattr(view, "locked_for_user", False) and not view.is_cancelling_workflow:
            # Wagtail's own words for it say neither why nor, in Swedish, anything.
            if self.page.workflow_in_progress:
                return self._refuse(_("It has already been handed in."))
            why = view.lock.get_description(self.request.user)
            return self._refuse(_("The page is locked: %(why)s") % {"why": why})
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        return answer

    def _refuse(self, why: str) -> HttpResponse:
        """As Wagtail refuses an autosave that came too late: what was typed stays in the form."""
        view: Any = self
        if view.expects_json_response:
            refused: HttpResponse = view.json_error_response("locked", why)
            return refused
        messages.error(self.request, why)
        view.has_unsaved_changes = True
        shown: HttpResponse = view.render_to_response(view.get_context_data())
        return shown

    def save_and_hand_in(self) -> HttpResponse:
        response = self.save_action()
        if response.status_code == 302:
            return redirect("approvals:hand_in", self.page.pk)
        return response

    def save_and_explain(self) -> HttpResponse:
        response = self.save_action()
        if response.status_code == 302:
            _drop_messages(self.request)
            tell_unpublished(self.request, self.page)
        return response


def _drop_messages(request: HttpRequest) -> None:
    for _message in get_messages(request):  # what has been read is not shown
        continue


class Edit(SubmissionByScreen, EditView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if "action-cancel-workflow" in request.POST and self.locked_for_user:
            return self._take_back()
        return super().post(request, *args, **kwargs)

    def cancel_workflow_action(self) -> HttpResponse:
        """What was typed is saved first, whatever becomes of the cancelling."""
        self.save_action()
        return self._take_back()

    def _take_back(self) -> HttpResponse:
        state = self.workflow_state
        try:
            if state is None:
                raise Refused(_("It is no longer waiting for a decision."))
            decisions.cancel(state, self.request.user)
        except Refused as refused:
            messages.error(self.request, str(refused))
        else:
            self.add_cancel_workflow_confirmation_message()
        return redirect("wagtailadmin_pages:edit", self.page.pk)


class Revert(SubmissionByScreen, RevisionsRevertView):
    pass


class Create(SubmissionByScreen, CreateView):
    def get(self, request: HttpRequest) -> HttpResponse:
        if isinstance(self.page, SupplementPage):
            elsewhere = put_in_place(request, self.page, self.parent_page)
            if elsewhere is not None:
                return elsewhere
        shown: HttpResponse = super().get(request)
        return shown


class Lock(LockView):
    def perform_operation(self) -> Any:
        """Of two people who lock at once, the first has it and the other is told."""
        if not self.object.permissions_for_user(self.request.user).can_lock():
            raise PermissionDenied
        with publishing():
            self.object.refresh_from_db(fields=["locked", "locked_by", "locked_at"])
            holder = self.object.locked_by
            if self.object.locked and holder != self.request.user:
                messages.error(
                    self.request,
                    _("The page is locked by %(who)s.")
                    % {"who": get_user_display_name(holder) if holder else "–"},
                )
                return None
            return super().perform_operation()


class Unlock(UnlockView):
    def perform_operation(self) -> Any:
        with publishing():
            self.object.refresh_from_db(fields=["locked", "locked_by", "locked_at"])
            return super().perform_operation()


class Withdraw(UnpublishView):
    """Taking an article or a supplement down, with a note that readers of the feed see."""

    template_name = "editorial_workflows/withdraw.html"

    def unpublish(self) -> Any:
        self.object.withdrawal_note = (
            self.request.POST.get("note", "").replace("\x00", "").strip()[:500]
        )
        return super().unpublish()


class Decide(ForReaders, WorkflowActionView):
    """Wagtail's own way of approving and rejecting: the same decisions, refused in words."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().post(request, *args, **kwargs)
        except (Refused, NotApproved, PartTaken) as refused:
            messages.error(request, str(refused))
            return redirect(self.redirect_url)


class ContentViewSet(PageViewSet):
    """The views of articles and supplements."""

    add_view_class = Create
    edit_view_class = Edit
    lock_view_class = Lock
    unlock_view_class = Unlock
    revisions_revert_view_class = Revert
    unpublish_view_class = Withdraw
    workflow_action_view_class = Decide
    collect_workflow_action_data_view_class = CollectDecision
    confirm_workflow_cancellation_view_class = ConfirmCancellation
    workflow_preview_view_class = PreviewForTask
    move_confirm_view_class = ConfirmMove
