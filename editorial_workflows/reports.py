"""Reports of our own in Wagtail's menu; registered in wagtail_hooks.py."""

from __future__ import annotations

from typing import Any

from django.urls import include, path, reverse
from django.urls.resolvers import URLResolver
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from editorial_workflows.views.retired_codes import RetiredCodes

URLS = [
    path("", RetiredCodes.as_view(), name="index"),
    path("results/", RetiredCodes.as_view(results_only=True), name="index_results"),
]


def addresses() -> list[URLResolver]:
    return [path("reports/retired-codes/", include((URLS, "retired_codes")))]


def retired_codes_menu_item() -> Any:
    return MenuItem(
        _("Retired diagnosis codes"),
        reverse("retired_codes:index"),
        name="retired-codes",
        icon_name="list-ul",
        order=1100,
    )
