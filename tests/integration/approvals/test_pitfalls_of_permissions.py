"""Pitfalls of Wagtail's publish permission, of page privacy and of translated trees; and publishing
that is not atomic.

As in test_pitfalls: first plain Wagtail, then here.
"""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.signals import pre_save
from django.urls import reverse
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import (
    GroupPagePermission,
    Page,
    PageLogEntry,
    PagePermissionTester,
    PageViewRestriction,
    Workflow,
)
from wagtail.signals import copy_for_translation_done, published
from wagtail_localize.models import TranslationSource

from content_models.approvals import NotApproved
from content_models.languages import locale_of
from content_models.models import Edition, NationalRootPage
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from editorial_workflows import receivers
from editorial_workflows.paths import NATIONAL, REGIONAL
from region_overlays.models import RegionPage, RegionsRootPage
from region_overlays.setup import region_page
from tests.factories import people
from tests.factories.published import approve, article, draft_article, publish
from tests.factories.reviewing import latest, written
from tests.integration.ledger.state import nothing_published, published_state

from . import plain_wagtail as plain

pytestmark = pytest.mark.django_db


# --- Publish permission bypasses the workflow.


def edit_form(page: Any, **fields: Any) -> dict[str, Any]:
    return {
        "title": "Förbi flödet",
        "slug": page.slug,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
        **fields,
    }


def test_publish_permission_bypasses_the_workflow_in_plain_wagtail() -> None:
    page, _state, greta = plain.reviewed_page(people.person("skribent"))
    greta.groups.add(plain.group_of("Publicister", page, "publish_page"))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    people.client_of(greta).post(address, edit_form(page))
    assert plain.again(page).live
    assert plain.again(page).title == "Förbi flödet"


def test_nobody_has_publish_permission_and_it_would_not_help() -> None:
    held = GroupPagePermission.objects.filter(permission__codename="publish_page")
    assert not held.exists()
    assert not Group.objects.filter(permissions__codename="publish_page").exists()

    anna = people.editor()
    page = written(anna)
    anna.groups.add(plain.group_of("Publicister", NationalRootPage.objects.first(), "publish_page"))
    anna = people.again(anna)
    assert not page.permissions_for_user(anna).can_publish()
    assert not page.get_parent().specific.permissions_for_user(anna).can_publish_subpage()
    revision = page.get_latest_revision()
    with nothing_published():
        for user in (anna, people.administrator(), None):
            with pytest.raises(PermissionDenied), transaction.atomic():
                revision.publish(user=user)
        with pytest.raises(NotApproved), transaction.atomic():
            revision.publish(user=anna, skip_permission_checks=True)


# --- What Wagtail asks publish permission for, of people who have none.

LIVE_VERBS = {
    "unpublish": lambda may: may.can_unpublish(),
    "unschedule": lambda may: may.can_unschedule(),
    "delete": lambda may: may.can_delete(),
    "move": lambda may: may.can_move(),
}


@pytest.mark.parametrize("verb", LIVE_VERBS)
def test_a_live_page_is_out_of_its_approvers_reach_in_plain_wagtail(verb: str) -> None:
    page, _state, greta = plain.reviewed_page(people.person("skribent"))
    page.get_latest_revision().publish()
    assert not LIVE_VERBS[verb](PagePermissionTester(greta, plain.again(page)))
    assert not PagePermissionTester(greta, plain.again(page)).can_reorder_children()


@pytest.mark.parametrize("verb", ["unpublish", "move"])
def test_a_live_page_is_in_its_approvers_hands(verb: str) -> None:
    page = article(programme_area="Ögonsjukdomar")
    own, other = people.area_approver("Ögonsjukdomar"), people.area_approver("Tandvård", "tage")
    for user in (own, people.approver(), people.administrator()):
        assert LIVE_VERBS[verb](page.permissions_for_user(user)), user
    for user in (other, people.editor(), people.expert(), people.regional_approver()):
        assert not LIVE_VERBS[verb](page.permissions_for_user(user)), user


def test_what_is_live_is_taken_down_before_it_is_deleted() -> None:
    page = article()
    deciders = (people.approver(), people.administrator(), plain.superuser())
    for user in (*deciders, people.editor()):
        assert not page.permissions_for_user(user).can_delete(), user
        assert not page.get_parent().specific.permissions_for_user(user).can_delete(), user
    page.unpublish()
    for user in deciders:
        assert latest(page).permissions_for_user(user).can_delete(), user


def test_a_schedule_is_in_its_approvers_hands() -> None:
    page = written(people.editor())
    for user in (people.approver(), people.area_approver("Ögonsjukdomar")):
        assert page.permissions_for_user(user).can_unschedule(), user
    for user in (people.area_approver("Tandvård", "tage"), people.regional_approver()):
        assert not page.permissions_for_user(user).can_unschedule(), user


def test_only_administrators_reorder_what_readers_see() -> None:
    folder = article().get_parent().specific
    assert folder.permissions_for_user(people.administrator()).can_reorder_children()
    for user in (people.editor(), people.approver(), people.expert()):
        assert not folder.permissions_for_user(user).can_reorder_children()


# --- Page privacy hides and shows without an approval.


def privacy(page: Any) -> str:
    return reverse("wagtailadmin_pages:set_privacy", args=[page.pk])


