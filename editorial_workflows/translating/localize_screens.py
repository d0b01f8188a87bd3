"""wagtail-localize's screens to begin and to update translations: not used here, for anyone.

They offer to publish, ask one permission for the texts of every region, and stop at the first
language that is under review.
"""

from __future__ import annotations

import functools
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView


def refuse() -> None:
    """Wrap their entrance; calling it again changes nothing."""
    for view in (SubmitPageTranslationView, UpdateTranslationsView):
        if not hasattr(view.dispatch, "__wrapped__"):
            view.dispatch = _closed(view.dispatch)


def _closed(dispatch: Any) -> Any:
    @functools.wraps(dispatch)
    def closed(*_args: Any, **_kwargs: Any) -> Any:
        raise PermissionDenied(_("Translations are begun and updated on the page's own screens."))

    return closed
