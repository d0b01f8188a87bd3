"""The ledger's tables: editions (append-only), pointers to the current ones, what lists read."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from content_models.editions.parts import Part
from content_models.vocabulary import ChangeClass


class LedgerHead(models.Model):
    """One row: where ledger and reference data stand; equal rows mean equal answers."""

    sequence = models.BigIntegerField(default=0)
    reference = models.BigIntegerField(default=0)
    valid_from = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("ledger head")

    def __str__(self) -> str:
        return f"{self.sequence}.{self.reference}"


class Edition(models.Model):
    """An immutable published state of one part; never updated, never deleted (held by triggers).

    No foreign keys lead out of this table: pages, revisions and approvals are ids here.
    """

    sequence = models.BigIntegerField(primary_key=True)
    part = models.CharField(max_length=300)
    key = models.CharField(max_length=255)
    language = models.CharField(max_length=20)
    region = models.CharField(max_length=2, blank=True)
    supplement = models.CharField(max_length=255, blank=True)
    kind = models.CharField(max_length=20)
    tombstone = models.BooleanField(default=False)
    document = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    approved_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=255, blank=True)
    approval_id = models.BigIntegerField(null=True)
    approvals = models.JSONField(default=list)
    """The ids of every approval it rests on, of each step, the last one's included."""
    is_self = models.BooleanField(default=False)
    """Whether its author approved it, as a region may allow."""
    change_class = models.CharField(max_length=12, choices=[(c, c) for c in ChangeClass])
    note = models.TextField(blank=True)
    valid_from = models.DateTimeField()
    page_id = models.BigIntegerField()
    revision_id = models.BigIntegerField(null=True)
    safety_changes = models.JSONField(default=dict)
    """Anchor → sequence of the latest `safety` edition that changed or removed it."""

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        indexes = [
            models.Index(fields=["part", "sequence"], name="edition_part_sequence"),
            models.Index(fields=["key", "region", "sequence"], name="edition_key_region"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.part}"

    def as_part(self) -> Part:
        return Part(self.key, self.language, self.region, self.supplement)


class CurrentEdition(models.Model):
    """Part → its latest edition, moved in the transaction that appends; reads start here."""

    part = models.CharField(max_length=300, primary_key=True)
    key = models.CharField(max_length=255)
    language = models.CharField(max_length=20)
    region = models.CharField(max_length=2, blank=True)
    edition = models.ForeignKey(
        Edition, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    tombstone = models.BooleanField(default=False)
    page_id = models.BigIntegerField(db_index=True)
    first_published = models.DateTimeField()
    substantive_sequence = models.BigIntegerField(default=0)
    """The latest edition of this part that was more than an editorial change."""
    safety_sequence = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("current edition")
        indexes = [
            models.Index(fields=["key", "region"], name="current_key_region"),
            models.Index(fields=["region", "key"], name="current_region_key"),
            models.Index(
                fields=["region", "language", "-substantive_sequence"],
                name="current_substantive",
            ),
        ]

    def __str__(self) -> str:
        return self.part


class Listed(models.QuerySet["ListedArticle"]):
    """Listed articles: most at any time, news in theirs."""

    def shown_at(self, moment: datetime) -> Listed:
        has_begun = Q(show_from=None) | Q(show_from__lte=moment)
        return self.filter(has_begun & (Q(show_until=None) | Q(show_until__gt=moment)))

    def timed(self) -> Listed:
        return self.exclude(show_from=None, show_until=None)


class ListedArticle(models.Model):
    """What lists filter and order by: one row for each national part that is live."""

    part = models.CharField(max_length=300, primary_key=True)
    key = models.CharField(max_length=255, db_index=True)
    language = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    audience = models.CharField(max_length=10)
    title = models.CharField(max_length=255)
    title_order = models.CharField(max_length=1100)
    summary = models.TextField(blank=True)
    primary = models.BooleanField(default=True)
    specialised = models.BooleanField(default=True)
    age_min = models.PositiveSmallIntegerField(null=True)
    age_max = models.PositiveSmallIntegerField(null=True)
    programme_area = models.CharField(max_length=255, blank=True)
    review_by = models.DateField(null=True)
    approved_on = models.DateField()
    modified = models.DateTimeField()
    show_from = models.DateTimeField(null=True)
    show_until = models.DateTimeField(null=True)
    """News are shown from the one moment until the other; null: no bound."""
    sequence = models.BigIntegerField()
    item = models.TextField()
    """The list item's approved members as JSON; what depends on others is joined when read."""

    objects = Listed.as_manager()

    class Meta:
        verbose_name = _("listed article")
        indexes = [
            models.Index(fields=["language", "-modified", "key"], name="listed_modified"),
            models.Index(fields=["language", "title_order", "key"], name="listed_title"),
            models.Index(fields=["language", "-approved_on", "key"], name="listed_approved"),
        ]

    def __str__(self) -> str:
        return self.part


class ListedCode(models.Model):
    """A diagnosis code of a listed article."""

    listed = models.ForeignKey(ListedArticle, on_delete=models.CASCADE, related_name="codes")
    code = models.CharField(max_length=10, db_index=True)

    class Meta:
        verbose_name = _("listed code")

    def __str__(self) -> str:
        return self.code


class Route(models.Model):
    """A public path: an article's (current, or left behind by a move) or a folder's."""

    path = models.CharField(max_length=1000, unique=True)
    language = models.CharField(max_length=20)
    key = models.CharField(max_length=255, blank=True, db_index=True)
    title = models.CharField(max_length=255, blank=True)
    """A folder's published title; empty for articles."""
    page_id = models.BigIntegerField(db_index=True)
    current = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("route")

    def __str__(self) -> str:
        return self.path
