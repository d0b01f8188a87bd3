"""The chooser of codes: by code or by word, whatever the size of the tree."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser

from content_models.taxonomies.diagnosis import DiagnosisCode
from content_models.taxonomies.finding import found_codes
from content_models.taxonomies.listing import CodeColumn, PaginatorWithPlaces

LIKE_PK = re.compile(r"[0-9]{1,18}$", re.ASCII)


class CodeFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Code or word"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("H26.9, H269 or a word")}),
    )

    def filter(self, objects: QuerySet[DiagnosisCode]) -> QuerySet[DiagnosisCode]:
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return found_codes(objects, self.search_query)


class CodesToChoose:
    """Mixin: what is shown. A retired code is shown, so that who looks for it learns that it is
    retired, and is not to be chosen.
    """

    filter_form_class = CodeFilterForm
    filter_form: CodeFilterForm
    paginator_class = PaginatorWithPlaces
    ordering = "path"

    def filter_object_list(self, objects: QuerySet[DiagnosisCode]) -> QuerySet[DiagnosisCode]:
        """What no code can be called finds nothing, not everything."""
        if not self.filter_form.is_valid():
            return objects.none()
        return self.filter_form.filter(objects)

    @property
    def columns(self) -> list[Column]:
        return [self.title_column]

    @property
    def title_column(self) -> Column:
        return CodeColumn(get_url=self.address_of, link_attrs={"data-chooser-modal-choice": True})

    def address_of(self, node: DiagnosisCode) -> str | None:
        if node.retired:
            return None
        chosen: Any = self
        address: str = chosen.append_preserved_url_parameters(
            reverse(chosen.chosen_url_name, args=(quote(node.pk),))
        )
        return address


class ChooseCode(CodesToChoose, chooser.ChooseView):
    pass


class ChooseCodeResults(CodesToChoose, chooser.ChooseResultsView):
    pass


class ChosenCode(chooser.ChosenView):
    def get_object(self, pk: str) -> DiagnosisCode:
        wanted = pk if LIKE_PK.match(pk) else 0
        node: DiagnosisCode = DiagnosisCode.objects.get(pk=wanted, retired=False)
        return node


class ChosenCodes(chooser.ChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[DiagnosisCode]:
        wanted = [pk for pk in pks if LIKE_PK.match(pk)]
        nodes: QuerySet[DiagnosisCode] = DiagnosisCode.objects.filter(pk__in=wanted, retired=False)
        return nodes


class CodeChooser(BaseChooser):
    """In the form, a retired code that an article has from before says so."""

    def get_display_title(self, instance: DiagnosisCode) -> str:
        if instance.retired:
            return gettext("%(code)s (retired)") % {"code": instance}
        return str(instance)

    def get_instance(self, value: Any) -> DiagnosisCode | None:
        """None also for what is no number, which the field beneath refuses in words."""
        if isinstance(value, DiagnosisCode):
            return value
        text = str(value or "")
        nodes = DiagnosisCode.objects.filter(pk=text) if LIKE_PK.match(text) else None
        return nodes.first() if nodes else None


class CodeChooserViewSet(ChooserViewSet):
    model = DiagnosisCode
    icon = "list-ul"
    choose_one_text = _("Choose a code")
    choose_another_text = _("Choose another code")
    edit_item_text = _("Show the code")
    choose_view_class = ChooseCode
    choose_results_view_class = ChooseCodeResults
    chosen_view_class = ChosenCode
    chosen_multiple_view_class = ChosenCodes
    base_widget_class = CodeChooser

    def get_urlpatterns(self) -> list[Any]:
        """Without an address for making codes: they come from a list."""
        return [one for one in super().get_urlpatterns() if one.name != "create"]
