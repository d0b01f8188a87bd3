"""Where the desk meets Wagtail's admin: addresses, menus, the home page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.urls.resolvers import URLResolver
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.desk.creating import New
from cms.desk.home import Home
from cms.desk.links.listing import BrokenLinks
from cms.desk.listing import Articles, Supplements
from cms.desk.matrix.sources import may_see
from cms.desk.matrix.view import Overview
from cms.desk.readership import Readership, readership_of
from cms.desk.region_articles import OwnRegion, RegionArticles

URLS = [
    path("new/", New.as_view(), name="new"),
    path("articles/", Articles.as_view(), name="articles"),
    path("articles/results/", Articles.as_view(results_only=True), name="articles_results"),
    path("supplements/", Supplements.as_view(), name="supplements"),
    path(
        "supplements/results/", Supplements.as_view(results_only=True), name="supplements_results"
    ),
    path("regional/", OwnRegion.as_view(), name="own_region"),
    path("regional/<str:region>/", RegionArticles.as_view(), name="region_articles"),
    path(
        "regional/<str:region>/results/",
        RegionArticles.as_view(results_only=True),
        name="region_articles_results",
    ),
    path("matrix/", Overview.as_view(), name="matrix"),
    path("matrix/results/", Overview.as_view(results_only=True), name="matrix_results"),
    path("links/", BrokenLinks.as_view(), name="links"),
    path("links/results/", BrokenLinks.as_view(results_only=True), name="links_results"),
]


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def addresses() -> list[URLResolver]:
    return [path("desk/", include((URLS, "desk")))]


@hooks.register("construct_homepage_panels", order=100)  # type: ignore[untyped-decorator]
def home_page(request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's own panels ask for each item by itself, and name no mandates."""
    panels[:] = [Home()]


class DeskMenuItem(MenuItem):
    """Leads to one of the desk's pages, for those who may see it."""

    def __init__(
        self, label: Any, name: str, icon: str, order: int, may_see: Callable[[Readership], bool]
    ) -> None:
        super().__init__(label, reverse(f"desk:{name}"), name=name, icon_name=icon, order=order)
        self.may_see = may_see

    def is_shown(self, request: HttpRequest) -> bool:
        return self.may_see(readership_of(request.user))


MENU = (
    (_("New article or page"), "new", "plus", 105, attrgetter("writes")),
    (_("Articles"), "articles", "doc-full-inverse", 110, attrgetter("is_somebody")),
    (_("My region's articles"), "own_region", "site", 115, attrgetter("reads_regions")),
    (_("Regional supplements"), "supplements", "pick", 120, attrgetter("reads_supplements")),
    (_("Overview of supplements"), "matrix", "table", 130, may_see),
    (_("Broken links"), "links", "link", 160, attrgetter("is_somebody")),
)
for item in MENU:
    hooks.register("register_admin_menu_item", partial(DeskMenuItem, *item))


@hooks.register("insert_global_admin_css")  # type: ignore[untyped-decorator]
def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/desk/desk.css"))
