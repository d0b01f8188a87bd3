"""Wagtail's locales by their language codes, remembered per process."""

from __future__ import annotations

from functools import lru_cache

from wagtail.models import Locale


@lru_cache(maxsize=64)
def language_of(locale_id: int) -> str:
    """A locale's language code; locales are made by `migrate` and never renamed."""
    return str(Locale.objects.values_list("language_code", flat=True).get(pk=locale_id))


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale of a language code; raises Locale.DoesNotExist."""
    return Locale.objects.get(language_code=language)


def forget_locales() -> None:
    """After a flush the same codes have other ids."""
    language_of.cache_clear()
    locale_of.cache_clear()
