"""Where the workflows meet Wagtail's admin: addresses, menus, buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.urls.resolvers import URLResolver
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import (
    ActionMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from content_models.editions.editioned import EditionedPage
from content_models.models import ARTICLE_MODELS
from editorial_workflows import others_drafts, reports, superusers
from editorial_workflows.mandates import Mandate, mandates_of
from editorial_workflows.reading import may_read
from editorial_workflows.submissions import Submission
from editorial_workflows.supplementing import hooks as supplementing
from editorial_workflows.translating import hooks as translating
from editorial_workflows.translating.entrance import instead_of_wagtails
from editorial_workflows.views import handing_in, judging, lists, looking
from editorial_workflows.views.editing import HAND_IN, ContentViewSet
from region_overlays.models import SupplementPage

URLS = [
    path("", lists.Waiting.as_view(), name="desk"),
    path("mine/", lists.HandedIn.as_view(), name="mine"),
    path("stopped/", lists.Stopped.as_view(), name="stopped"),
    path("drafts/", lists.Drafts.as_view(), name="drafts"),
    path("<int:submission_id>/", judging.Review.as_view(), name="review"),
    path("pages/<int:page_id>/hand-in/", handing_in.HandIn.as_view(), name="hand_in"),
    path("pages/<int:page_id>/draft/", looking.Read.as_view(), name="read"),
    path("pages/<int:page_id>/history/", looking.History.as_view(), name="history"),
    path(
        "pages/<int:page_id>/since-approval/",
        looking.SinceApproval.as_view(),
        name="since_approval",
    ),
]
NOT_OURS = (
    *(PublishMenuItem, RestartWorkflowMenuItem, SubmitForModerationMenuItem, WorkflowMenuItem),
    *translating.NOT_OURS,
)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def addresses() -> list[URLResolver]:
    return [path("approvals/", include((URLS, "approvals")))]


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def content_views() -> list[ContentViewSet]:
    models = (*ARTICLE_MODELS, SupplementPage)
    return [ContentViewSet(model._meta.model_name, model=model) for model in models]


class MandateViewSet(ModelViewSet):
    model = Mandate
    icon = "key"
    menu_label = _("Mandates")
    add_to_settings_menu = True
    list_display = ("group", "role", "programme_area", "region")
    list_filter = ("role", "programme_area", "region")
    inspect_view_enabled = True


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def mandate_views() -> MandateViewSet:
    return MandateViewSet("mandates")


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.is_superuser or bool(mandates_of(request.user))


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def desk_menu_item() -> MenuItem:
    return DeskMenuItem(
        _("Approvals"), reverse("approvals:desk"), name="approvals", icon_name="clipboard-list",
        order=150,
    )  # fmt: skip


class HandInMenuItem(ActionMenuItem):
    label = _("Hand in for review")
    name = HAND_IN
    icon_name = "resubmit"

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] == "create" or not isinstance(page, EditionedPage):
            return False
        permissions = self.get_user_page_permissions_tester(context)
        return permissions.can_submit_for_moderation() and not context["locked_for_user"]


class ReviewMenuItem(ActionMenuItem):
    label = _("Go to the review")
    name = "action-review"
    icon_name = "clipboard-list"

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        page = context.get("page")
        return isinstance(page, EditionedPage) and _open_submission(page) is not None

    def get_url(self, context: Mapping[str, Any]) -> str | None:
        submission = _open_submission(context["page"])
        return reverse("approvals:review", args=[submission.pk]) if submission else None


def _open_submission(page: Any) -> Submission | None:
    return Submission.objects.under_review().filter(page_id=page.pk).first()


@hooks.register("construct_page_action_menu")  # type: ignore[untyped-decorator]
def action_menu(items: list[Any], request: HttpRequest, context: Mapping[str, Any]) -> None:
    """Handing in and reviewing have screens of their own; nothing is published from the editor."""
    page = context.get("page") or context.get("parent_page")
    if not isinstance(page, EditionedPage):
        return
    items[:] = [item for item in items if not isinstance(item, NOT_OURS)]
    ours = (HandInMenuItem(order=10), ReviewMenuItem(order=5))
    items.extend(item for item in ours if item.is_shown(context))
    items.sort(key=lambda item: item.order)


@hooks.register("register_page_header_buttons")  # type: ignore[untyped-decorator]
def header_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    specific = page.specific
    if isinstance(specific, EditionedPage) and may_read(user, specific):
        yield Button(
            _("Approvals"),
            reverse("approvals:history", args=[page.pk]),
            icon_name="history",
            priority=65,
        )
        yield Button(
            _("Read the draft"),
            reverse("approvals:read", args=[page.pk]),
            icon_name="view",
            priority=66,
        )


@hooks.register("insert_global_admin_css")  # type: ignore[untyped-decorator]
def styles() -> str:
    return format_html(
        '<link rel="stylesheet" href="{}">', static("editorial_workflows/approvals.css")
    )


hooks.register("register_admin_urls", reports.addresses)
hooks.register("register_reports_menu_item", reports.retired_codes_menu_item)
hooks.register("register_admin_urls", supplementing.addresses)
hooks.register("register_page_header_buttons", supplementing.header_buttons)
hooks.register("insert_editor_js", supplementing.scripts)
hooks.register("register_admin_urls", translating.addresses)
hooks.register("register_admin_menu_item", translating.menu_item)
hooks.register("construct_reports_menu", translating.without_other_report)
hooks.register("register_page_header_buttons", translating.header_buttons)
hooks.register("register_page_listing_more_buttons", translating.listing_buttons)
hooks.register("before_edit_page", instead_of_wagtails, order=-1)
translating.remove_localizes_buttons()
hooks.register("construct_page_chooser_queryset", others_drafts.choosable)
hooks.register("before_create_user", superusers.keep_their_making)
hooks.register("before_edit_user", superusers.keep_their_making)
hooks.register("before_bulk_action", superusers.keep_from_bulk_actions)
