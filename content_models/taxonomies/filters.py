"""Filters of the list of codes."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import AllValuesFilter, ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from content_models.taxonomies.diagnosis import DiagnosisCode


def _chapters(_request: Any) -> QuerySet[DiagnosisCode]:
    chapters: QuerySet[DiagnosisCode] = DiagnosisCode.objects.filter(depth=1, code__contains="-")
    return chapters


class CodeFilters(WagtailFilterSet):
    chapter = ModelChoiceFilter(
        queryset=_chapters, method="in_chapter", label=_("Chapter of codes")
    )
    retired = ChoiceFilter(
        choices=[(False, _("Only valid codes")), (True, _("Only retired codes"))],
        label=_("Valid or retired"),
    )
    edition = AllValuesFilter(label=_("Edition of the codes"))

    class Meta:
        model = DiagnosisCode
        fields = ("chapter", "retired", "edition")

    def in_chapter(
        self, nodes: QuerySet[DiagnosisCode], _name: str, chapter: DiagnosisCode
    ) -> QuerySet[DiagnosisCode]:
        return nodes.filter(path__startswith=chapter.path)
