"""Who may do what with codes, areas and bodies: everyone in the admin reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

ENTER = "wagtailadmin.access_admin"


class ReadByColleagues(ModelPermissionPolicy):
    """Read by whoever may enter the admin; changed by those with Django's permissions."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action == "view":
            return bool(user.has_perm(ENTER))
        return bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class FromAList(ReadByColleagues):
    """Nobody makes or changes codes by hand: the next list would undo it without a word."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "change") and super().user_has_permission(user, action)
