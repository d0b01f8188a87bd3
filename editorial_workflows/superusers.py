"""Only superusers make or change superusers: who keeps the people does not become all-powerful.

In Wagtail, whoever may change people may raise anyone, or give a superuser a new password.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _


def keep_their_making(request: HttpRequest, user: Any = None) -> None:
    """For Wagtail's hooks before_create_user and before_edit_user."""
    raised = request.method == "POST" and request.POST.get("is_superuser")
    if raised or (user is not None and user.is_superuser):
        _only_superusers(request)


def keep_from_bulk_actions(
    request: HttpRequest, _action_type: str, objects: Iterable[Any], _action: Any
) -> None:
    """For Wagtail's hook before_bulk_action."""
    if any(getattr(one, "is_superuser", False) for one in objects):
        _only_superusers(request)


def _only_superusers(request: HttpRequest) -> None:
    if not request.user.is_superuser:
        raise PermissionDenied(_("Only superusers make or change superusers."))
