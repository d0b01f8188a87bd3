"""Codes, programme areas and approving bodies: one menu in the admin, with room for more."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup

from content_models.taxonomies.body_screens import ApprovingBodyViewSet, AreaViewSet
from content_models.taxonomies.code_screens import CodeViewSet


class Registers(ModelViewSetGroup):
    menu_label = _("Registers")
    menu_icon = "folder-open-inverse"
    menu_order = 250
    submenu_hook = "register_registers_menu_item"
    """Registers of the packages above name it as their `menu_hook`."""
    items = (
        CodeViewSet("diagnosis_codes"),
        AreaViewSet("programme_areas"),
        ApprovingBodyViewSet("approving_bodies"),
    )
