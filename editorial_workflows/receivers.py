"""What the workflows do when others write; connected in apps.py."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission, Page, Revision, WorkflowPage

from content_models.approvals import Approval
from content_models.editions.editioned import EditionedPage
from content_models.models import FolderPage, NationalRootPage, ProgrammeArea
from editorial_workflows import roles
from editorial_workflows.authors import carry
from editorial_workflows.submissions import Submission
from region_overlays.models import RegionPage, RegionsRootPage

STRUCTURE = (NationalRootPage, FolderPage, RegionsRootPage, RegionPage)


def freeze_what_is_judged(
    instance: Revision, update_fields: frozenset[str] | None = None, **_kwargs: Any
) -> None:
    """No new version while one is under review, and none written over that has been judged.

    Wagtail's editor asks for the lock; its API, autosave and the translation tools do not.
    """
    if update_fields is not None and "content" not in update_fields:
        return
    if instance.pk is None:
        _refuse_beside_review(instance)
    else:
        _refuse_overwriting(instance)


def _refuse_beside_review(instance: Revision) -> None:
    if issubclass(instance.base_content_type.model_class(), Page) and (
        Submission.objects.under_review().filter(page_id=int(instance.object_id)).exists()
    ):
        raise PermissionDenied(_("It is not changed until it has been decided, or taken back."))


def _refuse_overwriting(instance: Revision) -> None:
    held = (
        Approval.objects.filter(revision_id=instance.pk).exists()
        or Submission.objects.filter(revision_id=instance.pk).exists()
    )
    if not held:
        return
    before = Revision.objects.filter(pk=instance.pk).values_list("content", flat=True).first()
    now = json.loads(json.dumps(instance.content, cls=DjangoJSONEncoder))
    if before is not None and before != now:
        raise PermissionDenied(_("This version has been handed in; save as a new one."))


def end_review_of_withdrawn(instance: Page, **_kwargs: Any) -> None:
    """What was taken down, or has expired, is handed in anew: the review was of a change to it."""
    state = instance.current_workflow_state
    if state is not None and state.status == state.STATUS_IN_PROGRESS:
        state.cancel()


def refuse_privacy(**_kwargs: Any) -> None:
    """What is published is public: privacy would hide or show it without an approval."""
    raise PermissionDenied(_("Page privacy is not used here."))


def give_translation_its_people(source_obj: Page, target_obj: Page, **_kwargs: Any) -> None:
    """A tree in another language has the same groups and workflow; its texts the same authors."""
    if isinstance(target_obj, EditionedPage):
        carry(source_obj, target_obj)
    if not isinstance(target_obj, STRUCTURE):
        return
    for held in GroupPagePermission.objects.filter(page_id=source_obj.pk):
        GroupPagePermission.objects.get_or_create(
            page_id=target_obj.pk, group_id=held.group_id, permission_id=held.permission_id
        )
    link = WorkflowPage.objects.filter(page_id=source_obj.pk).first()
    if link is not None:
        WorkflowPage.objects.get_or_create(
            page_id=target_obj.pk, defaults={"workflow": link.workflow}
        )


def give_area_its_approvers(instance: ProgrammeArea, created: bool, **_kwargs: Any) -> None:
    """An area has approvers of its own from the start."""
    if created:
        roles.ensure_area(instance)
