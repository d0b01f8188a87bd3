"""News and notices: articles that are shown from and until a moment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from content_models.documents import schema
from content_models.pages.article import ArticlePage
from content_models.pages.audience import AudienceMixin
from content_models.pages.tabs import SLUG
from content_models.swedish_time import YEARS_OF_NEWS
from content_models.vocabulary import Kind


class NewsPage(AudienceMixin, ArticlePage, Page):
    kind = Kind.NEWS
    document_model = schema.NewsDocument

    show_from = models.DateTimeField(
        _("shown from"),
        null=True,
        blank=True,
        help_text=_("Swedish time. Empty: as soon as it is published."),
    )
    show_until = models.DateTimeField(
        _("shown until"),
        null=True,
        blank=True,
        help_text=_("Swedish time. Empty: until it is taken down."),
    )

    content_panels: ClassVar[list[object]] = [
        *ArticlePage.content_panels[:1],
        FieldRowPanel(
            [FieldPanel("audience"), FieldPanel("show_from"), FieldPanel("show_until")],
            _("For whom and when"),
        ),
        *ArticlePage.content_panels[1:],
    ]
    promote_panels: ClassVar[list[object]] = [
        MultiFieldPanel([FieldPanel("key"), SLUG], _("Address")),
        FieldPanel("programme_area"),
        FieldPanel("keywords"),
        MultiFieldPanel(
            [FieldPanel("approving_body"), FieldPanel("review_by")], _("Approval and review")
        ),
    ]
    override_translatable_fields: ClassVar[list[object]] = [
        *ArticlePage.override_translatable_fields,
        SynchronizedField("audience", overridable=False),
        SynchronizedField("show_from", overridable=False),
        SynchronizedField("show_until", overridable=False),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")

    def clean(self) -> None:
        super().clean()
        errors = {
            name: _("Choose a year from %(first)s to %(last)s.")
            % {"first": YEARS_OF_NEWS[0], "last": YEARS_OF_NEWS[-1]}
            for name in ("show_from", "show_until")
            if (moment := getattr(self, name)) and moment.year not in YEARS_OF_NEWS
        }
        if errors:
            raise ValidationError(errors)
        if self.show_from and self.show_until and self.show_until <= self.show_from:
            raise ValidationError(
                {"show_until": _("The end must come after the beginning; choose a later time.")}
            )

    def reader_facts(self) -> dict[str, Any]:
        return super().reader_facts() | {
            "show_from": _in_utc(self.show_from),
            "show_until": _in_utc(self.show_until),
        }


def _in_utc(moment: datetime | None) -> datetime | None:
    """One spelling for one moment: the document's hash is what is approved."""
    return moment.astimezone(UTC) if moment else None
