"""Mandates: what the people of a group may do, and for which programme area or region."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from content_models.models import ProgrammeArea
from region_overlays.models import Region


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    NATIONAL_EDITOR = "national-editor"
    NATIONAL_EXPERT = "national-expert"
    NATIONAL_APPROVER = "national-approver"
    YOUTH_EDITOR = "youth-editor"
    REGIONAL_EDITOR = "regional-editor"
    REGIONAL_APPROVER = "regional-approver"
    DRAFT_READER = "draft-reader"


ROLE_NAMES = {
    Role.ADMINISTRATOR: _("Administrator"),
    Role.NATIONAL_EDITOR: _("National editor"),
    Role.NATIONAL_EXPERT: _("National expert"),
    Role.NATIONAL_APPROVER: _("National approver"),
    Role.YOUTH_EDITOR: _("Youth editor"),
    Role.REGIONAL_EDITOR: _("Regional editor"),
    Role.REGIONAL_APPROVER: _("Regional approver"),
    Role.DRAFT_READER: _("Reader of drafts"),
}


class Mandate(models.Model):
    """What the people of a group may do; without an area or a region, for every one of them."""

    group = models.ForeignKey(
        Group, on_delete=models.CASCADE, related_name="mandates", verbose_name=_("group")
    )
    role = models.CharField(
        _("role"), max_length=20, choices=[(role.value, name) for role, name in ROLE_NAMES.items()]
    )
    programme_area = models.ForeignKey(
        ProgrammeArea,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("programme area"),
        help_text=_("For experts and national approvers; none chosen: every area."),
    )
    region = models.ForeignKey(
        Region,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("region"),
        help_text=_("For regional editors and approvers."),
    )

    # Bookkeeping, not a use of what it names.
    wagtail_reference_index_ignore = True

    panels = [FieldPanel(name) for name in ("group", "role", "programme_area", "region")]

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ("group__name", "role")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "role"],
                condition=models.Q(programme_area=None, region=None),
                name="mandate_once",
            ),
            models.UniqueConstraint(
                fields=["group", "role", "programme_area"], name="mandate_once_for_area"
            ),
            models.UniqueConstraint(
                fields=["group", "role", "region"], name="mandate_once_for_region"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[Role.REGIONAL_EDITOR, Role.REGIONAL_APPROVER])
                ^ models.Q(region=None),
                name="mandate_region_for_regional_roles",
                violation_error_message=_("Regional roles name a region, and only they."),
            ),
        ]

    def __str__(self) -> str:
        scope = self.programme_area or self.region
        return f"{self.group}: {self.get_role_display()}" + (f" – {scope}" if scope else "")


MEMO = "_mandates"


def mandates_of(user: Any) -> list[Mandate]:
    """What the user's groups may do; read once for each user object, which lives for a request.

    Being a superuser is no mandate: it is the right to run the system, not to approve its texts.
    """
    if not user.is_authenticated or not user.is_active:
        return []
    if not hasattr(user, MEMO):
        setattr(user, MEMO, list(Mandate.objects.filter(group__user=user).distinct()))
    found: list[Mandate] = getattr(user, MEMO)
    return found


def holds(
    user: Any, roles: Iterable[Role], *, area: int | None = None, region: str | None = None
) -> bool:
    """Whether one of the roles is held for this area or region; None asks for an unlimited one."""
    wanted = set(roles)
    return any(
        mandate.role in wanted
        and mandate.programme_area_id in (None, area)
        and mandate.region_id in (None, region)
        for mandate in mandates_of(user)
    )