def test_privacy_hides_what_is_published_in_plain_wagtail() -> None:
    page, _state, greta = plain.reviewed_page(people.person("skribent"))
    page.get_latest_revision().publish()
    greta.groups.add(plain.group_of("Publicister", page, "publish_page"))
    with plain.without(pre_save, receivers.refuse_privacy, PageViewRestriction):
        people.client_of(greta).post(privacy(page), {"restriction_type": "login"})
    assert plain.again(page).get_view_restrictions().exists()


def test_privacy_is_refused_to_everyone() -> None:
    page = article()
    everyone = (people.editor(), people.approver(), people.administrator(), plain.superuser())
    with nothing_published():
        for user in everyone:
            for held in (page, page.get_parent(), NationalRootPage.objects.first()):
                answer = people.client_of(user).post(privacy(held), {"restriction_type": "login"})
                assert answer.status_code in {302, 403}, user
        with pytest.raises(PermissionDenied):
            PageViewRestriction(page=page, restriction_type="login").save()
    assert not PageViewRestriction.objects.exists()


# --- A tree that is translated has neither groups nor a workflow.


def in_finnish(page: Any) -> Any:
    return page.copy_for_translation(locale_of("fi"), copy_parents=True)


def held_on(page: Page) -> set[tuple[str, str]]:
    rows = GroupPagePermission.objects.filter(page_id=page.pk)
    return set(rows.values_list("group__name", "permission__codename"))


def test_a_translated_tree_has_nobody_in_plain_wagtail() -> None:
    with plain.without(copy_for_translation_done, receivers.give_translation_its_people):
        page = in_finnish(draft_article())
        region = in_finnish(RegionPage.objects.get(region_id="14"))
    assert page.get_workflow() is None
    assert [held_on(found) for found in page.get_ancestors()] == [set()] * 3
    assert (held_on(region), held_on(region.get_parent())) == (set(), set())


def test_a_translated_tree_has_the_same_people_and_workflow() -> None:
    page = in_finnish(draft_article())
    assert page.get_workflow() == Workflow.objects.get(name=NATIONAL)
    homes = {home.locale.language_code: held_on(home) for home in NationalRootPage.objects.all()}
    assert homes["fi"] == homes["sv"] != set()
    assert page.permissions_for_user(people.editor()).can_edit()

    own = in_finnish(RegionPage.objects.get(region_id="14"))
    assert held_on(own) == held_on(region_page("14", "sv")) != set()
    assert own.get_parent().workflowpage.workflow == Workflow.objects.get(name=REGIONAL)
    youth = folder_for(Kind.YOUTH_PAGE, "fi")
    assert youth.workflowpage.workflow != page.get_workflow()
    assert held_on(youth) == held_on(folder_for(Kind.YOUTH_PAGE, "sv")) != set()
    assert RegionsRootPage.objects.filter(locale__language_code="fi").exists()


# --- wagtail-localize's update of a translation publishes on commit, with no user and no check.


def updated_translation(page: Any, capture: Any, verb: Any) -> Any:
    source, _created = TranslationSource.get_or_create_from_instance(page)
    with capture(execute=True):
        verb(source, locale_of("en"), publish=True, copy_parent_pages=True, fallback=True)
    return page.get_translation(locale_of("en"))


WAGTAIL_LOCALIZES = inspect.unwrap(TranslationSource.create_or_update_translation)


def test_an_update_of_a_translation_publishes_in_plain_wagtail(
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = plain.plain_page()
    copy = updated_translation(page, django_capture_on_commit_callbacks, WAGTAIL_LOCALIZES)
    assert copy.live
    [entry] = PageLogEntry.objects.filter(page=copy.pk, action="wagtail.publish")
    assert entry.user is None


def test_an_update_of_a_translation_writes_a_draft(django_capture_on_commit_callbacks: Any) -> None:
    page = publish(draft_article())
    with nothing_published():
        copy = updated_translation(
            page, django_capture_on_commit_callbacks, TranslationSource.create_or_update_translation
        )
        assert not copy.live
        # And were it to try, the ledger's guard stops it.
        with pytest.raises(NotApproved):
            updated_translation(page, django_capture_on_commit_callbacks, WAGTAIL_LOCALIZES)


# --- Publishing is not atomic.


class Broken(Exception):
    pass


@pytest.fixture
def _fails_when_published() -> Any:
    def fail(**_kwargs: Any) -> None:
        raise Broken

    published.connect(fail)
    yield
    published.disconnect(fail)


@pytest.mark.usefixtures("_fails_when_published")
def test_an_exception_leaves_the_page_live_in_plain_wagtail() -> None:
    page = plain.plain_page()
    with pytest.raises(Broken):
        PublishRevisionAction.execute.__wrapped__(
            PublishPageRevisionAction(page.get_latest_revision())
        )
    assert plain.again(page).live


@pytest.mark.usefixtures("_fails_when_published")
def test_an_exception_leaves_nothing_live() -> None:
    page = draft_article()
    approve(page)
    before = published_state()
    with pytest.raises(Broken):
        PublishPageRevisionAction(page.get_latest_revision()).execute()
    assert (published_state(), latest(page).live, Edition.objects.count()) == (before, False, 0)
