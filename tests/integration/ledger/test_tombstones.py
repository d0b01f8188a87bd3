"""Whatever takes a page off the site appends a tombstone; coming back appends an edition."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.models import Page, Revision

from content_models.approvals import NotApproved
from content_models.editions.ledger import PartTaken
from content_models.editions.reading import current_parts, parts_as_of
from content_models.models import ArticleKey, CurrentEdition, ListedArticle
from region_overlays.models import SupplementPage
from tests.factories.published import (
    approve,
    article,
    draft_supplement,
    publish,
    revise,
    supplement,
)

from .state import nothing_published, parts, sequences

pytestmark = pytest.mark.django_db


def save_as_draft(page: Any) -> None:
    page.live = False
    page.save()


def superuser() -> Any:
    return get_user_model().objects.create_superuser("root", "root@example.org", "x")


def plain(page: Any) -> Page:
    return Page.objects.get(pk=page.pk)


WAYS = {
    "unpublish": lambda page: page.unpublish(),
    "unpublish of a plain page": lambda page: plain(page).unpublish(),
    "unpublish with the folder": lambda page: UnpublishPageAction(
        plain(page.get_parent()), include_descendants=True, user=superuser()
    ).execute(),
    "bulk unpublish": lambda page: UnpublishBulkAction.execute_action([plain(page)]),
    "save": save_as_draft,
    "save of a plain page": lambda page: save_as_draft(plain(page)),
    "delete": lambda page: page.delete(),
    "delete of a plain page": lambda page: plain(page).delete(),
    "delete of a queryset": lambda page: Page.objects.filter(pk=page.pk).delete(),
    "delete of a queryset of its type": lambda page: type(page).objects.filter(pk=page.pk).delete(),
    "delete of the parent": lambda page: page.get_parent().delete(),
    "bulk delete": lambda page: DeleteBulkAction.execute_action([plain(page)]),
}


@pytest.mark.parametrize("way", WAYS)
def test_leaving_the_site_is_a_tombstone(draft: Any, way: str) -> None:
    page = publish(draft)
    part, before = str(page.as_part()), parts()
    WAYS[way](page)
    assert parts() == [*before, (part, True)]
    assert sequences() == [*range(1, len(before) + 2)]
    assert CurrentEdition.objects.get(pk=part).tombstone
    assert not ListedArticle.objects.filter(pk=part).exists()


def test_expiry_is_a_tombstone(draft: Any) -> None:
    draft.expire_at = timezone.now() + timedelta(hours=1)
    draft.save_revision()
    page = publish(draft)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    before = parts()
    call_command("publish_scheduled")
    assert parts() == [*before, (str(page.as_part()), True)]
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_an_approved_schedule_publishes_when_its_time_has_come(draft: Any) -> None:
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision()
    with nothing_published():
        page = publish(draft)
    past = timezone.now() - timedelta(hours=1)
    revision = page.get_latest_revision()
    revision.content["go_live_at"] = past.isoformat()
    Revision.objects.filter(pk=revision.pk).update(
        content=revision.content, approved_go_live_at=past
    )
    before = parts()
    call_command("publish_scheduled")
    assert parts() == [*before, (str(page.as_part()), False)]


def test_what_was_withdrawn_does_not_come_back_on_its_old_approval(draft: Any) -> None:
    page = publish(draft)
    page.unpublish()
    with nothing_published(), pytest.raises(NotApproved):
        page.get_latest_revision().publish()


def test_an_older_approval_does_not_count_once_a_later_one_was_used(draft: Any) -> None:
    approve(draft)
    first = draft.get_latest_revision()
    revise(draft, title="Senare")
    with nothing_published(), pytest.raises(NotApproved):
        first.publish()


def test_what_was_withdrawn_can_come_back(draft: Any) -> None:
    page = publish(draft)
    page.unpublish()
    publish(page)
    part = str(page.as_part())
    assert [tombstone for name, tombstone in parts() if name == part] == [False, True, False]
    [live] = [p for p in current_parts(page.as_part().key, "14") if p.edition.part == part]
    assert live.first_published < live.edition.valid_from


def test_unpublishing_twice_is_one_tombstone(draft: Any) -> None:
    page = publish(draft)
    page.unpublish()
    with nothing_published():
        page.unpublish()
        page.delete()


def test_a_new_key_withdraws_what_was_published_under_the_old_one() -> None:
    page = article(key="starr")
    revise(page, key="katarakt")
    assert parts() == [("starr/sv", False), ("starr/sv", True), ("katarakt/sv", False)]
    assert [row.part for row in ListedArticle.objects.all()] == ["katarakt/sv"]
    assert [str(held) for held in ArticleKey.objects.all()] == ["katarakt/sv"]


def test_a_supplement_to_another_article_leaves_the_first() -> None:
    one, two = article(key="katarakt"), article(key="glaukom")
    page = supplement(one, id="utredning")
    revise(page, article_key=two.key)
    assert parts()[2:] == [
        ("katarakt/sv/14/utredning", False),
        ("katarakt/sv/14/utredning", True),
        ("glaukom/sv/14/utredning", False),
    ]


def test_two_pages_never_share_a_part() -> None:
    one, two = article(key="katarakt"), article(key="glaukom")
    supplement(one, id="utredning")
    other = draft_supplement(two, id="utredning")
    other.article_key = one.key
    other.save_revision()
    approve(other)
    with nothing_published(), pytest.raises(PartTaken, match="katarakt/sv/14/utredning"):
        other.get_latest_revision().publish()


def test_a_key_that_was_freed_can_be_another_articles() -> None:
    article().delete()
    page = article()
    page.unpublish()
    assert [tombstone for _part, tombstone in parts()] == [False, True, False, True]
    assert SupplementPage.objects.count() == 0


def test_history_gives_what_was_current(draft: Any) -> None:
    """`parts_as_of` reads editions alone, `current_parts` the pointers; they agree all along."""
    page = publish(draft)
    key, moments = page.as_part().key, []

    def remember() -> None:
        state = sorted(current_parts(key, "14"), key=lambda part: part.edition.part)
        moments.append((state[0].edition.valid_from, state))
        now = timezone.now()
        assert sorted(parts_as_of(key, "14", now), key=lambda part: part.edition.part) == state

    remember()
    for change, kind in (("Ett", "editorial"), ("Två", "safety"), ("Tre", "editorial")):
        page = revise(page, title=change, approval={"change_class": kind})
        remember()
    page.unpublish()
    remember()
    publish(page, change_class="editorial")
    remember()
    assert len({tuple(part.edition.sequence for part in state) for _when, state in moments}) == 6
