"""The demonstration's log-ins: one person in each role, with one password that is no secret."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from editorial_workflows.roles import (
    NATIONAL_APPROVERS,
    NATIONAL_EDITORS,
    regional_approvers,
    regional_editors,
)
from region_overlays.models import Region

PASSWORD = "tillagg-demo"  # noqa: S105 - printed by `make demo`, refused outside it
REGIONS = ("14", "12")


@dataclass(frozen=True, slots=True)
class Login:
    """A demonstration user and the group that makes the role."""

    username: str
    first_name: str
    last_name: str
    group: str


def logins() -> list[Login]:
    """National editor and approver, and an editor and an approver in each of two regions."""
    found = [
        Login("nationell-redaktor", "Nadja", "Redaktör", NATIONAL_EDITORS),
        Login("nationell-godkannare", "Nils", "Godkännare", NATIONAL_APPROVERS),
    ]
    for region in Region.objects.filter(code__in=REGIONS).order_by("name"):
        editors, approvers = regional_editors(region), regional_approvers(region)
        found.append(Login(f"{region.slug}-redaktor", "Rut", "Redaktör", editors))
        found.append(Login(f"{region.slug}-godkannare", "Gösta", "Godkännare", approvers))
    return found


def ensure_logins() -> list[Login]:
    """Make the users that are missing; those there keep what someone has changed."""
    model = get_user_model()
    found = logins()
    for login in found:
        user, created = model.objects.get_or_create(
            username=login.username,
            defaults={"first_name": login.first_name, "last_name": login.last_name},
        )
        if created:
            user.set_password(PASSWORD)
            user.save()
        user.groups.add(Group.objects.get(name=login.group))
    return found
