"""Public paths: claimed on publishing, left behind as redirects on moving."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.models import Page

from content_models.documents.addresses import path_of
from content_models.editions.head import bump_reference
from content_models.editions.models import CurrentEdition, Edition, Route
from content_models.languages import language_of


def claim(editions: Sequence[tuple[Edition, str]]) -> None:
    """Give each article its path; its earlier paths lead there from now on."""
    save_routes(
        [
            Route(path=path, language=edition.language, key=edition.key, page_id=edition.page_id)
            for edition, path in editions
        ]
    )


def register_folder(page: Page) -> None:
    """A folder's path and published title, for breadcrumbs."""
    save_routes(
        [
            Route(
                path=path_of(page),
                language=language_of(page.locale_id),
                title=page.title,
                page_id=page.pk,
            )
        ]
    )


def follow_moved(page: Page) -> None:
    """After a new address of `page`: its routes and those of everything published beneath."""
    beneath = Page.objects.filter(path__startswith=page.path).in_bulk()
    current = {
        route.page_id: route for route in Route.objects.filter(page_id__in=beneath, current=True)
    }
    live = set(
        CurrentEdition.objects.filter(page_id__in=current, tombstone=False).values_list(
            "page_id", flat=True
        )
    )
    save_routes(
        [
            Route(
                path=path_of(beneath[page_id]),
                language=route.language,
                key=route.key,
                title=route.title,
                page_id=page_id,
            )
            for page_id, route in current.items()
            if not route.key or page_id in live
        ]
    )


def save_routes(wanted: list[Route]) -> None:
    """Upsert current routes and retire the others of the same pages; counts as reference data."""
    paths = [route.path for route in wanted]
    held = {
        route.path: (route.page_id, route.key, route.title, route.current)
        for route in Route.objects.filter(path__in=paths)
    }
    changed = [
        route
        for route in wanted
        if held.get(route.path) != (route.page_id, route.key, route.title, True)
    ]
    if not changed:
        return
    Route.objects.filter(page_id__in=[route.page_id for route in changed]).exclude(
        path__in=paths
    ).update(current=False)
    Route.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["language", "key", "title", "page_id", "current"],
    )
    bump_reference()
