"""What a user may make, each with the address of its empty form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from content_models.languages import locale_of
from content_models.models import ARTICLE_MODELS, FolderPage
from content_models.pages.start_page import StartPage
from content_models.vocabulary import SOURCE_LANGUAGE, Audience
from editorial_workflows.mandates import mandates_of
from region_overlays.models import RegionPage, SupplementPage


class New(WagtailAdminTemplateMixin, TemplateView):
    """The second click's page, for where the home page is not at hand."""

    page_title = _("New article or page")
    header_icon = "plus"
    template_name = "cms/desk/new.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Raises PermissionDenied for who may make nothing."""
        creatable = creatable_by(self.request.user)
        if not creatable:
            raise PermissionDenied
        return super().get_context_data(creatable=creatable, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


@dataclass(frozen=True, slots=True)
class Creatable:
    name: str
    url: str
    where: str
    """The folder or the region that it is made in."""
    is_one_of_many: bool
    """Whether only the place tells it from another."""


def creatable_by(user: Any) -> list[Creatable]:
    """Kinds of articles in their folders, then supplements in the user's regions."""
    locale = locale_of(SOURCE_LANGUAGE)
    folders = FolderPage.objects.filter(locale=locale).exclude(kind="").order_by("path")
    by_kind = {folder.kind: folder for folder in reversed(folders)}
    articles = [
        (model, by_kind[model.kind])
        for model in ARTICLE_MODELS
        if model.kind in by_kind and not _is_complete(model)
    ]
    regions = {mandate.region_id for mandate in mandates_of(user) if mandate.region_id}
    homes = RegionPage.objects.filter(region__in=regions, locale=locale).order_by("title")
    supplements = [(SupplementPage, home) for home in homes]
    pairs = list(_allowed(user, [*articles, *supplements]))
    models = [model for model, _parent in pairs]
    return [_creatable(*pair, is_one_of_many=models.count(pair[0]) > 1) for pair in pairs]


def _allowed(user: Any, pairs: list[tuple[type[Page], Page]]) -> Iterator[tuple[type[Page], Page]]:
    for model, parent in pairs:
        may_add = parent.permissions_for_user(user).can_add_subpage()
        if may_add and model.can_create_at(parent):
            yield model, parent


def _is_complete(model: type[Page]) -> bool:
    """Each audience has one start page; that one is changed, no other made."""
    if not issubclass(model, StartPage):
        return False
    held = StartPage.objects.filter(locale=locale_of(SOURCE_LANGUAGE))
    return set(held.values_list("audience", flat=True)) >= set(Audience)


def _creatable(model: type[Page], parent: Page, *, is_one_of_many: bool) -> Creatable:
    return Creatable(
        name=capfirst(str(model._meta.verbose_name)),
        url=_form_of(model, parent),
        where=parent.title,
        is_one_of_many=is_one_of_many,
    )


def _form_of(model: type[Page], parent: Page) -> str:
    """An empty form; for a supplement the articles that it can be added to."""
    if isinstance(parent, RegionPage):
        return reverse("desk:region_articles", args=[parent.region_id])
    place = (model._meta.app_label, model._meta.model_name, parent.pk)
    return reverse("wagtailadmin_pages:add", args=place)
