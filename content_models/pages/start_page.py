"""Start pages: one for each audience, in each language."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from content_models.blocks.start_page import CardsBlock, QuickLinksBlock
from content_models.documents import schema
from content_models.documents.rendering import stored
from content_models.pages.article import ArticlePage
from content_models.pages.audience import AudienceMixin
from content_models.pages.tabs import SLUG
from content_models.vocabulary import Kind


class StartPage(AudienceMixin, ArticlePage, Page):
    """The title is the hero's heading, the summary its text; sections with an id that the section
    template names have a place of their own in `GET /start`.
    """

    kind = Kind.START_PAGE
    document_model = schema.StartPageDocument

    search_prompt = models.CharField(_("words in the search field"), max_length=200, blank=True)
    cards = StreamField(CardsBlock(), blank=True, verbose_name=_("cards"))
    quick_links = StreamField(QuickLinksBlock(), blank=True, verbose_name=_("quick links"))

    content_panels: ClassVar[list[object]] = [
        *ArticlePage.content_panels[:2],
        FieldPanel("audience"),
        FieldPanel("search_prompt"),
        FieldPanel("cards"),
        FieldPanel("quick_links"),
        FieldPanel("sections"),
    ]
    promote_panels: ClassVar[list[object]] = [
        MultiFieldPanel([FieldPanel("key"), SLUG], _("Address")),
        MultiFieldPanel(
            [FieldPanel("approving_body"), FieldPanel("review_by")], _("Approval and review")
        ),
    ]
    override_translatable_fields: ClassVar[list[object]] = [
        *ArticlePage.override_translatable_fields,
        SynchronizedField("audience", overridable=False),
    ]

    class Meta:
        verbose_name = _("start page")
        verbose_name_plural = _("start pages")

    def clean(self) -> None:
        super().clean()
        other = start_pages_beside(self.key, self.audience).first()
        if other is not None:
            raise ValidationError(
                {
                    "audience": _(
                        "“%(title)s” is the start page of this audience already; change that one."
                    )
                    % {"title": other.title}
                }
            )

    def reader_facts(self) -> dict[str, Any]:
        return super().reader_facts() | {
            "search_prompt": self.search_prompt,
            "cards": [schema.Card(**child["value"]) for child in stored(self.cards)],
            "quick_links": [_quick_link(child["value"]) for child in stored(self.quick_links)],
        }


def start_pages_beside(key: str, audience: str) -> models.QuerySet[StartPage]:
    """Start pages of the audience with another key, live or to come: there should be none."""
    found: models.QuerySet[StartPage] = StartPage.objects.filter(audience=audience)
    return found.exclude(key=key).exclude(live=False, first_published_at__isnull=False)


def _quick_link(value: dict[str, Any]) -> schema.QuickLink:
    return schema.QuickLink(
        label=value["label"], url=value["url"], region=value.get("region") or None
    )
