"""Public address → article, by the routes that publishing has claimed."""

from __future__ import annotations

from dataclasses import dataclass

from cms.api.problems import NothingThere
from content_models.models import Route


@dataclass(frozen=True, slots=True)
class Found:
    """What an address leads to: `path` is where the article is now, `asked` where it was sought."""

    key: str
    language: str
    path: str
    asked: str


def find(path: str) -> Found:
    """The article at an address, with or without slashes at its ends; raises NothingThere."""
    asked = f"/{path.strip('/')}/"
    route = Route.objects.filter(path=asked).exclude(key="").first()
    if route is None:
        raise NothingThere("no article is or was at this address")
    current = Route.objects.filter(current=True)
    if route.current:
        # A page deleted and made anew elsewhere: its old address is still the old page's.
        same = current.filter(key=route.key, language=route.language).order_by("-page_id")
    else:
        same = current.filter(page_id=route.page_id)
    now = same.first() or route
    return Found(now.key, now.language, now.path, asked)
