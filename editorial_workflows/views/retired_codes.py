"""The report on retired codes, on screen and as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from content_models.exporting import HarmlessExport
from content_models.models import DiagnosisCode
from editorial_workflows.retired_codes import Row, retired_codes


class RetiredCodeFilters(WagtailFilterSet):
    used = ChoiceFilter(
        choices=[("yes", _("Only those in use")), ("no", _("Only those not in use"))],
        label=_("Used by articles"),
        method="keep",
    )

    class Meta:
        model = DiagnosisCode
        fields = ()

    def keep(self, nodes: Any, _name: str, _value: str) -> Any:
        """Rows are chosen by the view: uses are no column of the codes."""
        return nodes


class ArticleColumn(TitleColumn):
    """The article's title, a link for those who may read its drafts; beneath, which one it is."""

    cell_template_name = "editorial_workflows/retired_codes/article_cell.html"

    def __init__(self) -> None:
        super().__init__(
            "title",
            label=_("Article on it"),
            accessor=lambda row: row.title or "–",
            get_url=lambda row: row.url,
        )


def _address_of_code(row: Row) -> str:
    return reverse("diagnosis_codes:inspect", args=[quote(row.code.pk)])


class RetiredCodes(HarmlessExport, ReportView):
    """Everyone in the admin reads it; whose drafts are counted depends on who reads."""

    model = DiagnosisCode
    any_permission_required = ["view"]
    page_title = _("Retired diagnosis codes")
    header_icon = "list-ul"
    index_url_name = "retired_codes:index"
    index_results_url_name = "retired_codes:index_results"
    filterset_class = RetiredCodeFilters
    export_filename = "retired-codes"
    columns = [
        TitleColumn("code", label=_("Code and title"), accessor="code", get_url=_address_of_code),
        ArticleColumn(),
        Column("where", label=_("Where the code stands")),
        Column("edition", label=_("Last edition with it"), accessor="code.edition"),
    ]
    export_headings = {
        "code.code": _("Diagnosis code"),
        "code.title": _("The code's title"),
        "code.edition": _("Last edition with it"),
        "title": _("Article on it"),
        "key": _("The article's key"),
        "language": _("Its language"),
        "where": _("Where the code stands"),
    }
    list_export = ["code.code", "code.title", "code.edition", "title", "key", "language", "where"]

    def get_filtered_queryset(self) -> list[Row]:
        rows = retired_codes(self.request.user)
        if self.filters and self.filters.is_valid():
            used = self.filters.form.cleaned_data["used"]
            rows = [row for row in rows if used in ("", "yes" if row.page else "no")]
        return rows
