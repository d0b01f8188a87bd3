"""The internal links of what is published, and how far the ledger has been followed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.desk.links.document import LinkKind
from cms.desk.links.faults import Fault
from cms.desk.row import DeskRow

LONGEST_WORDS = 200


class InternalLink(models.Model):
    """A link of a live edition to another place of ours, and what is wrong with it.

    The sound ones are kept too: when what they lead to changes, only they are looked at again.
    """

    row = models.ForeignKey(DeskRow, on_delete=models.CASCADE, related_name="links")
    part = models.CharField(max_length=300, db_index=True)
    key = models.CharField(max_length=255)
    language = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in LinkKind])
    section = models.CharField(max_length=200, blank=True)
    section_title = models.CharField(max_length=255, blank=True)
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)
    href = models.TextField(blank=True)
    path = models.TextField(blank=True)
    fragment = models.TextField(blank=True)
    block = models.CharField(max_length=40, blank=True)
    target_key = models.CharField(max_length=255, blank=True, db_index=True)
    """The article that it leads to or names; empty for a folder and for nothing."""
    fault = models.CharField(
        _("What is wrong with it"),
        max_length=16,
        blank=True,
        choices=[(fault, fault) for fault in Fault],
    )

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("internal link")
        verbose_name_plural = _("internal links")
        indexes = [models.Index(fields=["fault", "row"], name="link_fault_row")]

    def __str__(self) -> str:
        return f"{self.part}: {self.href or self.target_key}"


class LinksFollowed(models.Model):
    """One row: the ledger's position up to which links have been followed."""

    sequence = models.BigIntegerField(default=0)
    reference = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("position of the links")

    def __str__(self) -> str:
        return f"{self.sequence}.{self.reference}"
