"""The listings of articles and of supplements: filtered, sorted, page by page, or as a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button, HeaderButton

from cms.desk.filters import ArticleFilters, SupplementFilters
from cms.desk.keeping import folded
from cms.desk.readership import Readership, articles_for, readership_of, supplements_for
from cms.desk.row import DeskRow
from cms.desk.shown import decorated
from cms.desk.spreadsheet import Pieces, as_local
from content_models.exporting import HarmlessExport


class DeskList(HarmlessExport, ReportView):
    """A list at the desk; entered by those who have a mandate, whatever for."""

    results_template_name = "cms/desk/listing_results.html"
    header_icon = "doc-full-inverse"
    is_searchable = True
    page_kwarg = "p"
    orders: ClassVar[dict[str, str]] = {}
    """What a list is sorted by → a field."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.may_enter(readership_of(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_enter(self, readership: Readership) -> bool:
        return readership.is_somebody

    @property
    def permission_policy(self) -> None:
        """Who may see a row is said by the query."""
        return

    @cached_property
    def readership(self) -> Readership:
        return readership_of(self.request.user)

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Nothing, rather than everything, while a value is refused."""
        if self.filters and not self.filters.is_valid():
            return queryset.none()
        found: QuerySet[Any] = super().filter_queryset(queryset)
        return found

    def get_filtered_queryset(self) -> QuerySet[Any]:
        # Wagtail's reports filter twice.
        found: QuerySet[Any] = self.get_queryset()
        return found

    def get_queryset(self) -> QuerySet[Any]:
        found = self.filter_queryset(self.get_base_queryset())
        return self.order_queryset(self.search_queryset(found))

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        field = F(self.orders[self.ordering.lstrip("-")])
        downwards = self.ordering.startswith("-")
        # What has no date comes last either way.
        order = field.desc(nulls_last=True) if downwards else field.asc(nulls_last=True)
        return queryset.order_by(order, "pk")

    def decorate(self, rows: Iterable[Any]) -> list[Any]:
        """The rows with what is shown of them, in a constant number of statements."""
        return list(rows)

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(object_list if self.is_export else self.decorate(object_list))

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> Any:
        return super().as_spreadsheet(Pieces(self.object_list, self.decorate), spreadsheet_format)

    def get_preprocess_function(self, field: str, value: Any, export_format: str) -> Any:
        if field == "changed":
            return as_local
        return super().get_preprocess_function(field, value, export_format)


class RowList(DeskList):
    """A list of the desk's rows."""

    model = DeskRow
    default_ordering = "title"

    def visible(self) -> Q:
        raise NotImplementedError

    @cached_property
    def shows_drafts(self) -> bool:
        raise NotImplementedError

    @property
    def orders(self) -> dict[str, str]:  # type: ignore[override]
        return {
            "title": "draft_order" if self.shows_drafts else "title_order",
            "changed": "page__latest_revision_created_at"
            if self.shows_drafts
            else "page__last_published_at",
            "review_by": "review_by",
        }

    def get_base_queryset(self) -> QuerySet[DeskRow]:
        rows = DeskRow.objects.filter(self.visible())
        return rows.select_related("page", "area", "region")

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        field = "draft_words" if self.shows_drafts else "words"
        for word in folded(self.search_query).split():
            queryset = queryset.filter(**{f"{field}__contains": word})
        return queryset

    def decorate(self, rows: Iterable[Any]) -> list[Any]:
        return decorated(list(rows), self.readership, drafts=self.shows_drafts)

    def middle_columns(self) -> Collection[Column]:
        return ()

    @cached_property
    def header_buttons(self) -> list[Button]:
        if not self.readership.writes:
            return []
        return [
            HeaderButton(_("New article or page"), reverse("desk:new"), "desk-header-new", "plus")
        ]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "title",
                label=_("Title"),
                accessor="shown_title",
                get_url=lambda row: row.url,
                sort_key="title",
                width="28%",
                classname="title desk-title",
            ),
            *self.middle_columns(),
            Column("language", label=_("Language"), accessor="language_name"),
            Column("state", label=_("State"), accessor="state_name"),
            _day("changed", _("Changed"), "changed_on"),
            _day("review_by", _("Review by"), "review_on"),
        ]

    export_headings: ClassVar[dict[str, Any]] = {
        "shown_title": _("Title"),
        "key": _("Key"),
        "kind_name": _("Kind of article"),
        "area_name": _("Programme area"),
        "region_name": _("Region"),
        "code_list": _("Diagnosis codes"),
        "language_name": _("Language"),
        "state_name": _("State"),
        "changed": _("Changed"),
        "review_by": _("Review by"),
    }


def _day(name: str, label: Any, accessor: str) -> Column:
    return Column(name, label=label, accessor=accessor, sort_key=name, classname="desk-day")


class Articles(RowList):
    """Every national article that the user may read, or that is published."""

    page_title = _("Articles")
    verbose_name_plural = _("articles")
    filterset_class = ArticleFilters
    index_url_name = "desk:articles"
    index_results_url_name = "desk:articles_results"
    export_filename = "artiklar"
    list_export: ClassVar[list[str]] = [
        *("shown_title", "key", "kind_name", "area_name", "code_list", "language_name"),
        *("state_name", "changed", "review_by"),
    ]

    def visible(self) -> Q:
        return articles_for(self.readership)

    @cached_property
    def shows_drafts(self) -> bool:
        return self.readership.reads_national_drafts

    def middle_columns(self) -> Collection[Column]:
        return (
            Column("kind", label=_("Kind of article"), accessor="kind_name"),
            Column("area", label=_("Programme area"), accessor="area_name"),
            Column("codes", label=_("Diagnosis codes"), accessor="code_list"),
        )


class Supplements(RowList):
    """The supplements of the regions whose drafts the user may read."""

    page_title = _("Regional supplements")
    verbose_name_plural = _("supplements")
    filterset_class = SupplementFilters
    index_url_name = "desk:supplements"
    index_results_url_name = "desk:supplements_results"
    export_filename = "tillagg"
    shows_drafts = True
    list_export: ClassVar[list[str]] = [
        *("shown_title", "key", "region_name", "language_name", "state_name", "changed"),
        "review_by",
    ]

    def may_enter(self, readership: Readership) -> bool:
        return readership.is_somebody and readership.reads_supplements

    def visible(self) -> Q:
        return supplements_for(self.readership)

    def middle_columns(self) -> Collection[Column]:
        return (
            Column("key", label=_("Article"), accessor="key"),
            Column("region", label=_("Region"), accessor="region_name"),
        )
