"""What an editor with every right of Wagtail's sees when the ledger refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from content_models.models import KnowledgeSupportPage
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from region_overlays.models import RegionPage, SupplementPage
from region_overlays.placing import choose_place
from tests.factories.published import approve, article, draft_article, publish

from .state import nothing_published

pytestmark = pytest.mark.django_db


def form(**fields: Any) -> dict[str, Any]:
    """An article's or a supplement's form as a browser posts it."""
    block = {"html": rich_text("<p>Ett stycke.</p>"), "care_levels": []}
    text = streamfield([("text", block)])
    part = {"section_id": "utredning", "title": "Utredning", "level": "2", "blocks": text}
    return nested_form_data(
        {
            "title": "Grå starr",
            "slug": "gra-starr",
            "summary": "",
            "key": "",
            "keywords": "",
            "counterpart_key": "",
            "programme_area": "",
            "approving_body": "",
            "review_by": "",
            "sections": streamfield([("section", part)]),
            "references": streamfield([]),
            "article_codes": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "valid_until": "",
            "body": text,
            "action-publish": "1",
            **fields,
        }
    )


def says_no(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    [message] = [str(message) for message in response.context["messages"]]
    assert reverse("approvals:desk") in message, "it says where to see what has changed"
    return message


def test_publishing_in_the_editor_saves_a_draft_and_says_why(admin: Client, draft: Any) -> None:
    page = publish(draft)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    with nothing_published():
        answer = admin.post(address, form(title="Ändrad", slug=page.slug), follow=True)
    assert "godkän" in says_no(answer)
    assert answer.redirect_chain[-1][0] == address
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Ändrad"


def test_creating_and_publishing_makes_a_draft(admin: Client) -> None:
    parent = folder_for(Kind.KNOWLEDGE_SUPPORT, "sv")
    answer = created(admin, KnowledgeSupportPage, parent)
    assert "godkän" in says_no(answer)
    assert [page.live for page in KnowledgeSupportPage.objects.all()] == [False]


def test_a_supplement_that_is_created_and_published_is_a_draft(admin: Client) -> None:
    article()
    parent = RegionPage.objects.get(region_id="14")
    place = choose_place(parent, "katarakt", "utredning", None).signed()
    answer = created(admin, SupplementPage, parent, place=place)
    assert "godkän" in says_no(answer)
    assert [page.live for page in SupplementPage.objects.all()] == [False]


def created(admin: Client, model: Any, parent: Any, **fields: Any) -> Any:
    args = [model._meta.app_label, model._meta.model_name, parent.pk]
    with nothing_published():
        return admin.post(reverse("wagtailadmin_pages:add", args=args), form(**fields), follow=True)


def test_scheduling_what_nobody_approved_is_refused(admin: Client) -> None:
    page = draft_article()
    later = timezone.localtime() + timedelta(days=2)
    fields = form(slug=page.slug, go_live_at=later.strftime("%Y-%m-%d %H:%M"))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    with nothing_published():
        answer = admin.post(address, fields, follow=True)
    assert "godkän" in says_no(answer)
    assert not page.revisions.exclude(approved_go_live_at=None).exists()


def test_reverting_and_publishing_is_refused(admin: Client, draft: Any) -> None:
    page = publish(draft)
    revision = page.get_latest_revision()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
    assert admin.get(address).status_code == 200
    fields = form(slug=page.slug, revision=revision.pk)
    with nothing_published():
        assert "godkän" in says_no(admin.post(address, fields, follow=True))


def bulk(action: str, *pages: Any) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}"


@pytest.mark.parametrize("is_approved", [True, False])
def test_bulk_publishing_is_the_workflows_alone(
    admin: Client, draft: Any, is_approved: bool
) -> None:
    if is_approved:
        approve(draft)
    with nothing_published():
        answer = admin.post(bulk("publish", draft), {"include_descendants": ""})
        assert answer.status_code in {200, 302}


@pytest.mark.parametrize("choice", ["publish_copies", "alias", ""])
def test_copying_live_does_not_publish(admin: Client, draft: Any, choice: str) -> None:
    page = publish(draft)
    fields = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": page.get_parent().pk}
    with nothing_published():
        answer = admin.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]), {**fields, choice: "on"}
        )
    assert answer.status_code == (200 if choice else 302)
    assert not Page.objects.filter(slug="kopia").live().exists()
    # A live copy or an alias would be published without an approval: the form says no to both.
    assert Page.objects.filter(slug="kopia").exists() is not bool(choice)


def test_a_folder_is_not_copied_with_its_articles(admin: Client) -> None:
    folder = article().get_parent()
    fields = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": folder.get_parent().pk}
    choices = {"copy_subpages": "on", "publish_copies": "on"}
    admin.post(reverse("wagtailadmin_pages:copy", args=[folder.pk]), {**fields, **choices})
    assert KnowledgeSupportPage.objects.live().count() == 1
    assert KnowledgeSupportPage.objects.count() == 1
