"""Blocks of running text: text, list, facts, warning, exercise, links, contact."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content_models.vocabulary import CareLevel

FEATURES = ["h4", "h5", "bold", "italic", "ol", "ul", "hr", "link", "blockquote", "code"]
LIST_FEATURES = ["bold", "italic", "ol", "ul", "link", "code"]
CARE_LEVEL_CHOICES = [
    (CareLevel.PRIMARY.value, _("Primary care")),
    (CareLevel.SPECIALISED.value, _("Specialised care")),
]


class CareLevelsBlock(blocks.MultipleChoiceBlock):
    """The care levels that a block is for; none chosen means every level."""

    def __init__(self, **kwargs: object) -> None:
        from django.forms import CheckboxSelectMultiple

        super().__init__(
            choices=CARE_LEVEL_CHOICES,
            required=False,
            label=_("Only for"),
            widget=CheckboxSelectMultiple,
        )

    def render_basic(self, value: list[str] | None, context: object = None) -> str:
        """In words, for the comparison of versions."""
        names = dict(CARE_LEVEL_CHOICES)
        return ", ".join(str(names.get(level, level)) for level in value or ()) or "–"


class TextBlock(blocks.StructBlock):
    html = blocks.RichTextBlock(features=FEATURES, label=_("Text"))
    care_levels = CareLevelsBlock()

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class ListTextBlock(blocks.StructBlock):
    html = blocks.RichTextBlock(features=LIST_FEATURES, label=_("List"))
    care_levels = CareLevelsBlock()

    class Meta:
        icon = "list-ul"
        label = _("List")


class TitledBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=200, label=_("Heading"))
    html = blocks.RichTextBlock(features=FEATURES, label=_("Text"))
    care_levels = CareLevelsBlock()


class FactsBlock(TitledBlock):
    class Meta:
        icon = "info-circle"
        label = _("Facts")


class WarningBlock(TitledBlock):
    class Meta:
        icon = "warning"
        label = _("Warning")


class ExerciseBlock(TitledBlock):
    class Meta:
        icon = "tick"
        label = _("Exercise")


class LinksBlock(TitledBlock):
    class Meta:
        icon = "link"
        label = _("Links")


class ContactBlock(TitledBlock):
    class Meta:
        icon = "mail"
        label = _("Contact")
