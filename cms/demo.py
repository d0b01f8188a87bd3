"""The demonstration's log-ins: one person in each role, with one password that is no secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from editorial_workflows import roles
from region_overlays.models import Region

PASSWORD = "tillagg-demo"  # noqa: S105 - printed by `make demo`, refused outside it
REGIONS = ("14", "12")
EDITOR, APPROVER, EXPERT = "nationell-redaktor", "nationell-godkannare", "sakkunnig"
SECOND_EDITOR, YOUTH_EDITOR = "nationell-redaktor-2", "barnredaktor"


@dataclass(frozen=True, slots=True)
class Login:
    """A demonstration user and the group that makes the role."""

    username: str
    first_name: str
    last_name: str
    group: str


def logins() -> list[Login]:
    """Someone in each national role, and an editor and an approver in each of two regions."""
    found = [
        Login(EDITOR, "Nadja", "Redaktör", roles.NATIONAL_EDITORS),
        Login(SECOND_EDITOR, "Noor", "Redaktör", roles.NATIONAL_EDITORS),
        Login(EXPERT, "Sixten", "Sakkunnig", roles.NATIONAL_EXPERTS),
        Login(APPROVER, "Nils", "Godkännare", roles.NATIONAL_APPROVERS),
        Login(YOUTH_EDITOR, "Bim", "Barnredaktör", roles.YOUTH_EDITORS),
        Login("utkastlasare", "Lova", "Läsare", roles.DRAFT_READERS),
        Login("administrator", "Adam", "Administratör", roles.ADMINISTRATORS),
    ]
    for region in Region.objects.filter(code__in=REGIONS).order_by("name"):
        editors, approvers = roles.regional_editors(region), roles.regional_approvers(region)
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


def login(username: str) -> Any:
    """The user, as a new request would meet them."""
    return get_user_model().objects.get(username=username)
