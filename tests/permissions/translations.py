"""A page's translation under wagtail-localize, with the same words that were never published."""

from __future__ import annotations

from wagtail_localize.models import Translation, TranslationSource

from content_models.languages import locale_of

from .objects import Thing

LANGUAGE = "en"


def translate(thing: Thing) -> None:
    """Its draft in English, and what wagtail-localize's addresses are asked with."""
    locale = locale_of(LANGUAGE)
    draft = thing.page.get_latest_revision_as_object()
    source, _created = TranslationSource.update_or_create_from_instance(draft)
    source.create_or_update_translation(locale, copy_parent_pages=True, fallback=True)
    translation = Translation.objects.create(source=source, target_locale=locale)
    thing.extra = {
        "translation": translation,
        "page": draft.get_translation(locale),
        "string": source.stringsegment_set.first(),
        "overridable": source.overridablesegment_set.first(),
    }
