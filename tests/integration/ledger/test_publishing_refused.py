"""Without an approval nothing goes live, whichever of Wagtail's ways is tried."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from content_models.approvals import NotApproved
from content_models.models import ArticleKey, KnowledgeSupportPage
from tests.factories.published import approve, article, draft_article, publish, revise, supplement

from .state import nothing_published, published_state

pytestmark = pytest.mark.django_db


def make_live(page: Any) -> None:
    page.live = True
    page.save()


def make_live_by_field(page: Any) -> None:
    page.live = True
    page.save(update_fields=["live"])


WAYS = {
    "revision": lambda page: page.get_latest_revision().publish(),
    "action": lambda page: PublishPageRevisionAction(page.get_latest_revision()).execute(),
    "bulk": lambda page: PublishBulkAction.execute_action([page]),
    "bulk on plain pages": lambda page: PublishBulkAction.execute_action(
        [Page.objects.get(pk=page.pk)]
    ),
    "bulk from the parent": lambda page: PublishBulkAction.execute_action(
        [page.get_parent()], include_descendants=True
    ),
    "live and save": make_live,
    "live and update_fields": make_live_by_field,
    "live and save of a plain page": lambda page: make_live(Page.objects.get(pk=page.pk)),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_draft_does_not_go_live(draft: Any, way: str) -> None:
    if way == "bulk from the parent" and draft.get_parent().get_latest_revision() is None:
        draft.get_parent().specific.save_revision()
    with nothing_published(), pytest.raises(NotApproved, match="has no recorded approval"):
        WAYS[way](draft)


@pytest.mark.parametrize("way", WAYS)
def test_unapproved_changes_leave_the_published_as_it_was(draft: Any, way: str) -> None:
    page = publish(draft)
    page.title = "Ändrad"
    page.save_revision()
    if way == "live and save of a plain page":
        page.unpublish()
    elif way.startswith("live and"):
        page.live_revision = page.get_latest_revision()
    if way == "bulk from the parent" and page.get_parent().get_latest_revision() is None:
        page.get_parent().specific.save_revision()
    if way == "bulk from the parent":
        page.unpublish()
    with nothing_published(), pytest.raises(NotApproved):
        WAYS[way](page)


def test_an_approval_of_an_earlier_revision_does_not_count(draft: Any) -> None:
    approve(draft)
    draft.save_revision()
    with nothing_published(), pytest.raises(NotApproved):
        draft.get_latest_revision().publish()


def test_reverting_to_an_approved_revision_is_a_new_revision(draft: Any) -> None:
    page = publish(draft)
    first = page.get_latest_revision()
    revise(page, title="Ny")
    page.refresh_from_db()
    reverted = first.as_object().save_revision(previous_revision=first)
    with nothing_published(), pytest.raises(NotApproved):
        reverted.publish(previous_revision=first)


def test_a_live_copy_starts_as_a_draft(draft: Any) -> None:
    page = publish(draft)
    with nothing_published():
        copy = page.copy(
            update_attrs={"slug": "kopia"}, keep_live=True, copy_revisions=True, recursive=True
        )
    copy.refresh_from_db()
    assert (copy.live, copy.live_revision_id) == (False, None)
    with nothing_published(), pytest.raises(NotApproved):
        copy.get_latest_revision().publish()


def test_a_folder_copied_live_holds_drafts() -> None:
    folder = publish(draft_article()).get_parent().specific
    before = published_state()
    copy = folder.copy(recursive=True, keep_live=True, update_attrs={"slug": "kopia"})
    assert [(page.live, page.key) for page in copy.get_children().specific()] == [
        (False, "katarakt-2")
    ]
    after = published_state()
    assert {name for name in before if before[name] != after[name]} == {"Route"}


def test_a_copy_is_another_part(draft: Any) -> None:
    page = publish(draft)
    copy = page.copy(update_attrs={"slug": "kopia"})
    assert copy.as_part() != page.as_part()
    assert copy.get_latest_revision_as_object().as_part() == copy.as_part()


def test_an_alias_is_refused(draft: Any) -> None:
    page = publish(draft)
    pages = Page.objects.count()
    with nothing_published(), pytest.raises(PermissionDenied):
        page.create_alias(update_slug="alias")
    assert Page.objects.count() == pages


def test_an_alias_of_a_folder_with_articles_is_refused_whole() -> None:
    folder = article().get_parent()
    pages = Page.objects.count()
    with nothing_published(), pytest.raises(PermissionDenied):
        folder.create_alias(update_slug="alias", recursive=True)
    assert Page.objects.count() == pages


def test_a_scheduled_draft_that_nobody_approved_stays_a_draft(draft: Any) -> None:
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()
    draft.refresh_from_db()
    draft.revisions.update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    with nothing_published(), pytest.raises(NotApproved):
        call_command("publish_scheduled")


def test_a_key_that_is_taken_leaves_no_page_behind(transactional_db: None) -> None:
    page = article()
    parent = page.get_parent()
    pages = Page.objects.count()
    with pytest.raises(ValidationError, match="katarakt"):
        parent.add_child(instance=KnowledgeSupportPage(title="Två", slug="tva", key="katarakt"))
    assert Page.objects.count() == pages
    assert ArticleKey.objects.count() == 1
    assert Page.find_problems() == ([], [], [], [], [])


def test_an_approval_for_another_part_does_not_count(db: None) -> None:
    page = publish(article())
    one, two = supplement(page, id="ett"), supplement(page, id="tva")
    approve(one)
    two.save_revision()
    with nothing_published(), pytest.raises(NotApproved):
        two.get_latest_revision().publish()
