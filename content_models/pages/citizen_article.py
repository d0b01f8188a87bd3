"""Articles for citizens."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content_models.pages.article import ArticlePage
from content_models.vocabulary import Kind


class CitizenArticlePage(ArticlePage, Page):
    kind = Kind.CITIZEN_ARTICLE

    class Meta:
        verbose_name = _("citizen article")
        verbose_name_plural = _("citizen articles")
