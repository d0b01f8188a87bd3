"""The editor's tabs, in the words of a site that only publishes what others show."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.utils.decorators import cached_classmethod

SLUG = FieldPanel(
    "slug",
    heading=_("Last part of the address"),
    help_text=_("Where readers find the article: katarakt in /kunskapsstod/katarakt/."),
)


class TabbedPage(models.Model):
    """Mixin: Wagtail's tabs under names of their own.

    Wagtail's own second tab asks for words to search engines and for places in menus, which a
    site without pages of its own has no use for: none of it is asked for unless a type says so.
    """

    content_panels: ClassVar[list[object]]
    settings_panels: ClassVar[list[object]]
    promote_panels: ClassVar[list[object]] = []

    class Meta:
        abstract = True

    @cached_classmethod  # type: ignore[untyped-decorator]
    def get_edit_handler(cls) -> Any:  # noqa: N805
        tabs = [
            (_("Text of the page"), cls.content_panels),
            (_("Facts about the page"), cls.promote_panels),
            (_("Times of the page"), cls.settings_panels),
        ]
        shown = [ObjectList(panels, heading=name) for name, panels in tabs if panels]
        form: Any = getattr(cls, "base_form_class", None)
        return TabbedInterface(shown, base_form_class=form).bind_to_model(cls)
