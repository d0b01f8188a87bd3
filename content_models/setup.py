"""The national tree that content is published into; made by `migrate`, again after a flush."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from content_models.documents.addresses import path_of
from content_models.editions.head import HEAD
from content_models.editions.models import LedgerHead, Route
from content_models.languages import forget_locales, locale_of
from content_models.pages.folders import FolderPage, NationalRootPage
from content_models.vocabulary import SOURCE_LANGUAGE, Kind

FOLDERS: dict[Kind, tuple[str, str]] = {
    Kind.KNOWLEDGE_SUPPORT: ("Kunskapsstöd", "kunskapsstod"),
    Kind.CITIZEN_ARTICLE: ("Råd om vård", "rad-om-vard"),
    Kind.YOUTH_PAGE: ("Barn och unga", "barn-och-unga"),
    Kind.NEWS: ("Nyheter", "nyheter"),
    Kind.START_PAGE: ("Startsidor", "startsidor"),
}
"""Kind → title and slug of the folder that its articles are made in."""


@transaction.atomic
def ensure_national_tree(**_: Any) -> None:
    """Locales, root, the site and the folders; a post_migrate receiver, idempotent."""
    forget_locales()
    LedgerHead.objects.get_or_create(pk=HEAD)
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale_of(SOURCE_LANGUAGE))
    )
    home = _ensure_home(root)
    for kind, (title, slug) in FOLDERS.items():
        if not FolderPage.objects.filter(kind=kind, locale=home.locale).exists():
            folder = home.add_child(instance=FolderPage(title=title, slug=slug, kind=kind))
            folder.save_revision().publish()
    _ensure_routes()


def _ensure_home(root: Page) -> NationalRootPage:
    home: NationalRootPage | None = NationalRootPage.objects.filter(
        locale=locale_of(SOURCE_LANGUAGE)
    ).first()
    if home is None:
        # Wagtail's first migration leaves a welcome page that nobody asked for.
        for welcome in Page.objects.filter(depth=2, content_type__model="page"):
            welcome.delete()
        root = Page.objects.get(pk=root.pk)
        home = root.add_child(
            instance=NationalRootPage(
                title="Tillägg", slug="nationellt", locale=locale_of(SOURCE_LANGUAGE)
            )
        )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": "localhost", "site_name": "Tillägg"},
    )
    return home


def _ensure_routes() -> None:
    for folder in FolderPage.objects.live():
        if not Route.objects.filter(page_id=folder.pk, path=path_of(folder)).exists():
            folder.get_latest_revision().publish()


def folder_for(kind: Kind, language: str) -> FolderPage:
    """The folder that articles of a kind are made in; made for a language when first needed."""
    source: FolderPage = FolderPage.objects.get(kind=kind, locale=locale_of(SOURCE_LANGUAGE))
    if language == SOURCE_LANGUAGE:
        return source
    locale = locale_of(language)
    translated: FolderPage | None = source.get_translation_or_none(locale)
    if translated is None:
        translated = source.copy_for_translation(locale, copy_parents=True)
    if not translated.live:
        translated.save_revision().publish()
        translated.refresh_from_db()
    return translated
