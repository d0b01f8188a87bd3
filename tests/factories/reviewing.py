"""Drafts on their way: handed in, approved step by step, sent back."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from content_models.models import ApprovingBody
from content_models.vocabulary import ChangeClass
from editorial_workflows import decisions, submitting
from editorial_workflows.submissions import Submission
from tests.factories import people
from tests.factories.published import draft_article, draft_supplement

BODY = "Nationellt programområde ögonsjukdomar"
AREA = "Ögonsjukdomar"


def written(by: Any, key: str = "katarakt", *, body: str = BODY, **fields: Any) -> Any:
    """An article that someone has written, complete enough to be handed in."""
    fields.setdefault("programme_area", AREA)
    approving = ApprovingBody.objects.get_or_create(name=body)[0]
    page = draft_article(key, approving_body=approving, **fields)
    page.save_revision(user=by)
    return latest(page)


def regional(by: Any, national: Any, region: str = "14", **fields: Any) -> Any:
    """A supplement that someone has written."""
    page = draft_supplement(national, region, **fields)
    page.save_revision(user=by)
    return latest(page)


def changed(page: Any, by: Any, **fields: Any) -> Any:
    """A new draft of the page, by someone; complete or not, as Wagtail's editor lets it be."""
    draft = latest(page).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=by, clean=False)
    return latest(page)


def latest(page: Any) -> Any:
    return Page.objects.get(pk=page.pk).specific


def handed_in(
    page: Any,
    by: Any,
    change_class: ChangeClass = ChangeClass.SUBSTANTIVE,
    note: str = "Ny rekommendation.",
) -> Submission:
    return submitting.submit(latest(page), people.again(by), change_class, note)


def approved(submission: Submission, by: Any, **data: Any) -> Any:
    """The submission's current step, approved by someone; gives the approval."""
    return decisions.approve(current(submission), people.again(by), **data)


def sent_back(submission: Submission, by: Any, remark: str = "Ange dosen.") -> None:
    decisions.send_back(current(submission), people.again(by), remark=remark)


def current(submission: Submission) -> Any:
    submission = Submission.objects.get(pk=submission.pk)
    return submission.workflow_state.current_task_state


def published_nationally(key: str = "katarakt", **fields: Any) -> Any:
    """An article that has gone the whole path: written, reviewed, approved, published."""
    writer = people.editor("skribent")
    submission = handed_in(written(writer, key, **fields), writer)
    approved(submission, people.expert("sakkunnig"))
    approved(submission, people.approver("godkannare"))
    return latest(Page.objects.get(pk=submission.page_id))
