"""Public paths follow pages: claimed on publishing, left behind as redirects on moving."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page

from cms.api.addresses import Found, find
from content_models.editions import routes
from content_models.models import Edition, FolderPage, Route
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from tests.factories.published import article, draft_article, publish, revise

pytestmark = pytest.mark.django_db

HOME = "/kunskapsstod/katarakt/"


def routes_of(page: Any) -> dict[str, bool]:
    return dict(Route.objects.filter(page_id=page.pk).values_list("path", "current"))


def folder(title: str = "Ögon", slug: str = "ogon") -> FolderPage:
    page = folder_for(Kind.KNOWLEDGE_SUPPORT, "sv").add_child(
        instance=FolderPage(title=title, slug=slug)
    )
    page.save_revision().publish()
    return page


def renamed(page: Any, slug: str) -> None:
    page.slug = slug
    page.save_revision().publish()


def test_a_draft_has_no_address() -> None:
    page = draft_article()
    renamed_to = folder()
    page.move(renamed_to, pos="last-child")
    assert routes_of(page) == {}


def test_an_article_moved_to_another_folder_leaves_a_redirect() -> None:
    page = article()
    page.move(folder(), pos="last-child")
    assert routes_of(page) == {HOME: False, "/kunskapsstod/ogon/katarakt/": True}
    assert find(HOME) == Found("katarakt", "sv", "/kunskapsstod/ogon/katarakt/", HOME)
    assert Edition.objects.count() == 1


def test_a_new_slug_leaves_a_redirect_and_can_be_taken_back() -> None:
    page = article()
    page = revise(page, slug="starr")
    assert routes_of(page) == {HOME: False, "/kunskapsstod/starr/": True}
    page = revise(page, slug="katarakt")
    assert routes_of(page) == {HOME: True, "/kunskapsstod/starr/": False}


def test_a_renamed_folder_moves_everything_beneath_at_once() -> None:
    eyes, page = folder(), article()
    page.move(eyes, pos="last-child")
    eyes.refresh_from_db()
    renamed(eyes, "ogonsjukdomar")
    assert routes_of(page) == {
        HOME: False,
        "/kunskapsstod/ogon/katarakt/": False,
        "/kunskapsstod/ogonsjukdomar/katarakt/": True,
    }
    assert routes_of(eyes) == {
        "/kunskapsstod/ogon/": False,
        "/kunskapsstod/ogonsjukdomar/": True,
    }


def test_a_slug_saved_without_publishing_moves_too(
    django_capture_on_commit_callbacks: Any,
) -> None:
    eyes, page = folder(), article()
    page.move(eyes, pos="last-child")
    eyes.refresh_from_db()
    eyes.slug = "ogonsjukdomar"
    with django_capture_on_commit_callbacks(execute=True):
        eyes.save()
    assert routes_of(page)["/kunskapsstod/ogonsjukdomar/katarakt/"] is True


def test_drafts_and_the_withdrawn_stay_where_they_were_when_their_folder_moves() -> None:
    eyes = folder()
    page = article()
    page.move(eyes, pos="last-child")
    page.refresh_from_db()
    page.unpublish()
    renamed(FolderPage.objects.get(pk=eyes.pk), "ogonsjukdomar")
    assert "/kunskapsstod/ogonsjukdomar/katarakt/" not in routes_of(page)


def test_a_path_can_be_taken_over_by_another_article() -> None:
    first = article()
    first.move(folder(), pos="last-child")
    second = draft_article(key="ny-katarakt")
    second.slug = "katarakt"
    second.save()
    second.save_revision()
    publish(second)
    assert find(HOME) == Found("ny-katarakt", "sv", HOME, HOME)
    assert routes_of(first) == {"/kunskapsstod/ogon/katarakt/": True}


def test_a_failed_move_moves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    page, target = article(), folder()

    def breaks(_wanted: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(routes, "save_routes", breaks)
    with pytest.raises(RuntimeError):
        page.move(target, pos="last-child")
    assert Page.objects.get(pk=page.pk).url_path == page.url_path
    assert routes_of(page) == {HOME: True}
