"""`migrate` alone leaves a database that people can work in; running it again changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import (
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from content_models.models import FolderPage, LedgerHead, NationalRootPage, Route
from content_models.regions import REGIONS
from content_models.taxonomies.areas import NATIONAL_AREAS
from content_models.vocabulary import Kind
from editorial_workflows import roles
from editorial_workflows.mandates import Mandate
from editorial_workflows.tasks import (
    ChildReview,
    ExpertReview,
    NationalApproval,
    RegionalApproval,
    RegionalReview,
)
from region_overlays.models import Region, RegionPage

pytestmark = pytest.mark.django_db


def whole_database() -> dict[str, list[Any]]:
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.managed and hasattr(model, "objects")
    }


def test_locales_and_national_tree() -> None:
    codes = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
    assert set(Locale.objects.values_list("language_code", flat=True)) == codes
    home = NationalRootPage.objects.get()
    assert Site.objects.get().root_page_id == home.pk
    folders = {folder.kind: folder for folder in FolderPage.objects.live().child_of(home)}
    assert set(folders) == set(Kind)
    assert set(Route.objects.values_list("path", flat=True)) == {
        *("/kunskapsstod/", "/rad-om-vard/", "/barn-och-unga/", "/nyheter/", "/startsidor/")
    }
    assert LedgerHead.objects.get().sequence == 0
    assert Page.find_problems() == ([], [], [], [], [])


def test_every_region_has_its_page() -> None:
    facts = [(region.code, region.slug, region.name) for region in REGIONS]
    assert list(Region.objects.values_list("code", "slug", "name")) == facts
    assert len(facts) == 21
    held = RegionPage.objects.order_by("region_id").values_list("region_id", "slug", "title")
    assert list(held) == facts


def held_by(group: str) -> set[tuple[str, str]]:
    rows = GroupPagePermission.objects.filter(group__name=group)
    return set(rows.values_list("page__slug", "permission__codename"))


def test_groups_have_their_pages_and_nobody_publishes() -> None:
    editing = {(place, name) for place in ["nationellt"] for name in roles.EDIT}
    assert held_by(roles.NATIONAL_EDITORS) == editing
    assert held_by(roles.NATIONAL_APPROVERS) == {("nationellt", name) for name in roles.DECIDE}
    assert held_by(roles.YOUTH_EDITORS) == {("barn-och-unga", name) for name in roles.EDIT}
    assert held_by(roles.NATIONAL_EXPERTS) == held_by(roles.DRAFT_READERS) == set()
    for region in Region.objects.all():
        assert held_by(roles.regional_editors(region)) == {
            (region.slug, name) for name in roles.EDIT
        }
        assert held_by(roles.regional_approvers(region)) == {
            (region.slug, name) for name in roles.DECIDE
        }
    # An area's approvers are a group of their own.
    assert Group.objects.count() == Mandate.objects.count() == 6 + 2 * 21 + len(NATIONAL_AREAS)
    forbidden = ["publish_page", "bulk_delete_page"]
    assert not GroupPagePermission.objects.filter(permission__codename__in=forbidden).exists()


def test_wagtails_own_groups_and_workflow_are_gone() -> None:
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert not Workflow.objects.filter(name=roles.WAGTAIL_DEFAULT_WORKFLOW).exists()
    assert not Task.objects.filter(name=roles.WAGTAIL_DEFAULT_WORKFLOW).exists()


def test_workflows_stand_on_their_trees() -> None:
    paths = {
        link.page.slug: (
            link.workflow.name,
            [type(task) for task in link.workflow.tasks.specific()],
        )
        for link in WorkflowPage.objects.select_related("page", "workflow")
    }
    assert paths == {
        "nationellt": ("Nationellt godkännande", [ExpertReview, NationalApproval]),
        "barn-och-unga": ("Barn och unga", [ChildReview, NationalApproval]),
        "regioner": ("Regionalt godkännande", [RegionalReview, RegionalApproval]),
    }


def test_migrating_again_changes_nothing() -> None:
    before = whole_database()
    call_command("migrate", verbosity=0)
    assert whole_database() == before


def test_what_people_changed_is_kept() -> None:
    Region.objects.filter(pk="14").update(name="VGR", url="https://vgr.example.org")
    FolderPage.objects.filter(slug="kunskapsstod").update(title="Stöd")
    workflow = Workflow.objects.create(name="Vårt flöde")
    WorkflowTask.objects.create(workflow=workflow, task=Task.objects.create(name="Vårt steg"))
    WorkflowPage.objects.create(workflow=workflow, page=Page.get_first_root_node())
    Group.objects.filter(name=roles.NATIONAL_EDITORS).update(name="Redaktionen")
    WorkflowPage.objects.filter(page__slug="regioner").update(workflow=workflow)
    before = whole_database()
    call_command("migrate", verbosity=0)
    assert whole_database() == before
