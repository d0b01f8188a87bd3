"""Where an article is on its way, in the words of the desk; each page is in one state."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from editorial_workflows.submissions import Submission


class State(StrEnum):
    DRAFT = "draft"
    UNDER_REVIEW = "under-review"
    SCHEDULED = "scheduled"
    LIVE = "live"
    LIVE_CHANGED = "live-changed"
    WITHDRAWN = "withdrawn"


STATE_NAMES = {
    State.DRAFT: _("Draft, never published"),
    State.UNDER_REVIEW: _("Under review"),
    State.SCHEDULED: _("Approved, waits for its time"),
    State.LIVE: _("Published"),
    State.LIVE_CHANGED: _("Published, with changes"),
    State.WITHDRAWN: _("Taken down"),
}
_AT_REST = {
    State.DRAFT: Q(page__live=False, page__first_published_at=None),
    State.LIVE: Q(page__live=True, page__has_unpublished_changes=False),
    State.LIVE_CHANGED: Q(page__live=True, page__has_unpublished_changes=True),
    State.WITHDRAWN: Q(page__live=False, page__first_published_at__isnull=False),
}


def under_review() -> QuerySet[Submission, int]:
    """The ids of the pages that wait for a decision."""
    return Submission.objects.under_review().values_list("page_id", flat=True)


def scheduled() -> QuerySet[Revision, int]:
    """The ids of the pages with an approved revision that waits for its time."""
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    pages: QuerySet[Revision, int] = waiting.annotate(
        page_id=Cast("object_id", BigIntegerField())
    ).values_list("page_id", flat=True)
    return pages


def in_state(state: State) -> Q:
    """The state as a condition on the desk's rows: what `state_of` gives."""
    reviewed, waits = Q(pk__in=under_review()), Q(pk__in=scheduled())
    if state is State.UNDER_REVIEW:
        return reviewed
    if state is State.SCHEDULED:
        return waits & ~reviewed
    return _AT_REST[state] & ~reviewed & ~waits


def states_of(pages: Collection[Page]) -> dict[int, State]:
    """Page id → state, in two statements however many they are."""
    ids = [page.pk for page in pages]
    reviewed = set(under_review().filter(page_id__in=ids))
    waits = set(scheduled().filter(object_id__in=[str(pk) for pk in ids]))
    return {
        page.pk: state_of(page, reviewed=page.pk in reviewed, waits=page.pk in waits)
        for page in pages
    }


def state_of(page: Page, *, reviewed: bool, waits: bool) -> State:
    if reviewed:
        return State.UNDER_REVIEW
    if waits:
        return State.SCHEDULED
    if page.live:
        return State.LIVE_CHANGED if page.has_unpublished_changes else State.LIVE
    return State.DRAFT if page.first_published_at is None else State.WITHDRAWN
