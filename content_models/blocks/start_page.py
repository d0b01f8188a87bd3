"""What only start pages hold: cards and quick links."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content_models.addresses import ADDRESS_PATTERN, LONGEST_ADDRESS
from content_models.regions import REGIONS

ADDRESS_FORM = _("Write an address (https://…), a path on this site (/…), mailto: or tel:.")


class AddressBlock(blocks.RegexBlock):
    """Where a link leads."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            regex=ADDRESS_PATTERN,
            max_length=LONGEST_ADDRESS,
            label=_("Address"),
            help_text=ADDRESS_FORM,
            error_messages={"invalid": ADDRESS_FORM},
            **kwargs,
        )


class CardBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=200, label=_("Heading"))
    text = blocks.TextBlock(required=False, max_length=1000, label=_("Text"))
    url = AddressBlock()

    class Meta:
        icon = "form"
        label = _("Card")


class QuickLinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=200, label=_("Words of the link"))
    url = AddressBlock()
    region = blocks.ChoiceBlock(
        choices=[(region.code, region.name) for region in REGIONS],
        required=False,
        label=_("Only in the region"),
    )

    class Meta:
        icon = "link"
        label = _("Quick link")


class CardsBlock(blocks.StreamBlock):
    card = CardBlock()


class QuickLinksBlock(blocks.StreamBlock):
    link = QuickLinkBlock()
