"""wagtail-localize's own screens: closed here, for anyone.

They offer to publish, store words unchecked and while a review goes on, bring whole files of them,
ask one permission for the texts of every region, and stop at the first language under review.
"""

from __future__ import annotations

import functools
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

CLOSED = {
    SubmitPageTranslationView: ("dispatch",),
    UpdateTranslationsView: ("dispatch",),
    edit_translation: (
        *("edit_string_translation", "edit_override", "machine_translate", "stop_translation"),
        *("download_pofile", "upload_pofile", "preview_translation"),
    ),
    convert: ("convert_to_alias",),
}
"""What holds the entrance of a screen, and its name there; its addresses are made from these."""


def refuse() -> None:
    """Wrap their entrances; calling it again changes nothing."""
    for holder, names in CLOSED.items():
        for name in names:
            entrance = getattr(holder, name)
            if not hasattr(entrance, "is_closed"):
                setattr(holder, name, _closed(entrance))


def _closed(entrance: Any) -> Any:
    @functools.wraps(entrance)
    def closed(*_args: Any, **_kwargs: Any) -> Any:
        raise PermissionDenied(_("Texts are translated on the page's own screens."))

    closed.is_closed = True  # type: ignore[attr-defined]
    return closed
