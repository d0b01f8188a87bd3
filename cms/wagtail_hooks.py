"""Where the desk meets Wagtail's admin: addresses, menus, the home page."""

from __future__ import annotations

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
from cms.desk.readership import readership_of

URLS = [
    path("new/", New.as_view(), name="new"),
    path("articles/", Articles.as_view(), name="articles"),
    path("articles/results/", Articles.as_view(results_only=True), name="articles_results"),
    path("supplements/", Supplements.as_view(), name="supplements"),
    path(
        "supplements/results/", Supplements.as_view(results_only=True), name="supplements_results"
    ),
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


class NewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return readership_of(request.user).writes


class ArticlesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return readership_of(request.user).is_somebody


class SupplementsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return readership_of(request.user).reads_supplements


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def new_menu_item() -> MenuItem:
    return NewMenuItem(
        _("New article or page"), reverse("desk:new"), name="new", icon_name="plus", order=105
    )


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def articles_menu_item() -> MenuItem:
    return ArticlesMenuItem(
        _("Articles"), reverse("desk:articles"), name="articles", icon_name="doc-full-inverse",
        order=110,
    )  # fmt: skip


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def supplements_menu_item() -> MenuItem:
    return SupplementsMenuItem(
        _("Regional supplements"), reverse("desk:supplements"), name="supplements",
        icon_name="pick", order=120,
    )  # fmt: skip


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def links_menu_item() -> MenuItem:
    return ArticlesMenuItem(
        _("Broken links"), reverse("desk:links"), name="links", icon_name="link", order=160
    )


@hooks.register("insert_global_admin_css")  # type: ignore[untyped-decorator]
def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/desk/desk.css"))
