"""Programme areas (NPO) and approving bodies: data, not code."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class NamedBody(models.Model):
    """A name that content refers to, with a public link."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    url = models.URLField(_("link"), blank=True)

    class Meta:
        abstract = True
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class ProgrammeArea(NamedBody):
    """A national programme area."""

    class Meta(NamedBody.Meta):
        verbose_name = _("programme area")
        verbose_name_plural = _("programme areas")


class ApprovingBody(NamedBody):
    """Who approves: a programme area, an editorial office or a region."""

    class Meta(NamedBody.Meta):
        verbose_name = _("approving body")
        verbose_name_plural = _("approving bodies")
