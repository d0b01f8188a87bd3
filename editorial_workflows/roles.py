"""Roles as groups, made by `migrate`: what each may do with pages, and what it has a mandate for.

No group has Wagtail's publish permission: only a workflow that has been gone through publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
)

from content_models.models import FolderPage, NationalRootPage, ProgrammeArea
from content_models.vocabulary import Kind
from editorial_workflows.mandates import Mandate, Role
from editorial_workflows.paths import ensure_workflows
from region_overlays.models import Region, RegionPage, RegionsRootPage

ADMINISTRATORS = "Administratörer"
NATIONAL_EDITORS = "Nationella redaktörer"
NATIONAL_EXPERTS = "Nationella sakkunniga"
NATIONAL_APPROVERS = "Nationella godkännare"
AREA_APPROVERS = "Godkännare: "
YOUTH_EDITORS = "Barn- och ungdomsredaktörer"
DRAFT_READERS = "Läsare av utkast"
LONGEST_NAME = 150
"""Of a group, in Django."""
WAGTAIL_DEFAULT_WORKFLOW = "Moderators approval"
WAGTAIL_DEFAULT_GROUPS = ("Editors", "Moderators")
EDIT = ("add_page", "change_page", "lock_page")
"""Who locks a page takes the lock off again; others' locks are the administrators' to take off."""
DECIDE = ("lock_page", "unlock_page")
LIBRARY = ("add_image", "choose_image", "add_document", "choose_document")
"""Who adds a file may change and delete it; others' files stay as they are."""
KEEP_LIBRARY = (*LIBRARY, "change_image", "change_document")
SYSTEM = {
    "auth": ("user", "group"),
    "wagtailcore": ("workflow", "task"),
    "content_models": ("approvingbody", "diagnosiscode", "programmearea"),
    "editorial_workflows": ("mandate",),
}
"""App → models that administrators keep."""
KEEP = ("add", "change", "delete", "view")
PERMISSION_APPS = ("wagtailcore", "wagtailimages", "wagtaildocs")


def regional_editors(region: Region) -> str:
    """The name of the group of a region's editors."""
    return f"{region.name}: redaktörer"


def regional_approvers(region: Region) -> str:
    """The name of the group of a region's approvers."""
    return f"{region.name}: godkännare"


def area_approvers(area: ProgrammeArea) -> str:
    """The name of the group of a programme area's approvers."""
    return f"{AREA_APPROVERS}{area.name}"[:LONGEST_NAME]


@transaction.atomic
def ensure_roles(**_: Any) -> None:
    """A post_migrate receiver, idempotent.

    Wagtail's own groups and its workflow on the root page go away: a tree in another language fell
    back to them.
    """
    Group.objects.filter(name__in=WAGTAIL_DEFAULT_GROUPS, user=None).delete()
    Workflow.objects.filter(name=WAGTAIL_DEFAULT_WORKFLOW, workflow_pages__page__depth=1).delete()
    Task.objects.filter(name=WAGTAIL_DEFAULT_WORKFLOW, workflow_tasks=None).delete()
    GroupPagePermission.objects.filter(permission__codename="publish_page").delete()
    national = NationalRootPage.objects.all()
    regions = RegionsRootPage.objects.all()
    youth = FolderPage.objects.filter(kind=Kind.YOUTH_PAGE)
    administrators = ensure_group(ADMINISTRATORS, Role.ADMINISTRATOR)
    administrators.permissions.add(*_system_permissions())
    allow(administrators, [*national, *regions], (*EDIT, "unlock_page"))
    allow_library(administrators, KEEP_LIBRARY)
    editors = ensure_group(NATIONAL_EDITORS, Role.NATIONAL_EDITOR)
    allow(editors, national, EDIT)
    allow_library(editors)
    youth_editors = ensure_group(YOUTH_EDITORS, Role.YOUTH_EDITOR)
    allow(youth_editors, youth, EDIT)
    allow_library(youth_editors)
    allow(ensure_group(NATIONAL_APPROVERS, Role.NATIONAL_APPROVER), national, DECIDE)
    ensure_group(NATIONAL_EXPERTS, Role.NATIONAL_EXPERT)
    ensure_group(DRAFT_READERS, Role.DRAFT_READER)
    for area in ProgrammeArea.objects.all():
        ensure_area(area)
    for region in Region.objects.all():
        ensure_region(region)
    ensure_workflows(national=national, youth=youth, regions=regions)


def ensure_area(area: ProgrammeArea) -> None:
    """The group of a programme area's approvers."""
    ensure_group(area_approvers(area), Role.NATIONAL_APPROVER, area=area)


def ensure_region(region: Region) -> None:
    """The groups of a region's editors and approvers, with rights on its pages in each language."""
    pages = RegionPage.objects.filter(region=region)
    editors = ensure_group(regional_editors(region), Role.REGIONAL_EDITOR, region=region)
    allow(editors, pages, EDIT)
    allow_library(editors)
    approvers = ensure_group(regional_approvers(region), Role.REGIONAL_APPROVER, region=region)
    allow(approvers, pages, DECIDE)


def ensure_group(
    name: str, role: Role, *, area: ProgrammeArea | None = None, region: Region | None = None
) -> Group:
    """The group with this mandate, whatever it is called by now; made if there is none.

    One that only has the name is another group: its people were not given this.
    """
    scope = {"role": role, "programme_area": area, "region": region}
    held = Mandate.objects.filter(**scope).select_related("group").order_by("pk").first()
    if held is not None:
        return held.group
    group = Group.objects.create(name=_free_name(name))
    Mandate.objects.create(group=group, **scope)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    return group


def _free_name(wanted: str) -> str:
    name, number = wanted[:LONGEST_NAME], 1
    while Group.objects.filter(name=name).exists():
        number += 1
        suffix = f" ({number})"
        name = wanted[: LONGEST_NAME - len(suffix)] + suffix
    return name


def allow(group: Group, pages: Iterable[Page], codenames: Sequence[str]) -> None:
    """Wagtail's page permissions, for the pages and all beneath them."""
    permissions = {item.codename: item for item in _permissions(codenames)}
    for page in pages:
        for codename in codenames:
            GroupPagePermission.objects.get_or_create(
                group=group, page_id=page.pk, permission=permissions[codename]
            )


def allow_library(group: Group, codenames: Sequence[str] = LIBRARY) -> None:
    """Adding and choosing images and documents, and with other names more than that."""
    permissions = {item.codename: item for item in _permissions(codenames)}
    collection = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for codename in codenames:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permissions[codename]
        )


def _permissions(codenames: Iterable[str]) -> Iterable[Permission]:
    return Permission.objects.filter(
        codename__in=list(codenames), content_type__app_label__in=PERMISSION_APPS
    )


def _system_permissions() -> list[Permission]:
    return [
        permission
        for app, models in SYSTEM.items()
        for permission in Permission.objects.filter(
            content_type__app_label=app,
            codename__in=[f"{verb}_{model}" for verb in KEEP for model in models],
        )
    ] + list(
        Permission.objects.filter(
            content_type__app_label="region_overlays", codename__in=("change_region", "view_region")
        )
    )
