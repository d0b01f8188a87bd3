"""What waits for whom: the lists of the approver's desk, each a constant number of queries."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone
from wagtail.models import Page, Revision

from content_models.vocabulary import ChangeClass
from editorial_workflows.competence import matters_for
from editorial_workflows.mandates import mandates_of
from editorial_workflows.reading import NATIONAL_READERS, READERS_OF_EVERYTHING, may_read
from editorial_workflows.submissions import Submission
from editorial_workflows.submitting import GRACE
from region_overlays.region import ApprovalPath


def waiting_for(user: Any) -> QuerySet[Submission]:
    """What the user may decide: safety first, then the longest waiting."""
    mandates = mandates_of(user)
    own_allowed = Q(region__approval_path=ApprovalPath.SELF_APPROVAL) & ~Q(
        workflow_state__task_states__finished_by=user.pk
    )
    return (
        Submission.objects.under_review()
        .filter(matters_for(mandates))
        .filter(~Q(barred=user.pk) | own_allowed)
        .select_related("area", "region", "submitted_by")
        .order_by(Case(When(change_class=ChangeClass.SAFETY, then=0), default=1), "submitted_at")
    )


def handed_in_by(user: Any) -> QuerySet[Submission]:
    """What the user handed in that is under review or sent back; newest first."""
    undecided = Submission.objects.under_review() | Submission.objects.sent_back()
    return (
        visible_to(user)
        .filter(pk__in=undecided.filter(submitted_by=user.pk))
        .select_related("area", "region", "submitted_by", "workflow_state__current_task_state")
        .order_by("-submitted_at", "-pk")
    )


def stopped(user: Any) -> list[Any]:
    """Pages that were approved for a time that has passed, and were refused then."""
    late = Revision.objects.filter(approved_go_live_at__lt=timezone.now() - GRACE)
    pages = Page.objects.filter(pk__in=[int(pk) for pk in late.values_list("object_id", flat=True)])
    return [page for page in pages.specific() if may_read(user, page)]


def visible_to(user: Any) -> QuerySet[Submission]:
    """Every submission that the user may read: of the national text, or of their region."""
    if user.is_superuser:
        return Submission.objects.all()
    roles = {mandate.role for mandate in mandates_of(user)}
    found = Q(region__in=[m.region_id for m in mandates_of(user) if m.region_id])
    if roles & NATIONAL_READERS:
        found |= Q(region=None)
    if roles & READERS_OF_EVERYTHING:
        found |= Q(region__isnull=False)
    # Who has left a region has left what they handed in there.
    return Submission.objects.filter(found | Q(submitted_by=user.pk, region=None))
