"""Pages that hold other pages: the root of a language and one folder per kind."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content_models.pages.governed import StructuralPage
from content_models.vocabulary import Kind

ARTICLE_TYPES = [
    "content_models.KnowledgeSupportPage",
    "content_models.CitizenArticlePage",
    "content_models.YouthPage",
]


class NationalRootPage(StructuralPage, Page):
    """The root of the national content in one language."""

    max_count_per_parent = 10
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["content_models.FolderPage"]

    class Meta:
        verbose_name = _("national root")


class FolderPage(StructuralPage, Page):
    """Holds articles; its title is a breadcrumb."""

    kind = models.CharField(
        _("kind"),
        max_length=20,
        blank=True,
        choices=[(kind.value, kind.value) for kind in Kind],
        help_text=_("New articles of this kind are made here."),
    )

    content_panels: ClassVar[list[object]] = [*Page.content_panels, "kind"]
    parent_page_types: ClassVar[list[str]] = [
        "content_models.NationalRootPage",
        "content_models.FolderPage",
    ]
    subpage_types: ClassVar[list[str]] = ["content_models.FolderPage", *ARTICLE_TYPES]

    class Meta:
        verbose_name = _("folder")
