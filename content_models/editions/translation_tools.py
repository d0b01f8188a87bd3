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
        editioned = issubclass(self.specific_content_type.model_class(), EditionedPage)
        return method(self, locale, user=user, publish=publish and not editioned, **rest)

    TranslationSource.create_or_update_translation = as_draft
