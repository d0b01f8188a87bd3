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
    step = models.CharField(max_length=20, blank=True)
    """The workflow's step that was taken; empty for what front matter names."""
    person_id = models.BigIntegerField(null=True)
    remark = models.TextField(blank=True)
    change_class = models.CharField(max_length=12, choices=[(c, c) for c in ChangeClass])
    note = models.TextField(blank=True)
    submission_id = models.BigIntegerField(null=True)
    """The round of review that it belongs to; null for what front matter names."""
    is_final = models.BooleanField(default=True)
    """Whether it lets the content be published; the steps before it do not."""
    is_self = models.BooleanField(default=False)
    """Whether its person had written or changed the content, as a region may allow."""
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        indexes = [
            models.Index(fields=["part", "sha256"], name="approval_part_content"),
            models.Index(fields=["page_id", "id"], name="approval_page"),
            models.Index(fields=["submission_id"], name="approval_submission"),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.date} {self.body}"


class ApprovedDocument(models.Model):
    """A document that someone has seen and judged, by its sha256; append-only like the approvals.

    It lets what was approved be compared with what has become of it.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    document = models.TextField()

    class Meta:
        verbose_name = _("approved document")

    def __str__(self) -> str:
        return self.sha256


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


def approval_of(
    *, part: str, revision_id: int | None, sha256: str, later_than: int = 0
) -> Approval:
    """The latest final approval of exactly this content in this revision; raises NotApproved.

    An approval is good for one publication: `later_than` is the one that the part's last edition
    was published with, and neither it nor those before it count again.
    """
    found = (
        Approval.objects.filter(
            part=part, revision_id=revision_id, sha256=sha256, is_final=True, pk__gt=later_than
        )
        .order_by("-pk")
        .first()
        if revision_id is not None
        else None
    )
    if found is None:
        raise NotApproved(part, revision_id, sha256)
    return found


def is_approved_anew(revision_id: int, since: int | None) -> bool:
    """Whether a revision has a final approval later than the one it was published with."""
    later = Approval.objects.filter(revision_id=revision_id, is_final=True, pk__gt=since or 0)
    return later.exists()


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
    """An unsaved final approval; `role` says in what capacity, `import` for front matter."""
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


def steps_of(approval: Approval) -> list[int]:
    """The ids of the approvals that an edition rests on: of each step of the round, in order."""
    if approval.submission_id is None:
        return [approval.pk]
    same = Approval.objects.filter(
        submission_id=approval.submission_id,
        revision_id=approval.revision_id,
        sha256=approval.sha256,
        pk__lte=approval.pk,
    )
    return list(same.order_by("pk").values_list("pk", flat=True))


def keep_document(sha256: str, document: str) -> None:
    """Keep what an approval names by hash, unless it is kept already."""
    ApprovedDocument.objects.get_or_create(sha256=sha256, defaults={"document": document})


def kept_document(sha256: str) -> str | None:
    """The document with this hash, if it was kept."""
    found = ApprovedDocument.objects.filter(pk=sha256).values_list("document", flat=True)
    document: str | None = found.first()
    return document
