"""Handing in a draft: what must be in order, and the start of its workflow."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page, WorkflowState

from content_models.approvals import keep_document
from content_models.documents.citations import DanglingCitation
from content_models.documents.files import FileMissing
from content_models.documents.rendering import RenderedPart
from content_models.editions.editioned import EditionedPage
from content_models.editions.ledger import publishing
from content_models.editions.models import CurrentEdition
from content_models.models import FolderPage
from content_models.vocabulary import ChangeClass
from editorial_workflows.authors import authors_of
from editorial_workflows.held_back import is_kept_from_readers
from editorial_workflows.incomplete import lacking_in
from editorial_workflows.messages_to_regions import check_message
from editorial_workflows.refusals import NotSubmitted
from editorial_workflows.steps_needed import LACKS_SECOND_STEP, lacks_second_step
from editorial_workflows.submissions import LONGEST_NOTE, Submission, scope_of
from editorial_workflows.supplementing.anchoring import vouch_for_place
from editorial_workflows.translating.source_changes import lag_of
from editorial_workflows.translating.texts import missing_in, texts_of
from editorial_workflows.translating.writing import translation_of
from region_overlays.models import SupplementPage


def submit(
    page: Any,
    user: Any,
    change_class: ChangeClass,
    note: str,
    *,
    message_to_regions: str = "",
    is_confirmation: bool = False,
) -> Submission:
    """Hand in the page's latest draft for review, anew if it was sent back.

    The message goes with national content, to the regions whose supplements it touches.
    A confirmation is of a supplement that nobody has changed: who hands it in is not its author.
    Raises NotSubmitted, and then nothing has changed.
    """
    with publishing():
        page = Page.objects.get(pk=page.pk).specific
        _check_state(page, user, is_confirmation=is_confirmation)
        _check_terms(page, change_class, note, is_confirmation=is_confirmation)
        check_message(page, message_to_regions.strip())
        if isinstance(page, SupplementPage) and not is_confirmation:
            page = vouch_for_place(page, user)
        earlier = page.current_workflow_state
        if earlier is not None:
            # Sent back: the whole path again, since every step is of one content.
            earlier.cancel(user=user)
        if page.locked:
            # Its editor is done with it: a lock of theirs would keep its reviewers out.
            page.locked, page.locked_by, page.locked_at = False, None, None
            page.save(update_fields=["locked", "locked_by", "locked_at"])
        if is_overdue(page):
            # Its schedule was stopped: this round takes its place.
            page.revisions.update(approved_go_live_at=None)
        Submission.objects.filter(page_id=page.pk, workflow_state=None).delete()
        submission = Submission(
            page_id=page.pk,
            change_class=change_class,
            note=note.strip(),
            message_to_regions=message_to_regions.strip(),
            is_confirmation=is_confirmation,
        )
        _fill(submission, page, user)
        page.get_workflow().start(page, user)
        submission.refresh_from_db()
        return submission


def submission_for(workflow_state: WorkflowState, user: Any) -> Submission:
    """The round that a starting step belongs to.

    A workflow that was started past `submit` is of the strictest kind: a substantive change.
    """
    page: Any = workflow_state.content_object.specific
    if not _is_content(page):
        raise NotSubmitted(_("Only articles and supplements are handed in."))
    submission = (
        Submission.objects.filter(workflow_state=workflow_state).first()
        or Submission.objects.filter(page_id=page.pk, workflow_state=None).first()
        or Submission(page_id=page.pk, change_class=ChangeClass.SUBSTANTIVE)
    )
    submission.workflow_state = workflow_state
    if submission.revision_id != page.latest_revision_id:
        _fill(submission, page, user)
    else:
        submission.save(update_fields=["workflow_state"])
    return submission


def _fill(submission: Submission, page: Any, user: Any) -> None:
    """Take down what is handed in, and by whom; save."""
    revision = page.get_latest_revision()
    if revision is None:
        raise NotSubmitted(_("There is no draft to hand in."))
    draft = revision.as_object()
    content = content_of(draft)
    submission.revision_id = revision.pk
    submission.sha256 = content.sha256
    submission.part = str(content.part)
    submission.kind = content.kind
    submission.title = draft.title
    submission.area_id, submission.region_id = scope_of(draft)
    submission.submitted_by = user
    submission.save()
    vouches = {user.pk} if user and not submission.is_confirmation else set()
    submission.barred.set(authors_of(page) | vouches)
    keep_document(content.sha256, content.document)


def content_of(draft: Any) -> RenderedPart:
    """The document of a draft; raises NotSubmitted in words for its editor."""
    try:
        content: RenderedPart = draft.render()
    except DanglingCitation as dangling:
        raise NotSubmitted(
            _("[^%(label)s] is cited but not in the references.") % {"label": dangling.label}
        ) from dangling
    except FileMissing as missing:
        raise NotSubmitted(_("A file is missing: %(which)s.") % {"which": missing}) from missing
    return content


def _stands_with_its_kind(page: Any) -> bool:
    """Whether the folder that it stands in, which decides on its review, is for such articles."""
    kinds = FolderPage.objects.ancestor_of(page).exclude(kind="").order_by("-depth")
    kind = kinds.values_list("kind", flat=True).first()
    return kind is None or kind == getattr(page, "kind", kind)


def _is_content(page: Any) -> bool:
    return isinstance(page, EditionedPage)


def _check_state(page: Any, user: Any, *, is_confirmation: bool) -> None:
    if not _is_content(page):
        raise NotSubmitted(_("Only articles and supplements are handed in."))
    permissions = page.permissions_for_user(user)
    if not (permissions.can_edit() or (is_confirmation and permissions.decides())):
        raise NotSubmitted(_("Only those who may edit the page hand it in."))
    if page.workflow_in_progress:
        raise NotSubmitted(_("It has already been handed in."))
    if page.get_workflow() is None:
        raise NotSubmitted(_("No workflow is set for this part of the tree."))
    if not _stands_with_its_kind(page):
        raise NotSubmitted(
            _("It stands in a folder for another kind, with another review; move it.")
        )
    if not all(hasattr(task.specific, "step") for task in page.get_workflow().tasks):
        # Another kind of step leaves no approval behind, so nothing could be published after it.
        raise NotSubmitted(_("The workflow has a step that records no approvals."))
    region = getattr(page, "region", None)
    if lacks_second_step(page.get_workflow(), region):
        raise NotSubmitted(LACKS_SECOND_STEP % {"region": region})
    lock = page.get_lock()
    if isinstance(lock, ScheduledForPublishLock) and is_overdue(page):
        return
    if lock is not None and lock.for_user(user):
        raise NotSubmitted(_("The page is locked: %(why)s") % {"why": lock.get_description(user)})


GRACE = timedelta(minutes=2)
"""The schedule is carried out once a minute; what is later than this was refused."""


def is_overdue(page: Any) -> bool:
    """Whether the page was approved for a time that has passed, and refused then."""
    scheduled = page.scheduled_revision
    return scheduled is not None and scheduled.approved_go_live_at < timezone.now() - GRACE


def is_published(draft: Any) -> bool:
    """Whether readers have an earlier state of exactly the part that the draft would become."""
    live = CurrentEdition.objects.filter(page_id=draft.pk, tombstone=False)
    return live.filter(part=str(draft.as_part())).exists()


def _check_translation(page: Any) -> None:
    """Whole, and of what the source says now."""
    translation = translation_of(page)
    if translation is None:
        return
    if missing_in(texts_of(translation)):
        raise NotSubmitted(_("Not every text is translated yet."))
    if lag_of(page).draft_is_behind:
        raise NotSubmitted(_("The source has changed: update the texts first."))


def _check_terms(page: Any, change_class: ChangeClass, note: str, *, is_confirmation: bool) -> None:
    draft = page.get_latest_revision_as_object()
    if lacking := lacking_in(draft):
        what = "; ".join(lacking)
        raise NotSubmitted(_("The draft is not complete: %(what)s") % {"what": what})
    _check_translation(page)
    if not draft.approver():
        raise NotSubmitted(_("Choose an approving body, under “Approval and review”."))
    if change_class != ChangeClass.SUBSTANTIVE and not is_published(draft):
        raise NotSubmitted(_("What is not published yet is a substantive change."))
    is_small = change_class == ChangeClass.EDITORIAL and not is_confirmation
    if is_small and is_kept_from_readers(draft.as_part()):
        raise NotSubmitted(
            _(
                "It is held back after a safety change of the text it belongs to. "
                "What confirms it is more than an editorial change."
            )
        )
    if not note.strip():
        raise NotSubmitted(_("Write a note on what has changed: readers see it."))
    if len(note.strip()) > LONGEST_NOTE:
        raise NotSubmitted(
            _("The note is longer than %(length)d characters.") % {"length": LONGEST_NOTE}
        )
