"""The list of broken links and anchors: where, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from cms.desk.filters import answering_filter
from cms.desk.links.model import InternalLink
from cms.desk.links.wording import remedy_of, wrong_with
from cms.desk.listing import DeskList
from cms.desk.names import language_name
from cms.desk.readership import NATIONAL, REGIONAL, Readership, readership_of, supplements_for
from cms.desk.row import DeskRow
from cms.desk.shown import url_of
from content_models.models import ProgrammeArea

ARTICLES, SUPPLEMENTS = "articles", "supplements"


class LinkFilters(WagtailFilterSet):
    area = ModelChoiceFilter(
        field_name="row__area", queryset=ProgrammeArea.objects.all(), label=_("Programme area")
    )
    of = ChoiceFilter(
        label=_("In which texts"),
        choices=[(ARTICLES, _("Articles")), (SUPPLEMENTS, _("Regional supplements"))],
        method="by_text",
    )
    scope = answering_filter()

    def by_text(
        self, links: QuerySet[InternalLink], _name: str, value: str
    ) -> QuerySet[InternalLink]:
        return links.filter(of_rows(NATIONAL if value == ARTICLES else REGIONAL))

    def by_answering(
        self, links: QuerySet[InternalLink], _name: str, _value: str
    ) -> QuerySet[InternalLink]:
        readership = readership_of(self.request.user)
        return links.filter(of_rows(readership.national | readership.regional))

    class Meta:
        model = InternalLink
        fields: tuple[str, ...] = ()


def of_rows(condition: Q) -> Q:
    """A condition on the desk's rows as one on their links."""
    return Q(row__in=DeskRow.objects.filter(condition))


def broken() -> QuerySet[InternalLink]:
    return InternalLink.objects.exclude(fault="").select_related("row__page")


class ShownLink:
    """A broken link as its list's columns and its file read it."""

    def __init__(self, link: InternalLink, readership: Readership) -> None:
        self.pk = link.pk
        self.title = link.row.page.title
        self.url = url_of(link.row, readership)
        self.language = language_name(link.language)
        self.section = link.section_title or link.section or "–"
        self.words = link.words or "–"
        self.wrong = wrong_with(link)
        self.remedy = remedy_of(link)


class BrokenLinks(DeskList):
    """Of what is published: everything national, and the supplements that the user may read."""

    model = InternalLink
    page_title = _("Broken links and anchors")
    verbose_name_plural = _("broken links")
    header_icon = "link"
    is_searchable = False
    filterset_class = LinkFilters
    index_url_name = "desk:links"
    index_results_url_name = "desk:links_results"
    export_filename = "brutna-lankar"
    default_ordering = "title"
    orders: ClassVar[dict[str, str]] = {"title": "row__title_order"}
    list_export: ClassVar[list[str]] = [
        *("title", "language", "section", "words", "wrong", "remedy"),
    ]
    export_headings: ClassVar[dict[str, Any]] = {
        "title": _("Title"),
        "language": _("Language"),
        "section": _("Section of the text"),
        "words": _("The link's words"),
        "wrong": _("What is wrong with it"),
        "remedy": _("What to do"),
    }

    def get_base_queryset(self) -> QuerySet[InternalLink]:
        return broken().filter(of_rows(NATIONAL | supplements_for(self.readership)))

    def decorate(self, rows: Iterable[Any]) -> list[Any]:
        return [ShownLink(link, self.readership) for link in rows]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "title",
                label=_("Title"),
                get_url=lambda link: link.url,
                sort_key="title",
                classname="title desk-title",
            ),
            *(
                Column(name, label=self.export_headings[name], classname="desk-words")
                for name in self.list_export
                if name != "title"
            ),
        ]
