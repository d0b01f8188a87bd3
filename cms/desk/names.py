"""Kinds and languages as editors call them."""

from __future__ import annotations

from django.conf import settings
from django.utils.text import capfirst

from content_models.models import ARTICLE_MODELS
from region_overlays.models import SupplementPage
from region_overlays.pages import SUPPLEMENT_KIND

LANGUAGES = {code: str(name) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES}


def kinds() -> list[tuple[str, str]]:
    """(kind, its name) of every kind of article."""
    return [(str(model.kind), capfirst(str(model._meta.verbose_name))) for model in ARTICLE_MODELS]


def kind_name(kind: str) -> str:
    names = dict(kinds()) | {SUPPLEMENT_KIND: capfirst(str(SupplementPage._meta.verbose_name))}
    return names.get(kind, kind)


def language_name(language: str) -> str:
    return LANGUAGES.get(language, language)
