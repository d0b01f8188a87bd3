"""Regions in the admin: everyone reads them, administrators keep them, nobody makes them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from content_models.exporting import HarmlessExport
from content_models.taxonomies.admin import Registers
from content_models.taxonomies.permission import ReadByColleagues
from region_overlays.region import KIND_NAMES, LANGUAGE_NAMES, Region
from region_overlays.register_form import RegionForm

MADE_BY_MIGRATE = frozenset({"add", "delete"})
EXPORTED = (
    *("code", "slug", "name", "short_name", "url", "contact"),
    *("language_names", "kind_names", "get_approval_path_display"),
)


class NeverMade(ReadByColleagues):
    """`migrate` makes the regions; nobody adds one or takes one away."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in MADE_BY_MIGRATE and super().user_has_permission(user, action)


class RegionIndex(HarmlessExport, generic.IndexView):
    """By code, with what each takes part in."""

    @cached_property
    def columns(self) -> list[Column]:
        return [
            self._get_title_column("__str__", classname="title desk-title", width="24%"),
            Column("code", label=_("Code"), sort_key="code"),
            Column("languages", label=_("Languages"), accessor=_languages, classname="desk-words"),
            Column("kinds", label=_("Takes part in"), accessor=_kinds, classname="desk-words"),
            Column("path", label=_("Way of approval"), accessor="get_approval_path_display"),
            Column("contact", label=_("Way of contact")),
        ]


def _languages(region: Region) -> str:
    has_all = set(LANGUAGE_NAMES) <= set(region.languages)
    return gettext("All languages") if has_all else region.language_names


def _kinds(region: Region) -> str:
    return gettext("All kinds") if set(KIND_NAMES) <= set(region.kinds) else region.kind_names


class InspectRegion(generic.InspectView):
    """Every fact of a region, as readers of the answers have it."""

    template_name = "region_overlays/region.html"

    def get_languages_display_value(self) -> str:
        return str(self.object.language_names)

    def get_kinds_display_value(self) -> str:
        return str(self.object.kind_names)

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        is_empty = getattr(self.object, field_name) in ("", None)
        return "–" if is_empty else super().get_field_display_value(field_name, field)


class RegionViewSet(ModelViewSet):
    """The register of regions."""

    model = Region
    icon = "globe"
    menu_label = _("Regions")
    menu_hook = Registers.submenu_hook
    menu_order = 10
    index_view_class = RegionIndex
    inspect_view_class = InspectRegion
    inspect_view_enabled = True
    copy_view_enabled = False
    inspect_view_fields = (
        *("code", "slug", "name", "short_name", "url", "contact", "logo", "languages", "kinds"),
        *("approval_path", "approving_bodies"),
    )
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [FieldPanel("code", read_only=True), FieldPanel("slug", read_only=True)]
                    ),
                    FieldRowPanel([FieldPanel("name"), FieldPanel("short_name")]),
                    FieldRowPanel([FieldPanel("url"), FieldPanel("contact")]),
                    FieldPanel("logo"),
                ],
                _("The region"),
            ),
            InlinePanel(
                "quick_links",
                [FieldPanel("label"), FieldPanel("url"), FieldPanel("audience")],
                heading=_("Quick links"),
                label=_("quick link"),
                help_text=_("Shown on the start pages, after the national ones."),
            ),
            MultiFieldPanel([FieldPanel("languages"), FieldPanel("kinds")], _("Participation")),
            MultiFieldPanel(
                [
                    FieldPanel("approval_path"),
                    FieldPanel("approving_bodies", widget=forms.CheckboxSelectMultiple),
                ],
                _("Approval"),
            ),
        ],
        base_form_class=RegionForm,
    )
    list_export = EXPORTED
    export_filename = "regions"
    search_fields = ("name", "short_name", "code", "contact")
    search_backend_name = None
    list_per_page = 50
    KEPT = frozenset({"index", "index_results", "edit", "inspect", "history", "history_results"})
    WITHOUT = ("add_url_name", "delete_url_name", "usage_url_name")

    def get_common_view_kwargs(self, **kwargs: Any) -> Any:
        return super().get_common_view_kwargs(**(dict.fromkeys(self.WITHOUT) | kwargs))

    def get_urlpatterns(self) -> list[Any]:
        return [one for one in super().get_urlpatterns() if one.name in self.KEPT]

    def get_permissions_to_register(self) -> Any:
        verbs = [f"{verb}_region" for verb in MADE_BY_MIGRATE]
        return super().get_permissions_to_register().exclude(codename__in=verbs)
