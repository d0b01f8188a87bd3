"""Clinical knowledge support, for staff."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content_models.pages.article import ArticlePage
from content_models.vocabulary import Kind


class KnowledgeSupportPage(ArticlePage, Page):
    kind = Kind.KNOWLEDGE_SUPPORT

    class Meta:
        verbose_name = _("knowledge support")
        verbose_name_plural = _("knowledge supports")
