"""Why something cannot be done, in words for the person who tried."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied


class Refused(PermissionDenied):
    """The message is for the one who tried; nothing has been changed.

    A PermissionDenied, so that Wagtail's own views answer it as one.
    """


class NotSubmitted(Refused):
    """The draft cannot be handed in as it is."""


class NotYours(Refused):
    """The decision is not this person's to take."""


class AlreadyDecided(Refused):
    """Someone else came first, or the hand-in was taken back."""


class ContentChanged(Refused):
    """What would be approved or published is not what was seen or approved."""
