"""wagtail-localize publishes on commit, with no user and no check: here it writes drafts."""

from __future__ import annotations

import functools
from typing import Any

from wagtail_localize.models import TranslationSource

from content_models.editions.editioned import EditionedPage


def write_drafts_only() -> None:
    """Wrap the one method that its views, updates and API end in; again changes nothing."""
    method = TranslationSource.create_or_update_translation
    if hasattr(method, "__wrapped__"):
        return

    @functools.wraps(method)
    def as_draft(
        self: Any, locale: Any, user: Any = None, publish: bool = True, **rest: Any
    ) -> Any:
        if not issubclass(self.specific_content_type.model_class(), EditionedPage):
            return method(self, locale, user=user, publish=publish, **rest)
        self.get_translated_instance = functools.partial(_draft_of, self)
        try:
            return method(self, locale, user=user, publish=False, **rest)
        finally:
            del self.get_translated_instance

    TranslationSource.create_or_update_translation = as_draft


def _draft_of(source: Any, locale: Any) -> Any:
    """The translation as its draft stands. Of a live one only the new revision is written.

    wagtail-localize works on the page's row and saves it, which would bring a draft's title into
    the lists of what is published, and take back what the latest draft says beside the words.
    """
    page = TranslationSource.get_translated_instance(source, locale)
    if not page.live:
        return page
    draft = page.get_latest_revision_as_object()
    save = draft.save

    def save_what_is_named(*args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields") is not None:
            save(*args, **kwargs)

    draft.save = save_what_is_named
    return draft
