"""How far each of the regions' people has been told by letter."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from region_overlays.models import Region


class DigestReader(models.Model):
    """Someone who gets a region's letters: a row is claimed, a letter sent, and the row moved on.

    A claim that is never given back, since its process ended, runs out: the letter is sent again.
    """

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    next_on = models.DateField()
    """The day in Sweden of the next letter, if there is something to tell."""
    told_on = models.DateField(null=True)
    """The day up to which review dates and last days have been told."""
    sequence = models.BigIntegerField(default=0)
    """The edition up to which notices have been told."""
    claimed_until = models.DateTimeField(null=True)

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader of a region's letters")
        constraints = [
            models.UniqueConstraint(fields=["region", "person"], name="digest_reader_once")
        ]

    def __str__(self) -> str:
        return f"{self.region_id}: {self.person_id}, {self.next_on}"
