"""People in their roles, by the groups that `migrate` makes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from content_models.models import ProgrammeArea
from editorial_workflows import roles
from editorial_workflows.mandates import Mandate, Role


def person(name: str, *groups: str) -> Any:
    """A user in these groups, made when first asked for."""
    user, created = get_user_model().objects.get_or_create(
        username=name, defaults={"first_name": name.capitalize(), "email": f"{name}@example.org"}
    )
    if created:
        user.set_password("ett-gott-losenord")
        user.save()
    user.groups.add(*[Group.objects.get(name=group) for group in groups])
    return get_user_model().objects.get(pk=user.pk)


def again(user: Any) -> Any:
    """The same user as the next request meets it: nothing remembered."""
    return get_user_model().objects.get(pk=user.pk)


def editor(name: str = "anna") -> Any:
    return person(name, roles.NATIONAL_EDITORS)


def expert(name: str = "elis") -> Any:
    return person(name, roles.NATIONAL_EXPERTS)


def approver(name: str = "greta") -> Any:
    """For every programme area."""
    return person(name, roles.NATIONAL_APPROVERS)


def area_approver(area: str, name: str = "osten") -> Any:
    found = ProgrammeArea.objects.get_or_create(name=area)[0]
    return person(name, roles.area_approvers(found))


def youth_editor(name: str = "ulla") -> Any:
    return person(name, roles.YOUTH_EDITORS)


def draft_reader(name: str = "lasse") -> Any:
    return person(name, roles.DRAFT_READERS)


def administrator(name: str = "adam") -> Any:
    return person(name, roles.ADMINISTRATORS)


def regional_editor(region: str = "14", name: str = "rut") -> Any:
    return person(name, _regional(Role.REGIONAL_EDITOR, region))


def regional_approver(region: str = "14", name: str = "gosta") -> Any:
    return person(name, _regional(Role.REGIONAL_APPROVER, region))


def _regional(role: Role, region: str) -> str:
    return Mandate.objects.get(role=role, region=region).group.name


def client_of(user: Any) -> Client:
    """A browser of theirs."""
    client = Client()
    client.force_login(user)
    return client
