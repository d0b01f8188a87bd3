"""The ways round an approval, each tried through the admin's own addresses by an editor, an
approver, an administrator and a superuser: nothing is published, whatever answer they get.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from content_models.models import ApprovingBody, Edition
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from region_overlays.models import RegionPage
from tests.factories import people
from tests.factories.published import article, publish, supplement
from tests.factories.reviewing import BODY, changed, latest, published_nationally, written
from tests.integration.ledger.state import nothing_published, published_state

from . import contributing
from . import plain_wagtail as plain
from .doors import bulk_address, edit_form
from .ways_around import WAYS, Pages, page_url

pytestmark = pytest.mark.django_db

ACTORS: dict[str, Callable[[], Any]] = {
    "editor": people.editor,
    "approver": people.approver,
    "administrator": people.administrator,
    "superuser": plain.superuser,
}


@pytest.fixture
def pages(db: None) -> Pages:
    live = changed(published_nationally(), people.editor(), title="Oläst")
    return Pages(written(people.editor(), "glaukom"), live)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("actor", ACTORS)
def test_nothing_is_published(
    pages: Pages,
    actor: str,
    way: Callable[[Client, Pages], None],
    settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    client = people.client_of(ACTORS[actor]())
    client.raise_request_exception = False
    with nothing_published(), django_capture_on_commit_callbacks(execute=True):
        way(client, pages)
    assert not latest(pages.draft).live


def test_the_forms_above_are_what_a_browser_sends(pages: Pages) -> None:
    """Else they would be refused for what they lack, whoever sent them."""
    client = people.client_of(people.editor())
    for page in pages.both():
        first = page.revisions.earliest("pk")
        for address in (
            page_url("edit", page.pk),
            page_url("revisions_revert", page.pk, first.pk),
        ):
            form = edit_form(page, title=f"Sparad {address}", revision=first.pk)
            assert client.post(address, form).status_code == 302
            assert latest(page).get_latest_revision_as_object().title == f"Sparad {address}"


# --- Wagtail's own API.


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, address)
        else:
            yield address, pattern


def test_wagtails_api_is_mounted_nowhere_but_for_the_admin() -> None:
    found = list(routes(get_resolver()))
    views = {address: pattern.callback for address, pattern in found}
    owners = {
        address: getattr(view, "cls", getattr(view, "view_class", view)).__module__
        for address, view in views.items()
    }
    apis = {address for address, owner in owners.items() if ".api" in owner and "cms" not in owner}
    assert apis, "the admin has one"
    assert all(address.startswith("admin/") for address in apis), apis
    for address in ("/api/v2/pages/", "/api/v3/pages/", "/api/pages/"):
        assert Client().get(address).status_code == 404
    for address in ("/admin/api/main/pages/", "/admin/api/main/images/"):
        assert Client().get(address).status_code in {302, 401, 403}


# --- Moving what is live.


@pytest.mark.parametrize("actor", ACTORS)
def test_moving_a_live_page_publishes_nothing_new(pages: Pages, actor: str) -> None:
    client = people.client_of(ACTORS[actor]())
    before = published_state()
    elsewhere = folder_for(Kind.CITIZEN_ARTICLE, "sv")
    client.post(page_url("move_confirm", pages.live.pk, elsewhere.pk))
    after = published_state()
    if actor == "editor":
        assert after == before
    for name in ("Edition", "CurrentEdition", "sequence"):
        assert after[name] == before[name]
    assert [row[:4] for row in after["live"]] == [row[:4] for row in before["live"]]


@pytest.mark.parametrize("actor", ACTORS)
def test_a_supplement_is_moved_to_no_other_region(actor: str) -> None:
    own = supplement(article(), "14", id="utredning")
    client = people.client_of(ACTORS[actor]())
    client.raise_request_exception = False
    other = RegionPage.objects.get(region_id="12")
    with nothing_published():
        client.post(page_url("move_confirm", own.pk, other.pk))
        client.post(bulk_address("move", own), {"chooser": other.pk})
    assert latest(own).get_parent().specific.region_id == "14"


# --- Bodies that have approved.


def test_a_body_that_has_approved_is_not_deleted(pages: Pages) -> None:
    body = ApprovingBody.objects.get(name=BODY)
    for page in (pages.draft, pages.live):
        changed(page, people.editor(), approving_body=None)
    type(pages.draft).objects.update(approving_body=None)
    unused = ApprovingBody.objects.create(name="Har aldrig godkänt")
    with nothing_published():
        for delete in (
            body.delete,
            ApprovingBody.objects.filter(pk=body.pk).delete,
            ApprovingBody.objects.all().delete,
        ):
            with pytest.raises(PermissionDenied), transaction.atomic():
                delete()
    assert ApprovingBody.objects.count() == 2
    unused.delete()
    assert Edition.objects.get().approved_by == body.name


# --- Aliases follow their source live, and down, without an approval of their own.


@pytest.mark.parametrize("actor", ["editor", "administrator", "superuser"])
def test_a_live_translation_does_not_become_an_alias(pages: Pages, actor: str) -> None:
    """Of a source that is down it would go down as well; of one that is live it would follow."""
    translation = contributing.synced(pages.draft, people.administrator())
    target = publish(contributing.target(translation))
    client = people.client_of(ACTORS[actor]())
    client.raise_request_exception = False
    with nothing_published():
        client.post(reverse("wagtail_localize:convert_to_alias", args=[target.pk]))
    assert latest(target).alias_of_id is None
