"""What the matrix is filtered by; a value that is not allowed is refused in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from cms.desk.matrix.sources import regions_for
from cms.desk.matrix.wording import NO_SUPPLEMENT, STATE_WORDS
from cms.desk.names import LANGUAGES, kinds
from cms.desk.readership import readership_of
from cms.desk.row import DeskRow
from content_models.models import ProgrammeArea
from region_overlays.models import Region
from region_overlays.region import SUPPLEMENTED_KINDS

NONE = "none"


def _regions(request: Any) -> QuerySet[Region]:
    return regions_for(readership_of(request.user))


def _kinds() -> list[tuple[str, str]]:
    return [(kind, name) for kind, name in kinds() if kind in SUPPLEMENTED_KINDS]


def _states() -> list[tuple[str, str]]:
    named = [(state.value, capfirst(str(words))) for state, words in STATE_WORDS.items()]
    return [*named, (NONE, str(NO_SUPPLEMENT))]


class MatrixFilters(WagtailFilterSet):
    """Area and kind choose articles here; the others say of what the cells are made."""

    area = ModelChoiceFilter(queryset=ProgrammeArea.objects.all(), label=_("Programme area"))
    region = ModelMultipleChoiceFilter(
        queryset=_regions,
        label=_("Regions"),
        widget=forms.CheckboxSelectMultiple,
        method="kept",
    )
    state = ChoiceFilter(label=_("State of supplements"), choices=_states, method="kept")
    kind = ChoiceFilter(label=_("Kind of article"), choices=_kinds)
    language = ChoiceFilter(
        label=_("Language of the supplements"), choices=list(LANGUAGES.items()), method="kept"
    )

    def kept(self, rows: QuerySet[DeskRow], _name: str, _value: Any) -> QuerySet[DeskRow]:
        return rows

    class Meta:
        model = DeskRow
        fields: tuple[str, ...] = ()
