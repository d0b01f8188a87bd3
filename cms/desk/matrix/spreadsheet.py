"""The matrix as a file: a row for each article, a column for each region."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView

from cms.desk.matrix.cells import Column, Line, has_declined
from cms.desk.matrix.wording import HAS_DECLINED, told
from cms.desk.names import kind_name
from content_models.exporting import as_text

OF_ARTICLE = {
    "title": _("Title"),
    "key": _("Key"),
    "kind": _("Kind of article"),
    "area": _("Programme area"),
}


class MatrixFile:
    """What a view of the matrix says as a file, before the list that it is."""

    object_list: Sequence[Line]
    export_filename = "tilläggsöversikt"

    @cached_property
    def regions(self) -> list[Column]:
        """Those that are shown."""
        raise NotImplementedError

    @property
    def list_export(self) -> list[str]:
        return [*OF_ARTICLE, *(column.code for column in self.regions)]

    def get_heading(self, _lines: Any, field: str) -> str:
        # Wagtail asks no one what a heading is: a formula would be one.
        headings = OF_ARTICLE | {column.code: as_text(column.name) for column in self.regions}
        return str(headings[field])

    def to_row_dict(self, line: Line) -> dict[str, str]:
        article = line.article
        of_article = [article.title, article.key, kind_name(article.kind), article.area]
        regional = [
            str(HAS_DECLINED) if not cell and has_declined(column, article) else told(cell)
            for column, cell in zip(self.regions, line.cells, strict=True)
        ]
        return dict(zip(self.list_export, [*of_article, *regional], strict=True))

    def as_spreadsheet(self, _lines: Any, spreadsheet_format: str) -> Any:
        # The lines are held already: nothing is left to read piece by piece.
        return ReportView.as_spreadsheet(self, self.object_list, spreadsheet_format)

    def write_csv_response(self, lines: Any) -> Any:
        """Wagtail writes the file's name as it is, which is no header where it has å, ä or ö."""
        response = super().write_csv_response(lines)  # type: ignore[misc]
        name = f"{self.export_filename}.csv"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
