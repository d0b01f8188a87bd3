"""Everyone who may come to an address, from the public to the superuser."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AnonymousUser

from tests.factories import people

OWN, OTHER = "14", "12"
"""The region whose people are asked for, and another."""

AREA, OTHER_AREA = "Ögonsjukdomar", "Tandvård"
"""The programme area of the national objects, and another."""


class Role(StrEnum):
    ANONYMOUS = "anonymous"
    STRANGER = "someone in no group"
    READER = "reader of drafts"
    EDITOR = "national editor"
    YOUTH_EDITOR = "youth editor"
    EXPERT = "national expert"
    APPROVER = "national approver"
    OTHER_APPROVER = "approver of another area"
    REGIONAL_EDITOR = "editor of region 14"
    REGIONAL_APPROVER = "approver of region 14"
    ADMINISTRATOR = "administrator"
    SUPERUSER = "superuser"


EVERYONE = frozenset(Role)
COLLEAGUES = EVERYONE - {Role.ANONYMOUS, Role.STRANGER}
"""Those who may enter the admin."""
NOBODY: frozenset[Role] = frozenset()


def person_of(role: Role) -> Any:
    """Someone with this role and nothing else, who has written and decided nothing."""
    return MAKERS[role]()


def _superuser(name: str) -> Any:
    user = people.person(name)
    user.is_superuser = True
    user.save()
    return user


MAKERS: dict[Role, Callable[[], Any]] = {
    Role.ANONYMOUS: AnonymousUser,
    Role.STRANGER: lambda: people.person("ingen"),
    Role.READER: lambda: people.draft_reader("lisa"),
    Role.EDITOR: lambda: people.editor("nils"),
    Role.YOUTH_EDITOR: lambda: people.youth_editor("ylva"),
    Role.EXPERT: lambda: people.expert("sten"),
    Role.APPROVER: lambda: people.approver("gunnar"),
    Role.OTHER_APPROVER: lambda: people.area_approver(OTHER_AREA, "tandis"),
    Role.REGIONAL_EDITOR: lambda: people.regional_editor(OWN, "rita"),
    Role.REGIONAL_APPROVER: lambda: people.regional_approver(OWN, "robert"),
    Role.ADMINISTRATOR: lambda: people.administrator("asta"),
    Role.SUPERUSER: lambda: _superuser("sara"),
}
