"""Programme areas and approving bodies in the admin."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from content_models.exporting import HarmlessExport
from content_models.in_use.holders import holders_of
from content_models.in_use.places import places_for
from content_models.in_use.uses import uses_of
from content_models.taxonomies.bodies import LINK_FORM, ApprovingBody, ProgrammeArea
from content_models.taxonomies.deleting import Delete

BODY_FIELDS = ("name", "url", "contact")


class BodyForm(WagtailAdminModelForm):
    """Says of a link what is allowed, where Django says that it is wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["url"].error_messages["invalid"] = LINK_FORM


class BodyIndex(HarmlessExport, generic.IndexView):
    """å ä ö last, also when the heading is clicked."""

    @cached_property
    def columns(self) -> list[Column]:
        name, *others = super().columns
        name.sort_key = "name_order"
        return [name, *others]


class InspectBody(generic.InspectView):
    template_name = "content_models/taxonomies/body.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        uses = uses_of([self.object]).get(str(self.object.pk), {})
        places = places_for(self.request.user, uses, holders_of(self.object))
        return super().get_context_data(**kwargs, places=places)


class BodyViewSet(ModelViewSet):
    """Read by everyone, kept by the administrators."""

    index_view_class = BodyIndex
    inspect_view_class = InspectBody
    delete_view_class = Delete
    inspect_view_enabled = True
    copy_view_enabled = False
    inspect_view_fields = list(BODY_FIELDS)
    edit_handler = ObjectList([FieldPanel(name) for name in BODY_FIELDS], base_form_class=BodyForm)
    list_display = list(BODY_FIELDS)
    list_export = list(BODY_FIELDS)
    search_fields = ["name", "contact"]
    search_backend_name = None
    ordering = ("name_order", "name")


class AreaViewSet(BodyViewSet):
    model = ProgrammeArea
    icon = "site"
    menu_label = _("Programme areas")


class ApprovingBodyViewSet(BodyViewSet):
    model = ApprovingBody
    icon = "group"
    menu_label = _("Approving bodies")
