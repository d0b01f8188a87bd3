"""How published supplements stand, as lists read it: one narrow row for each supplement.

What a row says is `staleness.standing_of` of two editions, worked out when either is appended; the
day alone makes it `expired`, so that is asked of `valid_until` when the row is read.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from region_overlays.staleness import Status, has_expired

SOUND_STATES = (Status.CURRENT, Status.WITHDRAWN)


class Standings(models.QuerySet["SupplementStanding"]):
    def live(self) -> Standings:
        return self.exclude(status=Status.WITHDRAWN)

    def valid(self, today: date) -> Standings:
        """Live and not past their last day."""
        return self.live().filter(Q(valid_until=None) | Q(valid_until__gte=today))

    def expired(self, today: date) -> Standings:
        return self.live().filter(valid_until__lt=today)

    def unsettled(self, today: date) -> Standings:
        """Those that their region has to look at: all that is live and not current."""
        return self.live().filter(~Q(status=Status.CURRENT) | Q(valid_until__lt=today))


class SupplementStanding(models.Model):
    """A supplement as last published, against the national edition that it was written for."""

    part = models.CharField(max_length=300, primary_key=True)
    key = models.CharField(max_length=255)
    language = models.CharField(max_length=20)
    region = models.CharField(max_length=2)
    supplement = models.CharField(max_length=255)
    page_id = models.BigIntegerField(db_index=True)
    sequence = models.BigIntegerField()
    section = models.CharField(max_length=200)
    quote = models.CharField(max_length=120, blank=True)
    """The first words of the block that it follows; empty at a section's end."""
    status = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Status])
    """Never `expired`: see `as_of`."""
    is_withheld = models.BooleanField(default=False)
    approved_on = models.DateField(null=True)
    review_by = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    objects = Standings.as_manager()

    class Meta:
        verbose_name = _("standing of a supplement")
        verbose_name_plural = _("standings of supplements")
        indexes = [
            models.Index(fields=["key", "region"], name="standing_key_region"),
            models.Index(fields=["region", "status"], name="standing_region_status"),
        ]

    def __str__(self) -> str:
        return f"{self.part}: {self.status}"

    def as_of(self, today: date) -> Status:
        """The state on that day in Sweden."""
        status = Status(self.status)
        is_over = status is not Status.WITHDRAWN and has_expired(self.valid_until, today)
        return Status.EXPIRED if is_over else status
