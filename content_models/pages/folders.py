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
    "content_models.NewsPage",
    "content_models.StartPage",
]
KIND_CHOICES = [
    (Kind.KNOWLEDGE_SUPPORT.value, _("knowledge supports")),
    (Kind.CITIZEN_ARTICLE.value, _("citizen articles")),
    (Kind.YOUTH_PAGE.value, _("youth pages")),
    (Kind.NEWS.value, _("news")),
    (Kind.START_PAGE.value, _("start pages")),
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
        choices=KIND_CHOICES,
        help_text=_("Only articles of this kind are made here; none chosen: of any kind."),
    )

    content_panels: ClassVar[list[object]] = [*Page.content_panels, "kind"]
    parent_page_types: ClassVar[list[str]] = [
        "content_models.NationalRootPage",
        "content_models.FolderPage",
    ]
    subpage_types: ClassVar[list[str]] = ["content_models.FolderPage", *ARTICLE_TYPES]

    class Meta:
        verbose_name = _("folder")
