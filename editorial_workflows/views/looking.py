"""Looking at a page without changing it: its draft, its history, what is not approved yet."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from content_models.approvals import Approval, kept_document
from content_models.documents.comparison import compare
from content_models.editions.models import Edition
from editorial_workflows.competence import RULES
from editorial_workflows.history import events_of
from editorial_workflows.mandates import Mandate
from editorial_workflows.refusals import NotSubmitted
from editorial_workflows.submissions import Submission, scope_of
from editorial_workflows.submitting import content_of
from editorial_workflows.views.base import Screen, readable_page
from editorial_workflows.views.judging import LEVELS, chosen_level


class PageScreen(Screen):
    """A screen on one page that its readers may see."""

    @cached_property
    def page(self) -> Any:
        return readable_page(self.request.user, self.kwargs["page_id"])

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.request = request
        self.page  # noqa: B018 - refuses before anything else
        return super().dispatch(request, *args, **kwargs)

    def now(self) -> str | None:
        """The latest draft's document; None, and a message, if it cannot be rendered."""
        try:
            return content_of(self.page.get_latest_revision_as_object()).document
        except NotSubmitted as broken:
            messages.error(self.request, str(broken))
            return None

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(
            **kwargs,
            page=self.page,
            care_level=chosen_level(self.request),
            levels=LEVELS,
            may_edit=self.page.permissions_for_user(self.request.user).can_edit(),
        )


class Read(PageScreen):
    """The draft as its readers will see it."""

    template_name = "editorial_workflows/read.html"

    def get_page_title(self) -> str:
        return _("Draft: %(title)s") % {"title": self.page.get_admin_display_title()}

    def get_context_data(self, **kwargs: Any) -> Any:
        document = self.now()
        level = chosen_level(self.request) or None
        shown = compare(None, document, care_level=level) if document else None
        return super().get_context_data(**kwargs, comparison=shown)


class History(PageScreen):
    """Every hand-in, approval, remark and edition."""

    template_name = "editorial_workflows/history.html"

    def get_page_title(self) -> str:
        return _("Approvals of %(title)s") % {"title": self.page.get_admin_display_title()}

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(**kwargs, events=list(reversed(events_of(self.page.pk))))


class SinceApproval(PageScreen):
    """What the draft says now beside what was approved last, and who must approve it."""

    template_name = "editorial_workflows/since_approval.html"

    def get_page_title(self) -> str:
        return _("Changed since it was approved: %(title)s") % {
            "title": self.page.get_admin_display_title()
        }

    def get_context_data(self, **kwargs: Any) -> Any:
        approval = _approved_last(self.page)
        now = self.now()
        comparison = None
        if now is not None:
            before = _document_of(approval) if approval else None
            comparison = compare(before, now, care_level=chosen_level(self.request) or None)
        return super().get_context_data(
            **kwargs,
            approval=approval,
            comparison=comparison,
            approvers=groups_that_approve(self.page),
        )


def _approved_last(page: Any) -> Approval | None:
    """The last step of the round that is under way, else what was approved for publication."""
    approvals = Approval.objects.filter(page_id=page.pk).order_by("-pk")
    under_way = Submission.objects.under_review().filter(page_id=page.pk).values("pk")
    return (
        approvals.filter(submission_id__in=under_way).first()
        or approvals.filter(is_final=True).first()
    )


def _document_of(approval: Approval) -> str | None:
    kept = kept_document(approval.sha256)
    if kept is not None:
        return kept
    edition = Edition.objects.filter(part=approval.part, sha256=approval.sha256).first()
    return edition.document if edition else None


def groups_that_approve(page: Any) -> list[tuple[str, list[str]]]:
    """The steps of the page's workflow, each with the groups that take it."""
    workflow = page.get_workflow()
    area, region = scope_of(page)
    found = []
    for task in workflow.tasks.specific() if workflow else ():
        roles = {rule.role for rule in RULES if rule.step == getattr(task, "step", None)}
        mandates = Mandate.objects.filter(role__in=roles).select_related("group")
        names = {
            mandate.group.name
            for mandate in mandates
            if mandate.programme_area_id in (None, area) and mandate.region_id in (None, region)
        }
        found.append((task.name, sorted(names)))
    return found
