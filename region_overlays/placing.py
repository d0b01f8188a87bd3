"""The place of a supplement that is being written: the server's to say, not the form's.

It travels through the browser signed, so that what comes back is what was shown.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing

from content_models.editions.parts import Part
from content_models.editions.reading import StoredEdition, live_edition
from content_models.languages import language_of
from content_models.vocabulary import SOURCE_LANGUAGE
from region_overlays.anchors import Json, NoSuchPlace, anchor_at, place_of

SALT = "region_overlays.placing"
SPACING = 1000
"""Between two supplements of a region to an article, so that another can be moved in between."""


class PlaceForged(ValueError):
    """What came back is not what was sent, or was sent for another region's page."""


@dataclass(frozen=True, slots=True)
class ChosenPlace:
    """A place in an article as its writer sees it."""

    parent: int
    """The region's page that the supplement will stand beneath."""
    article: str
    anchor: Json

    def signed(self) -> str:
        return signing.dumps(asdict(self), salt=SALT)

    @classmethod
    def read(cls, text: str, *, parent: int) -> ChosenPlace:
        """Raises PlaceForged."""
        try:
            found = cls(**signing.loads(text, salt=SALT))
        except signing.BadSignature as wrong:
            raise PlaceForged("not signed here") from wrong
        if found.parent != parent:
            raise PlaceForged(f"for page {found.parent}, not {parent}")
        return found


def live_national(key: str, language: str) -> StoredEdition | None:
    """The article in a language as readers have it."""
    return live_edition(Part(key, language))


def national_beside(key: str, language: str) -> StoredEdition | None:
    """What a supplement in that language stands in; see `languages.written_for`."""
    return live_national(key, language) or live_national(key, SOURCE_LANGUAGE)


def choose_place(parent: Any, article: str, section: str, block: str | None) -> ChosenPlace:
    """A place in what readers have of the article in the region page's language.

    Raises NoSuchPlace, also when the article is not published.
    """
    national = live_national(article, language_of(parent.locale_id))
    if national is None:
        raise NoSuchPlace(article)
    return ChosenPlace(parent.pk, article, anchor_at(national.parsed(), section, block))


def is_lost(draft: Any) -> bool:
    """Whether the place of a supplement's draft is gone from what readers have."""
    national = national_beside(draft.article_key, language_of(draft.locale_id))
    return national is None or place_of(draft.anchor, national.parsed()).name is None


def anchor_anew(draft: Any) -> bool:
    """Put on the draft what its place says to readers now, in its own language.

    Gives whether that is something else than it had; a place that is gone is left as it was.
    """
    national = national_beside(draft.article_key, language_of(draft.locale_id))
    if national is None:
        return False
    document = national.parsed()
    place = place_of(draft.anchor, document)
    if place.name is None or place.section is None:
        return False
    section = document["sections"][place.section]
    block = section["blocks"][place.block]["id"] if place.block is not None else None
    anchor = anchor_at(document, section["id"], block)
    if anchor == draft.anchor:
        return False
    draft.stand_at(anchor)
    return True
