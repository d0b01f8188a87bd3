"""The 21 regions and their pages; made by `migrate`, again after a flush."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.models import Page

from content_models.languages import locale_of
from content_models.regions import REGIONS
from content_models.vocabulary import SOURCE_LANGUAGE
from region_overlays.pages import RegionPage, RegionsRootPage
from region_overlays.region import Region, every_language


@transaction.atomic
def ensure_regions(**_: Any) -> None:
    """A post_migrate receiver, idempotent; names and links that people have edited are kept."""
    known = set(Region.objects.values_list("code", flat=True))
    for fact in REGIONS:
        if fact.code not in known:
            Region.objects.create(
                code=fact.code,
                slug=fact.slug,
                name=fact.name,
                short_name=fact.short_name,
                languages=every_language(),
            )
    locale = locale_of(SOURCE_LANGUAGE)
    home = RegionsRootPage.objects.filter(locale=locale).first()
    if home is None:
        root = Page.get_first_root_node()
        home = root.add_child(
            instance=RegionsRootPage(title="Regioner", slug="regioner", locale=locale)
        )
    held = set(RegionPage.objects.filter(locale=locale).values_list("region_id", flat=True))
    for region in Region.objects.exclude(code__in=held):
        home.add_child(
            instance=RegionPage(title=region.name, slug=region.slug, region=region, locale=locale)
        )


def region_page(code: str, language: str) -> RegionPage:
    """The page that a region's supplements in a language are made under."""
    source: RegionPage = RegionPage.objects.get(region_id=code, locale=locale_of(SOURCE_LANGUAGE))
    if language == SOURCE_LANGUAGE:
        return source
    locale = locale_of(language)
    translated: RegionPage | None = source.get_translation_or_none(locale)
    if translated is None:
        translated = source.copy_for_translation(locale, copy_parents=True)
    return translated
