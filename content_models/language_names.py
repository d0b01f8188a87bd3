"""The languages of the content that are there from the start, as editors read their names.

Pure, so that the settings can read it; more languages come from the environment.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LANGUAGE_NAMES = {
    "sv": _("Swedish"),
    "en": _("English"),
    "fi": _("Finnish"),
    "se": _("Northern Sami"),
    "sv-x-lattlast": _("Easy-read Swedish"),
}
"""The source first, then in the order in which languages are listed."""
