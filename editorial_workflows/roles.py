"""Roles as groups with page permissions, made by `migrate`; none may publish directly."""

from __future__ import annotations

from collections.abc import Iterable
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

from content_models.models import NationalRootPage
from region_overlays.models import Region, RegionPage

NATIONAL_EDITORS = "Nationella redaktörer"
NATIONAL_APPROVERS = "Nationella godkännare"
WAGTAIL_DEFAULT_WORKFLOW = "Moderators approval"
WAGTAIL_DEFAULT_GROUPS = ("Editors", "Moderators")
EDIT = ("add_page", "change_page")
APPROVE = ("change_page", "lock_page", "unlock_page")
LIBRARY = ("add_image", "change_image", "choose_image", "add_document", "choose_document")


def regional_editors(region: Region) -> str:
    """The name of the group of a region's editors."""
    return f"{region.name}: redaktörer"


def regional_approvers(region: Region) -> str:
    """The name of the group of a region's approvers."""
    return f"{region.name}: godkännare"


@transaction.atomic
def ensure_roles(**_: Any) -> None:
    """A post_migrate receiver, idempotent.

    Wagtail's own groups and its workflow on the root page go away: a tree in another language fell
    back to them.
    """
    Group.objects.filter(name__in=WAGTAIL_DEFAULT_GROUPS).delete()
    Workflow.objects.filter(name=WAGTAIL_DEFAULT_WORKFLOW, workflow_pages__page__depth=1).delete()
    Task.objects.filter(name=WAGTAIL_DEFAULT_WORKFLOW, workflow_tasks=None).delete()
    national = NationalRootPage.objects.all()
    ensure_group(NATIONAL_EDITORS, national, EDIT)
    ensure_group(NATIONAL_APPROVERS, national, APPROVE)
    for region in Region.objects.all():
        pages = RegionPage.objects.filter(region=region)
        ensure_group(regional_editors(region), pages, EDIT)
        ensure_group(regional_approvers(region), pages, APPROVE)


def ensure_group(name: str, pages: Iterable[Page], codenames: Iterable[str]) -> Group:
    """A group that may enter the admin, use the library and do `codenames` on the pages."""
    group, _created = Group.objects.get_or_create(name=name)
    permissions = {item.codename: item for item in _permissions((*codenames, *LIBRARY))}
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    for page in pages:
        for codename in codenames:
            GroupPagePermission.objects.get_or_create(
                group=group, page_id=page.pk, permission=permissions[codename]
            )
    collection = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for codename in LIBRARY:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permissions[codename]
        )
    return group


def _permissions(codenames: Iterable[str]) -> Iterable[Permission]:
    return Permission.objects.filter(
        codename__in=list(codenames),
        content_type__app_label__in=["wagtailcore", "wagtailimages", "wagtaildocs"],
    )
