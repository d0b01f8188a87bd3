"""A region's people work on its supplements, in every language, and on no other region's."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from content_models.approvals import NotApproved
from content_models.languages import locale_of
from editorial_workflows import roles
from region_overlays.models import Region, RegionPage, SupplementPage
from region_overlays.setup import region_page
from tests.factories.published import approve, article, draft_supplement, supplement, text

pytestmark = pytest.mark.django_db


def editor_of(code: str) -> Client:
    user = get_user_model().objects.create_user(f"editor-{code}", password="x")
    user.groups.add(Group.objects.get(name=roles.regional_editors(Region.objects.get(pk=code))))
    client = Client()
    client.force_login(user)
    return client


def held_on(page: Page) -> set[tuple[str, str]]:
    rows = GroupPagePermission.objects.filter(page_id=page.pk)
    return set(rows.values_list("group__name", "permission__codename"))


@pytest.fixture
def own(db: None) -> Any:
    return supplement(article(), "14", id="utredning")


def address(name: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def test_an_editor_edits_the_own_regions_supplement(own: Any) -> None:
    client = editor_of("14")
    answer = client.get(address("edit", own.pk))
    assert answer.status_code == 200
    assert b"action-publish" not in answer.content


@pytest.mark.parametrize(
    "view", ["edit", "delete", "unpublish", "copy", "move", "history", "revisions_index"]
)
def test_another_regions_supplement_is_out_of_reach(own: Any, view: str) -> None:
    client = editor_of("12")
    answer = client.get(address(view, own.pk))
    assert answer.status_code in (302, 403)
    answer = client.post(address(view, own.pk), {"title": "Övertagen"})
    assert answer.status_code in (302, 403, 405)
    own.refresh_from_db()
    assert (own.live, own.title, own.revisions.count()) == (True, "Katarakt – utredning", 1)


def test_nor_can_one_be_made_there_or_brought_home(own: Any) -> None:
    client = editor_of("12")
    other, home = own.get_parent(), RegionPage.objects.get(region_id="12")
    new = address("add", "region_overlays", "supplementpage", other.pk)
    assert client.get(new).status_code in (302, 403)
    client.post(address("move_confirm", own.pk, home.pk), {})
    own.refresh_from_db()
    assert own.get_parent().pk == other.pk
    assert SupplementPage.objects.count() == 1


def test_an_article_is_out_of_reach_for_a_region(own: Any) -> None:
    national = Page.objects.get(slug="katarakt")
    assert editor_of("14").get(address("edit", national.pk)).status_code in (302, 403)


def test_a_supplement_cannot_be_moved_to_another_region(own: Any) -> None:
    for target in (RegionPage.objects.get(region_id="12"), Page.objects.get(slug="regioner")):
        with pytest.raises(PermissionDenied):
            own.move(target, pos="last-child")
        with pytest.raises(PermissionDenied):
            Page.objects.get(pk=own.pk).move(target, pos="last-child")
    assert SupplementPage.objects.get().get_parent().slug == "vastra-gotaland"


def test_the_region_is_where_it_stands_whatever_is_said() -> None:
    page = draft_supplement(article(), "14", id="utredning")
    page.region_id = "12"
    page.save()
    assert SupplementPage.objects.get().region_id == "14"
    page.region_id = "12"
    page.save_revision()
    approve(page)
    with pytest.raises(NotApproved, match="katarakt/sv/14/utredning"):
        page.get_latest_revision().publish()


def test_a_copy_beneath_another_region_is_that_regions(own: Any) -> None:
    copy = own.copy(to=RegionPage.objects.get(region_id="12"), update_attrs={"slug": "kopia"})
    latest = copy.get_latest_revision_as_object()
    assert str(latest.as_part()) == "katarakt/sv/12/utredning"
    assert latest.live is False


def test_copies_in_one_region_have_ids_of_their_own(own: Any) -> None:
    copies = [own.copy(update_attrs={"slug": f"kopia-{n}"}) for n in range(2)]
    ids = [copy.get_latest_revision_as_object().supplement_id for copy in copies]
    assert ids == ["utredning-2", "utredning-3"]


def test_a_regions_page_in_another_language_has_the_same_people() -> None:
    source = RegionPage.objects.get(region_id="14")
    assert held_on(region_page("14", "en")) == held_on(source) != set()


def test_a_supplement_that_is_translated_brings_them_along(own: Any) -> None:
    copy = own.copy_for_translation(locale_of("fi"), copy_parents=True)
    assert held_on(copy.get_parent()) == held_on(own.get_parent()) != set()
    assert str(copy.as_part()) == "katarakt/fi/14/utredning"
    assert editor_of("14").get(address("edit", copy.pk)).status_code == 200
    assert copy.body.get_prep_value() == own.body.get_prep_value() != [text()]
