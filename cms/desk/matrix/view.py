"""The matrix at the desk: in one page, filtered, or as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cms.desk.concerns import WARNING_MONTHS, months_after
from cms.desk.listing import RowList
from cms.desk.matrix import sources
from cms.desk.matrix.cells import (
    Cell,
    CellState,
    Column,
    Line,
    Matrix,
    by_state,
    cells_of,
    lines_of,
    with_state,
)
from cms.desk.matrix.filters import NONE, MatrixFilters
from cms.desk.matrix.markup import css_class, table
from cms.desk.matrix.spreadsheet import MatrixFile
from cms.desk.matrix.wording import EXPLANATIONS, STATE_WORDS
from cms.desk.readership import Readership
from cms.desk.row import DeskRow
from content_models.vocabulary import SOURCE_LANGUAGE


def cell_address(readership: Readership) -> Callable[[str, str], str | None]:
    """(key, region) → the article with the region's supplements, for those who may read them."""
    # Asked a thousand times: the router once.
    sample = reverse("supplementing:outline", args=["REGION", SOURCE_LANGUAGE.value, "KEY"])
    may_read = readership.reads_regions

    def address(key: str, region: str) -> str | None:
        if may_read is not None and region not in may_read:
            return None
        return sample.replace("REGION", region).replace("KEY", key)

    return address


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of the legend."""

    css_class: str
    words: str
    explanation: str
    supplements: int


def legend(matrix: Matrix) -> list[Sign]:
    return [
        Sign(css_class(state), str(STATE_WORDS[state]), str(EXPLANATIONS[state]), count)
        for state, count in by_state(matrix).items()
    ]


class Overview(MatrixFile, RowList):
    """Every published article that takes supplements × the regions that the user may see."""

    page_title = _("Overview of supplements")
    verbose_name_plural = _("articles")
    header_icon = "table"
    results_template_name = "cms/desk/matrix_results.html"
    filterset_class = MatrixFilters
    index_url_name = "desk:matrix"
    index_results_url_name = "desk:matrix_results"
    paginate_by = None
    shows_drafts = False
    header_buttons: ClassVar[list[Any]] = []
    columns: ClassVar[list[Any]] = []

    def may_enter(self, readership: Readership) -> bool:
        return sources.may_see(readership)

    def get_base_queryset(self) -> QuerySet[DeskRow]:
        return sources.rows()

    def get_queryset(self) -> list[Line]:  # type: ignore[override]
        articles = sources.articles_of(super().get_queryset(), self.readership)
        return self.narrowed(lines_of(articles, self.regions, self.cells))

    def decorate(self, rows: Iterable[Any]) -> list[Any]:
        return list(rows)

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What the filters were set to; nothing while a value is refused."""
        said: dict[str, Any] = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        return said

    @cached_property
    def regions(self) -> list[Column]:
        chosen = self.asked.get("region") or sources.regions_for(self.readership)
        return sources.columns_of(chosen)

    @property
    def codes(self) -> list[str]:
        return [column.code for column in self.regions]

    @cached_property
    def cells(self) -> dict[tuple[str, str], Cell]:
        today = localdate()
        found = sources.published(self.codes, self.asked.get("language", ""))
        return cells_of(found, today=today, soon=months_after(today, WARNING_MONTHS))

    def narrowed(self, lines: list[Line]) -> list[Line]:
        state = self.asked.get("state")
        if not state:
            return lines
        return with_state(lines, None if state == NONE else CellState(state))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        if self.is_export:
            return context
        matrix = Matrix(self.regions, self.object_list)
        context |= {
            "matrix": table(matrix, cell_address(self.readership)),
            "legend": legend(matrix),
            "without_article": sources.without_article(self.codes),
        }
        context["media"] += Media(css={"all": ["cms/desk/matrix.css"]})
        return context
