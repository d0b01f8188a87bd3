"""For articles of a kind that both audiences have: each says which it is for."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from content_models.vocabulary import Audience

AUDIENCE_CHOICES = [
    (Audience.STAFF.value, _("Care staff")),
    (Audience.CITIZEN.value, _("Citizens")),
]


class AudienceMixin(models.Model):
    """Mixin, before ArticlePage: the audience is a field."""

    audience = models.CharField(
        _("audience"), max_length=10, choices=AUDIENCE_CHOICES, default=Audience.STAFF
    )

    class Meta:
        abstract = True

    def read_by(self) -> Audience:
        return Audience(self.audience)
