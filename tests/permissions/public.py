"""What the public asks: the API, health, files. Anyone may look; nobody may do anything."""

from __future__ import annotations

from typing import Any

from content_models.models import CurrentEdition

from .cases import Case, does, shows
from .elsewhere import Entry, opens, posts
from .objects import Owner, State, Thing
from .roles import COLLEAGUES, EVERYONE, NOBODY
from .rules import anyone, nobody
from .world import World

API_LISTS = opens(
    EVERYONE,
    "/api/v1/",
    "/api/v1/openapi.json",
    "api:openapi-json",
    "api:openapi-view",
    "api:api-root",
    "api:list_pages",
    "api:list_changes",
    "api:list_regions",
    "api:list_programme_areas",
    "api:list_diagnoses",
    "/healthz",
    "/readyz",
    "/",
)
API: list[Entry] = [
    *API_LISTS,
    *opens(EVERYONE, "api:get_diagnosis", args={"code": "the code"}),
    *opens(EVERYONE, "api:search_articles", query={"q": "hemlig"}),
    *opens(EVERYONE, "api:get_start", query={"region": "14"}),
    *opens(NOBODY, "/api/v1/^.*$", "/^api/v1$"),
    *[
        posts(NOBODY, entry.address, method=method, quiet=True)
        for entry in API_LISTS
        for method in ("POST", "DELETE")
    ],
]
FILES: list[Entry] = [
    *opens(EVERYONE, r"/^media/(?P<path>published/[0-9a-f]{64}\.[a-z0-9]+)$"),
    *opens(COLLEAGUES, "/media/<path:path>"),
    *opens(
        COLLEAGUES,
        "wagtaildocs_serve",
        args={"document_id": "the document", "document_filename": "fil.txt"},
    ),
]
ENTRIES: list[Entry] = [*API, *FILES]


def _key(_world: World, thing: Thing) -> str:
    """The article's; a supplement is shown on the one that it is written to."""
    key: str = thing.page.as_part().key
    return key


def _edition(_world: World, thing: Thing) -> int | None:
    """The sequence of what the text is published as now, tombstones included."""
    found = CurrentEdition.objects.filter(page_id=thing.page.pk).first()
    return found.edition_id if found else None


def _path(_world: World, thing: Thing) -> dict[str, Any]:
    return {"path": thing.page.public_path()}


ARTICLES: dict[str, Any] = {"owners": (Owner.NATIONAL, Owner.YOUTH)}
PAGE: dict[str, Any] = {"args": {"key": _key}}
TEXTS: list[Case] = [
    shows("api:get_page", anyone.when(State.LIVE), **PAGE, **ARTICLES),
    shows(
        "api:get_page",
        anyone,
        **PAGE,
        query=lambda _world, thing: {"region": thing.region},
        owners=(Owner.OWN, Owner.OTHER),
        what="with a region",
    ),
    shows("api:get_page_by_path", anyone.when(State.LIVE), query=_path, **ARTICLES),
    shows("api:get_edition", anyone.when(State.LIVE), args={"sequence": _edition}),
    *[
        does("api:get_page", nobody, {}, method=method, **PAGE, states=(State.LIVE,))
        for method in ("POST", "PUT", "PATCH", "DELETE")
    ],
]
