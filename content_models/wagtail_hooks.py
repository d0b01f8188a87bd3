"""Where codes, areas and bodies meet Wagtail's admin, and what is in use its bulk actions."""

from __future__ import annotations

from typing import Any

from django.urls import path
from django.urls.resolvers import URLPattern
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from content_models.in_use.views import keep_from_bulk_deletion
from content_models.pasting import form, views
from content_models.taxonomies.admin import Registers
from content_models.taxonomies.bodies import ApprovingBody, ProgrammeArea
from content_models.taxonomies.choosing import CodeChooserViewSet
from content_models.taxonomies.diagnosis import DiagnosisCode
from content_models.taxonomies.permission import FromAList, ReadByColleagues

register_permission_policy(DiagnosisCode, FromAList(DiagnosisCode))
for body in (ApprovingBody, ProgrammeArea):
    register_permission_policy(body, ReadByColleagues(body))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def registers() -> list[Any]:
    return [Registers(), CodeChooserViewSet("diagnosis_code_chooser")]


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def pasting() -> list[URLPattern]:
    return [path("pasting/<int:page_id>/", views.convert, name="pasting")]


form.register_forms()
hooks.register("before_bulk_action", keep_from_bulk_deletion)
