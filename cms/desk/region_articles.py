"""A region's articles: what it can add to, where it has, and what it has to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from cms.desk.concerns import WARNING_MONTHS, months_after
from cms.desk.keeping import folded
from cms.desk.listing import DeskList
from cms.desk.names import kind_name
from cms.desk.readership import NATIONAL, readership_of
from cms.desk.row import DeskRow
from content_models.models import ListedArticle, ProgrammeArea
from content_models.vocabulary import SOURCE_LANGUAGE
from editorial_workflows.supplementing.access import region_for
from region_overlays.models import Region, SupplementPage, SupplementStanding
from region_overlays.place_panel import STATUS_NAMES
from region_overlays.region import SUPPLEMENTED
from region_overlays.staleness import Status
from region_overlays.standing import Standings


class Has(StrEnum):
    """What a region has on an article."""

    SUPPLEMENT = "supplement"
    NONE = "none"
    UNSETTLED = "unsettled"
    DUE = "due"
    DRAFT = "draft"


HAS_NAMES = {
    Has.SUPPLEMENT: gettext_lazy("With a supplement"),
    Has.NONE: gettext_lazy("Without supplements"),
    Has.UNSETTLED: gettext_lazy("With something to look at"),
    Has.DUE: gettext_lazy("Due for review, or soon at an end"),
    Has.DRAFT: gettext_lazy("With a draft"),
}


def standings_on(region: str) -> Standings:
    """The region's live supplements on the article of the outer query."""
    return SupplementStanding.objects.live().filter(region=region, key=OuterRef("key"))


def is_due() -> Q:
    """A condition on standings: within three months."""
    last = months_after(localdate(), WARNING_MONTHS)
    return Q(review_by__lte=last) | Q(valid_until__lte=last)


CONDITIONS: dict[Has, Callable[[str], Q]] = {
    Has.SUPPLEMENT: lambda region: Q(Exists(standings_on(region))),
    Has.NONE: lambda region: ~Q(Exists(standings_on(region))),
    Has.UNSETTLED: lambda region: Q(Exists(standings_on(region).unsettled(localdate()))),
    Has.DUE: lambda region: Q(Exists(standings_on(region).filter(is_due()))),
    Has.DRAFT: lambda region: Q(
        Exists(
            SupplementPage.objects.filter(
                region=region, article_key=OuterRef("key"), has_unpublished_changes=True
            )
        )
    ),
}


class RegionArticleFilters(WagtailFilterSet):
    has = ChoiceFilter(
        label=gettext_lazy("Supplements"),
        choices=[(item.value, name) for item, name in HAS_NAMES.items()],
        method="by_what_it_has",
    )
    kind = ChoiceFilter(
        label=gettext_lazy("Kind of article"),
        choices=[(str(model.kind), model._meta.verbose_name) for model in SUPPLEMENTED],
    )
    programme_area = ChoiceFilter(
        label=gettext_lazy("Programme area"),
        choices=lambda: [(one.name, one.name) for one in ProgrammeArea.objects.all()],
    )

    def by_what_it_has(
        self, rows: QuerySet[ListedArticle], _name: str, value: str
    ) -> QuerySet[ListedArticle]:
        region: str = self.request.resolver_match.kwargs["region"]
        return rows.filter(CONDITIONS[Has(value)](region))

    class Meta:
        model = ListedArticle
        fields: tuple[str, ...] = ()


class RegionArticle:
    """An article as its row in the list and in the file."""

    def __init__(self, article: ListedArticle, standings: list[SupplementStanding], url: str):
        self.pk = article.pk
        self.title, self.key, self.url = article.title, article.key, url
        self.kind_name = kind_name(article.kind)
        self.area = article.programme_area
        self.modified: datetime = article.modified
        self.standings = standings

    @property
    def changed_on(self) -> str:
        return date_format(localtime(self.modified), "Y-m-d")

    @property
    def supplements(self) -> str:
        """How many, and what is to be looked at."""
        if not self.standings:
            return "–"
        count = len(self.standings)
        words = ngettext("%(number)d supplement", "%(number)d supplements", count)
        states = [one.as_of(localdate()) for one in self.standings]
        unsettled = [one for one in Status if one in states and one is not Status.CURRENT]
        said = "; ".join(str(STATUS_NAMES[one]) for one in unsettled)
        return ": ".join(filter(None, [words % {"number": count}, said]))


class RegionArticles(DeskList):
    """National articles of the kinds that the region takes part in."""

    model = ListedArticle
    default_ordering = "title"
    orders: ClassVar[dict[str, str]] = {"title": "title_order", "changed": "modified"}
    verbose_name_plural = gettext_lazy("articles")
    filterset_class = RegionArticleFilters
    header_icon = "pick"
    export_filename = "regionens-artiklar"
    index_url_name = "desk:region_articles"
    index_results_url_name = "desk:region_articles_results"
    list_export: ClassVar[list[str]] = ["title", "key", "kind_name", "area", "supplements"]
    export_headings: ClassVar[dict[str, Any]] = {
        "title": gettext_lazy("Title"),
        "key": gettext_lazy("Key"),
        "kind_name": gettext_lazy("Kind of article"),
        "area": gettext_lazy("Programme area"),
        "supplements": gettext_lazy("Supplements"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.region: Region = region_for(request.user, kwargs["region"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Articles of %(region)s") % {"region": self.region}

    def get_index_url(self) -> str:
        return reverse(self.index_url_name, args=[self.region.pk])

    def get_index_results_url(self) -> str:
        return reverse(self.index_results_url_name, args=[self.region.pk])

    def get_base_queryset(self) -> QuerySet[ListedArticle]:
        return ListedArticle.objects.filter(language=SOURCE_LANGUAGE, kind__in=self.region.kinds)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        words = folded(self.search_query).split()
        if not words:
            return queryset
        rows = DeskRow.objects.filter(NATIONAL, language=SOURCE_LANGUAGE)
        for word in words:
            rows = rows.filter(words__contains=word)
        return queryset.filter(key__in=rows.values("key"))

    def decorate(self, rows: Iterable[Any]) -> list[RegionArticle]:
        articles = list(rows)
        found = SupplementStanding.objects.live().filter(
            region=self.region.pk, key__in=[one.key for one in articles]
        )
        by_key: dict[str, list[SupplementStanding]] = defaultdict(list)
        for standing in found:
            by_key[standing.key].append(standing)
        return [RegionArticle(one, by_key[one.key], self._outline(one)) for one in articles]

    def _outline(self, article: ListedArticle) -> str:
        place = (self.region.pk, article.language, article.key)
        return reverse("supplementing:outline", args=place)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "title",
                label=gettext_lazy("Title"),
                get_url=lambda row: row.url,
                sort_key="title",
                width="32%",
                classname="title desk-title",
            ),
            Column("kind", label=gettext_lazy("Kind of article"), accessor="kind_name"),
            Column("area", label=gettext_lazy("Programme area"), accessor="area"),
            Column("supplements", label=gettext_lazy("Supplements")),
            Column(
                "changed",
                label=gettext_lazy("National text published"),
                accessor="changed_on",
                sort_key="changed",
                classname="desk-day",
            ),
        ]


class OwnRegion(View):
    """The way in from menus and links: the articles of the region that the user works for."""

    def get(self, request: HttpRequest) -> HttpResponse:
        regions = readership_of(request.user).reads_regions
        own = Region.objects.all() if regions is None else Region.objects.filter(pk__in=regions)
        first = own.order_by("code").first()
        if first is None:
            raise PermissionDenied
        return redirect("desk:region_articles", first.pk)
