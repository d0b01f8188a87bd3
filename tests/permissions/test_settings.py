"""Who keeps the settings, and which of Wagtail's rights no group has."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission

from .administration import ENTRIES
from .asking import Request, ask
from .elsewhere import ADMINISTRATORS, SUPERUSER
from .roles import Role
from .tables import KNOWN
from .world import World

pytestmark = pytest.mark.django_db

FOLDERS = ("users", "groups", "mandates", "workflows", "sites", "locales", "collections")
NO_SETTING = frozenset(
    f"wagtailadmin_workflows:{name}"
    for name in ("task_chooser", "task_chooser_results", "task_chosen")
)
"""The names of workflows' steps are shown to every colleague."""


def test_every_settings_screen_is_for_administrators_or_superusers() -> None:
    settings = {
        name
        for name, address in KNOWN.items()
        if address.route.startswith(tuple(f"admin/{folder}/" for folder in FOLDERS))
    }
    kept = {entry.address for entry in ENTRIES if entry.who <= ADMINISTRATORS}
    assert settings - kept == NO_SETTING


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_the_menu_leads_to_settings_only_those_who_keep_them(world: World, role: Role) -> None:
    people = [reverse(f"{space}:index") for space in ("wagtailusers_users", "wagtailusers_groups")]
    system = [reverse(f"{space}:index") for space in ("wagtailsites", "wagtaillocales")]
    answer, _request = ask(
        world.browsers[role], lambda: Request("GET", reverse("wagtailadmin_home")), compare=False
    )
    assert answer is not None
    shown = {address for address in (*people, *system) if f'"{address}"' in answer.text}
    expected = {*(people if role in ADMINISTRATORS else ()), *(system if role in SUPERUSER else ())}
    assert shown == expected


def test_groups_edit_and_lock_pages_and_no_more(world: World) -> None:
    held = GroupPagePermission.objects.values_list("permission__codename", flat=True)
    assert set(held) == {"add_page", "change_page", "lock_page", "unlock_page"}


def test_no_group_has_a_right_that_asks_no_page(world: World) -> None:
    """Publishing is the workflow's; submit_translation would be for the drafts of every region."""
    for codename in ("publish_page", "submit_translation"):
        assert not Group.objects.filter(permissions__codename=codename).exists()
