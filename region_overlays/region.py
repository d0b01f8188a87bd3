"""A region as data: code, slug, name, link."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.Model):
    """One of the 21 regions."""

    code = models.CharField(_("code"), max_length=2, primary_key=True)
    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=100, unique=True)
    url = models.URLField(_("link"), blank=True)
    allows_self_approval = models.BooleanField(
        _("allows self-approval"),
        default=False,
        help_text=_("An approver may approve what they wrote; the public receipt says so."),
    )

    class Meta:
        ordering = ("code",)
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self) -> str:
        return self.name
