"""What lists are filtered by; a value that is not allowed is refused in words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django_filters import (
    ChoiceFilter,
    DateFromToRangeFilter,
    Filter,
    ModelChoiceFilter,
)
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from cms.desk.concerns import CONCERN_NAMES, Concern, concerning, months_after
from cms.desk.names import LANGUAGES, kinds
from cms.desk.readership import readership_of
from cms.desk.row import DeskRow
from cms.desk.states import STATE_NAMES, State, in_state
from content_models.models import ArticleCode, DiagnosisCode, ProgrammeArea
from content_models.taxonomies.diagnosis import normalise_code
from region_overlays.models import Region

LONGEST_CODE = 20
MINE = "mine"
FILTERS = (
    *("concern", "kind", "area", "region", "code", "state", "due", "review_by", "language"),
    "scope",
)


class Due(StrEnum):
    OVERDUE = "overdue"
    THREE_MONTHS = "3"
    SIX_MONTHS = "6"


DUE_NAMES = {
    Due.OVERDUE: _("Has passed"),
    Due.THREE_MONTHS: _("Within three months"),
    Due.SIX_MONTHS: _("Within six months"),
}
ARTICLE_CONCERNS = tuple(one for one in Concern if one is not Concern.UNSETTLED)
OF_DRAFTS = (Concern.MINE, Concern.CHANGED)
PUBLISHED_CONCERNS = tuple(one for one in ARTICLE_CONCERNS if one not in OF_DRAFTS)
SUPPLEMENT_CONCERNS = (
    *(Concern.UNSETTLED, Concern.MINE, Concern.REVIEW, Concern.CHANGED, Concern.LINKS),
)


def due_before(due: Due, today: date) -> Q:
    if due is Due.OVERDUE:
        return Q(review_by__lt=today)
    return Q(review_by__lte=months_after(today, int(due)))


class CodeField(forms.CharField):
    """A diagnosis code as people write it; cleaned to its node in the tree."""

    def clean(self, value: Any) -> DiagnosisCode | None:
        text = super().clean(value)
        if not text:
            return None
        normal = normalise_code(text)
        if normal is None:
            raise ValidationError(_("Write a code such as H25, H25.1 or H25-H28."))
        code: DiagnosisCode | None = DiagnosisCode.objects.filter(code=normal[0]).first()
        if code is None:
            raise ValidationError(
                _("The code %(code)s is not in the tree of diagnosis codes."),
                params={"code": normal[0]},
            )
        return code


class CodeFilter(Filter):
    """Articles on the code or on one beneath it."""

    field_class = CodeField

    def filter(self, qs: QuerySet[DeskRow], value: DiagnosisCode | None) -> QuerySet[DeskRow]:
        if value is None:
            return qs
        on_it = ArticleCode.objects.filter(code__path__startswith=value.path)
        return qs.filter(pk__in=on_it.values("page"))


class RowForm(forms.Form):
    """Refuses what each field allows, and the two together do not."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        between = cleaned.get("review_by")
        if between and between.start and between.stop and between.stop < between.start:
            self.add_error(
                "review_by", _("The last day is before the first; change one of the dates.")
            )
        return cleaned


def answering_filter() -> ChoiceFilter:
    """For filter sets with a method `by_answering`."""
    return ChoiceFilter(
        label=_("Whose responsibility"),
        choices=[(MINE, _("Only what I answer for"))],
        method="by_answering",
    )


class RowFilters(WagtailFilterSet):
    """What articles and supplements have in common."""

    language = ChoiceFilter(label=_("Language"), choices=list(LANGUAGES.items()))
    state = ChoiceFilter(
        label=_("State"), choices=[(item.value, name) for item, name in STATE_NAMES.items()],
        method="by_state",
    )  # fmt: skip
    due = ChoiceFilter(
        label=_("Review date"), choices=[(item.value, name) for item, name in DUE_NAMES.items()],
        method="by_due",
    )  # fmt: skip
    review_by = DateFromToRangeFilter(
        label=_("Review date between"), widget=DateRangePickerWidget()
    )
    scope = answering_filter()

    def by_state(self, rows: QuerySet[DeskRow], _name: str, value: str) -> QuerySet[DeskRow]:
        return rows.filter(in_state(State(value)))

    def by_due(self, rows: QuerySet[DeskRow], _name: str, value: str) -> QuerySet[DeskRow]:
        return rows.filter(due_before(Due(value), localdate()))

    def by_concern(self, rows: QuerySet[DeskRow], _name: str, value: str) -> QuerySet[DeskRow]:
        return rows.filter(concerning(Concern(value), self.request.user))

    def by_answering(self, rows: QuerySet[DeskRow], _name: str, _value: str) -> QuerySet[DeskRow]:
        readership = readership_of(self.request.user)
        return rows.filter(readership.national | readership.regional)

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """In the order that people look for them, which inheritance would mix up."""
        filters = super().get_filters()
        return {name: filters[name] for name in FILTERS if name in filters}

    class Meta:
        model = DeskRow
        fields: tuple[str, ...] = ()
        form = RowForm


def concern_choices(*concerns: Concern) -> list[tuple[str, Any]]:
    return [(item.value, CONCERN_NAMES[item]) for item in concerns]


def _concerns(*concerns: Concern) -> ChoiceFilter:
    return ChoiceFilter(
        label=_("To attend to"), choices=concern_choices(*concerns), method="by_concern"
    )


class ArticleFilters(RowFilters):
    """Who reads no national drafts is not told, by a count either, which articles have one."""

    kind = ChoiceFilter(label=_("Kind of article"), choices=kinds)
    area = ModelChoiceFilter(queryset=ProgrammeArea.objects.all(), label=_("Programme area"))
    code = CodeFilter(label=_("Diagnosis code with those beneath"), max_length=LONGEST_CODE)
    concern = _concerns(*ARTICLE_CONCERNS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not readership_of(self.request.user).reads_national_drafts:
            del self.filters["state"]
            self.filters["concern"].extra["choices"] = concern_choices(*PUBLISHED_CONCERNS)


class SupplementFilters(RowFilters):
    region = ModelChoiceFilter(queryset=Region.objects.all(), label=_("Region"))
    concern = _concerns(*SUPPLEMENT_CONCERNS)
