"""What the desk sorts and filters by: one narrow row beside each article and supplement."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content_models.models import ProgrammeArea
from region_overlays.models import Region

LONGEST_ORDER = 1000


class DeskRow(models.Model):
    """What pages of different types have in common, in one table; see `keeping`.

    Their own tables hold the texts, so that sorting there reads all of them. What is published
    stands beside what only the draft says: not everyone may see the latter.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="desk_row"
    )
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=255)
    language = models.CharField(max_length=20)
    region = models.ForeignKey(
        Region,
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        db_index=False,
        verbose_name=_("region"),
    )
    area = models.ForeignKey(
        ProgrammeArea,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("programme area"),
    )
    review_by = models.DateField(_("review by"), null=True)
    counterpart_key = models.CharField(max_length=255, blank=True)
    title_order = models.CharField(max_length=LONGEST_ORDER)
    draft_order = models.CharField(max_length=LONGEST_ORDER)
    words = models.CharField(max_length=800)
    """Title and key in lower case: databases do not agree on the case of å, ä and ö."""
    draft_words = models.CharField(max_length=800)

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("article or supplement")
        verbose_name_plural = _("articles or supplements")
        indexes = [
            models.Index(fields=["region", "draft_order"], name="desk_draft_order"),
            models.Index(fields=["region", "title_order"], name="desk_title_order"),
            models.Index(fields=["region", "review_by"], name="desk_review_by"),
            models.Index(fields=["key", "language"], name="desk_key"),
        ]

    def __str__(self) -> str:
        return self.words
