"""A published article, a region's people, and supplements that they have had approved."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from content_models.editions.reading import current_parts
from content_models.vocabulary import ChangeClass
from region_overlays.models import SupplementStanding
from tests.factories import people
from tests.factories.published import article, revise, section, supplement, text

FIRST, SECOND = text("Undersök synskärpan.", id="block-1"), text("Mät trycket.", id="block-2")
SECTIONS = [
    section("utredning", FIRST, SECOND),
    section("behandling", text("Operera vid besvär.", id="block-3")),
]


def national(**fields: Any) -> Any:
    """An article with two sections."""
    return article(**{"sections": SECTIONS} | fields)


def reworded(
    page: Any, change_class: ChangeClass = ChangeClass.SUBSTANTIVE, *, words: str = ""
) -> Any:
    """The article with other words in its first block."""
    first = text(words or "Undersök synskärpan på båda ögonen.", id="block-1")
    sections = [section("utredning", first, SECOND), SECTIONS[1]]
    return revise(page, sections=sections, approval={"change_class": change_class})


def without_first(page: Any) -> Any:
    """The article without its first block."""
    return revise(page, sections=[section("utredning", SECOND), SECTIONS[1]])


def on_first(page: Any, region: str = "14", **fields: Any) -> Any:
    """A published supplement after the article's first block."""
    return supplement(page, region, after=1, **{"id": "remiss"} | fields)


def standing(page: Any) -> SupplementStanding:
    return SupplementStanding.objects.get(page_id=page.pk)


def seen(page: Any) -> int:
    """The national edition that readers have now."""
    [found] = [part for part in current_parts(page.article_key) if not part.edition.region]
    return found.edition.sequence


def post(user: Any, name: str, *args: Any, follow: bool = True, **data: Any) -> Any:
    client = people.client_of(people.again(user))
    return client.post(reverse(name, args=args), data, follow=follow)


def get(user: Any, name: str, *args: Any, **query: Any) -> Any:
    return people.client_of(people.again(user)).get(reverse(name, args=args), query)


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])
