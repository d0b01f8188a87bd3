"""Approvals: append-only rows that say who approved exactly which content, and for which body."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _

from content_models.vocabulary import ChangeClass


class Approval(models.Model):
    """One approval of one revision's content; never updated, never deleted (held by triggers).

    People are ids here; their names live in a table that can be erased.
    """

    part = models.CharField(max_length=300)
    page_id = models.BigIntegerField()
    revision_id = models.BigIntegerField(db_index=True)
    sha256 = models.CharField(max_length=64)
    date = models.DateField()
    body = models.CharField(max_length=255)
    role = models.CharField(max_length=40)
    person_id = models.BigIntegerField(null=True)
    remark = models.TextField(blank=True)
    change_class = models.CharField(max_length=12, choices=[(c, c) for c in ChangeClass])
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        indexes = [models.Index(fields=["part", "sha256"], name="approval_part_content")]

    def __str__(self) -> str:
        return f"{self.part} {self.date} {self.body}"


class NotApproved(PermissionDenied):
    """What was about to be published is not exactly what someone approved.

    Nobody has the permission, so Wagtail's admin and Django answer it as they answer that.
    """

    def __init__(self, part: str, revision_id: int | None, sha256: str) -> None:
        super().__init__(
            f"{part}: revision {revision_id} with content {sha256[:12]} has no recorded approval; "
            "only content that was approved, unchanged, can be published"
        )
        self.part = part
        self.revision_id = revision_id
        self.sha256 = sha256


def approval_of(*, part: str, revision_id: int | None, sha256: str) -> Approval:
    """The latest approval of exactly this content in this revision; raises NotApproved."""
    found = (
        Approval.objects.filter(part=part, revision_id=revision_id, sha256=sha256)
        .order_by("-pk")
        .first()
        if revision_id is not None
        else None
    )
    if found is None:
        raise NotApproved(part, revision_id, sha256)
    return found


def new_approval(
    *,
    part: str,
    page_id: int,
    revision_id: int,
    sha256: str,
    on: date,
    body: str,
    role: str,
    change_class: ChangeClass = ChangeClass.SUBSTANTIVE,
    note: str = "",
) -> Approval:
    """An unsaved approval row; `role` says in what capacity, `import` for front matter."""
    return Approval(
        part=part,
        page_id=page_id,
        revision_id=revision_id,
        sha256=sha256,
        date=on,
        body=body,
        role=role,
        change_class=change_class,
        note=note,
    )
