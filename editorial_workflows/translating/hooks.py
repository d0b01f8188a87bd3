"""Where translating meets Wagtail's admin: buttons, menus, and what wagtail-localize adds there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.urls.resolvers import URLResolver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as localize
from wagtail_localize.models import Translation

from content_models.editions.editioned import EditionedPage
from editorial_workflows.mandates import mandates_of
from editorial_workflows.reading import may_read
from editorial_workflows.translating import writing
from editorial_workflows.translating.addresses import URLS

NOT_OURS = (
    localize.RestartTranslationPageActionMenuItem,
    localize.ConvertToAliasPageActionMenuItem,
)
"""One would write the source's words over a text of its own, the other make it an alias."""
ICON = "wagtail-localize-language"
BUTTON_HOOKS = ("register_page_header_buttons", "register_page_listing_more_buttons")


def addresses() -> list[URLResolver]:
    """For Wagtail's hook register_admin_urls."""
    return [path("translations/", include((URLS, "translating")))]


class TranslationsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.is_superuser or bool(mandates_of(request.user))


def menu_item() -> MenuItem:
    """For Wagtail's hook register_admin_menu_item."""
    return TranslationsMenuItem(
        gettext_lazy("Translations of texts"),
        reverse("translating:list"),
        name="translations",
        icon_name=ICON,
        order=160,
    )


def without_other_report(request: HttpRequest, items: list[Any]) -> None:
    """For Wagtail's hook construct_reports_menu: one list of translations is enough."""
    other = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != other]


def header_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """For Wagtail's hook register_page_header_buttons."""
    specific = page.specific
    if not isinstance(specific, EditionedPage):
        return
    if writing.is_source(page):
        yield from listing_buttons(page, user)
        return
    if may_read(user, specific):
        yield _button(_("What has changed in the source"), "translating:changes", page, "history")
    if not page.permissions_for_user(user).can_edit():
        return
    kept = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id
    ).first()
    if kept is not None and kept.enabled:
        yield _button(_("Make it a text of its own"), "translating:apart", page, "cross")
    elif kept is not None:
        yield _button(_("Keep it in step with its source"), "translating:in_step", page, "rotate")


def listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """For Wagtail's hook register_page_listing_more_buttons."""
    is_text = issubclass(page.specific_class or Page, EditionedPage)
    if is_text and writing.is_source(page) and page.permissions_for_user(user).can_edit():
        yield _button(_("Translate this text"), "translating:start", page, ICON)


def _button(label: str, address: str, page: Page, icon: str) -> Button:
    return Button(label, reverse(address, args=[page.pk]), icon_name=icon, priority=64)


def remove_localizes_buttons() -> None:
    """They lead to screens of wagtail-localize's that offer to publish. Again changes nothing."""
    for name in BUTTON_HOOKS:
        registered = hooks._hooks.get(name, [])
        registered[:] = [
            pair for pair in registered if pair[0] is not localize.page_listing_more_buttons
        ]
