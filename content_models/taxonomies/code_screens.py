"""Diagnosis codes in the admin: the tree to look at and find in."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from content_models.exporting import HarmlessExport
from content_models.in_use.places import Places, places_for
from content_models.in_use.versions import How
from content_models.taxonomies.code_uses import drafted_on, published_on
from content_models.taxonomies.deleting import Delete
from content_models.taxonomies.diagnosis import DiagnosisCode
from content_models.taxonomies.filters import CodeFilters
from content_models.taxonomies.finding import ancestors_of, found_codes
from content_models.taxonomies.listing import CodeColumn, PaginatorWithPlaces, level_name


class DeleteCode(Delete):
    """Says how much of the tree goes with it."""

    @property
    def confirmation_message(self) -> str:
        beneath: int = self.object.get_descendant_count()
        if not beneath:
            return gettext("Delete %(code)s?") % {"code": self.object}
        return ngettext(
            "Delete %(code)s and the %(count)s code beneath it?",
            "Delete %(code)s and the %(count)s codes beneath it?",
            beneath,
        ) % {"code": self.object, "count": beneath}


class CodeIndex(HarmlessExport, generic.IndexView):
    """The tree, flat and in its order; searched by code or word."""

    paginator_class = PaginatorWithPlaces
    is_searchable = True

    def get_base_queryset(self) -> QuerySet[DiagnosisCode]:
        nodes: QuerySet[DiagnosisCode] = DiagnosisCode.objects.order_by("path")
        return nodes

    def search_queryset(self, queryset: QuerySet[DiagnosisCode]) -> QuerySet[DiagnosisCode]:
        return found_codes(queryset, self.search_query)

    @cached_property
    def columns(self) -> list[Column]:
        title = self._get_title_column_class(CodeColumn)
        return [
            title(get_url=self.get_inspect_url),
            Column("edition", label=_("Edition of the codes")),
        ]


class InspectCode(generic.InspectView):
    template_name = "content_models/taxonomies/code.html"
    fields = ("code", "title", "edition")

    def get_context_data(self, **kwargs: Any) -> Any:
        node = self.object
        return super().get_context_data(
            **kwargs,
            level=level_name(node),
            above=ancestors_of([node])[node.code],
            children=node.get_children(),
            places=self._places(),
        )

    def _places(self) -> Places:
        nodes = DiagnosisCode.objects.filter(pk=self.object.pk)
        pages = {page: How.DRAFT for _code, page in drafted_on(nodes, Page.objects.all())}
        pages |= {page: How.PUBLISHED for _code, page in published_on(nodes)}
        return places_for(self.request.user, pages)


class CodeURLFinder(ModelAdminURLFinder):
    """Where a code is shown, since it is not edited."""

    def get_edit_url(self, instance: DiagnosisCode) -> str:
        return reverse("diagnosis_codes:inspect", args=[quote(instance.pk)])


class CodeViewSet(ModelViewSet):
    """Codes come from a list: they are looked at here, and deleted if nothing uses them."""

    model = DiagnosisCode
    icon = "list-ul"
    menu_label = _("Diagnosis codes")
    index_view_class = CodeIndex
    inspect_view_class = InspectCode
    delete_view_class = DeleteCode
    url_finder_class = CodeURLFinder
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ()
    filterset_class = CodeFilters
    list_per_page = 50
    list_export = ("code", "marker", "title", "edition", "retired")
    export_filename = "diagnosis-codes"
    KEPT = frozenset({"index", "index_results", "delete", "inspect"})
    WITHOUT = ("add_url_name", "edit_url_name", "history_url_name", "usage_url_name")

    def get_common_view_kwargs(self, **kwargs: Any) -> Any:
        return super().get_common_view_kwargs(**(dict.fromkeys(self.WITHOUT) | kwargs))

    def get_inspect_view_kwargs(self, **kwargs: Any) -> Any:
        names = {"template_name": InspectCode.template_name, "fields": InspectCode.fields}
        return super().get_inspect_view_kwargs(**(names | kwargs))

    def get_urlpatterns(self) -> list[Any]:
        return [one for one in super().get_urlpatterns() if one.name in self.KEPT]
