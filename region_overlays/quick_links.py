"""A region's quick links on the start pages."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from content_models.addresses import ADDRESS_PATTERN, LONGEST_ADDRESS
from content_models.blocks.start_page import ADDRESS_FORM
from content_models.pages.audience import AUDIENCE_CHOICES
from content_models.taxonomies.bodies import validate_name
from region_overlays.region import Region

BOTH = ""
"""The audience of a link that both are shown."""


class RegionQuickLink(Orderable):
    """One link, shown after the national ones to whoever has chosen the region."""

    region = ParentalKey(Region, on_delete=models.CASCADE, related_name="quick_links")
    label = models.CharField(_("words of the link"), max_length=200, validators=[validate_name])
    url = models.CharField(
        _("address"),
        max_length=LONGEST_ADDRESS,
        validators=[RegexValidator(ADDRESS_PATTERN, ADDRESS_FORM)],
        help_text=ADDRESS_FORM,
    )
    audience = models.CharField(
        _("audience"),
        max_length=10,
        choices=[(BOTH, _("Both audiences")), *AUDIENCE_CHOICES],
        default=BOTH,
        blank=True,
    )

    class Meta(Orderable.Meta):
        verbose_name = _("quick link")
        verbose_name_plural = _("quick links")

    def __str__(self) -> str:
        return self.label
