"""Pages for children and young people: ages, how they are read, and from whose perspective."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from content_models.documents import schema
from content_models.pages.article import ArticlePage
from content_models.pages.fields import WordsField
from content_models.vocabulary import OLDEST_READER, Kind, Perspective, Reading


class YouthPage(ArticlePage, Page):
    kind = Kind.YOUTH_PAGE

    age_min = models.PositiveSmallIntegerField(
        _("youngest"), default=0, validators=[MaxValueValidator(OLDEST_READER)]
    )
    age_max = models.PositiveSmallIntegerField(
        _("oldest"), default=17, validators=[MaxValueValidator(OLDEST_READER)]
    )
    reading = models.CharField(
        _("reading"),
        max_length=20,
        default=Reading.ALONE,
        choices=[(Reading.ALONE.value, _("Alone")), (Reading.WITH_ADULT.value, _("With an adult"))],
    )
    perspective = models.CharField(
        _("perspective"),
        max_length=20,
        default=Perspective.PATIENT,
        choices=[
            (Perspective.PATIENT.value, _("Patient")),
            (Perspective.RELATIVE.value, _("Relative")),
        ],
    )
    adaptations = WordsField(_("adaptations"), default=list, blank=True)

    content_panels: ClassVar[list[object]] = [
        *ArticlePage.content_panels[:1],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("age_min"), FieldPanel("age_max")]),
                FieldRowPanel([FieldPanel("reading"), FieldPanel("perspective")]),
                FieldPanel("adaptations"),
            ],
            _("Reader"),
        ),
        *ArticlePage.content_panels[1:],
    ]

    class Meta:
        verbose_name = _("youth page")
        verbose_name_plural = _("youth pages")

    def clean(self) -> None:
        super().clean()
        if self.age_min > self.age_max:
            raise ValidationError({"age_max": _("The oldest cannot be younger than the youngest.")})

    def reader_facts(self) -> dict[str, Any]:
        return {
            "ages": schema.Ages(min=self.age_min, max=self.age_max),
            "reading": self.reading,
            "perspective": self.perspective,
            "adaptations": self.adaptations,
        }
