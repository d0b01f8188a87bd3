"""The contract's closed vocabularies: kinds, audiences, care levels, languages, change classes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from content_models.configured_languages import LANGUAGES


class Audience(StrEnum):
    STAFF = "staff"
    CITIZEN = "citizen"


class Kind(StrEnum):
    KNOWLEDGE_SUPPORT = "knowledge-support"
    CITIZEN_ARTICLE = "citizen-article"
    YOUTH_PAGE = "youth-page"
    NEWS = "news"
    START_PAGE = "start-page"


class CareLevel(StrEnum):
    PRIMARY = "primary"
    SPECIALISED = "specialised"


class ChangeClass(StrEnum):
    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"
    SAFETY = "safety"


class Reading(StrEnum):
    ALONE = "alone"
    WITH_ADULT = "with-adult"


class Perspective(StrEnum):
    PATIENT = "patient"
    RELATIVE = "relative"


if TYPE_CHECKING:

    class Language(StrEnum):
        SV = "sv"

else:
    # Configuration may add languages, and what enumerates them – the API's parameters and its
    # OpenAPI document, front matter – follows: one source of truth, read at start-up.
    Language = StrEnum(
        "Language",
        {code.upper().replace("-", "_"): code for code in LANGUAGES},
        module=__name__,
    )
    Language.__doc__ = "The languages of the content; easy-read Swedish is a language of its own."


SOURCE_LANGUAGE = Language.SV

AUDIENCE_OF_KIND: dict[Kind, Audience] = {
    Kind.KNOWLEDGE_SUPPORT: Audience.STAFF,
    Kind.CITIZEN_ARTICLE: Audience.CITIZEN,
    Kind.YOUTH_PAGE: Audience.CITIZEN,
}
"""The kinds for one audience only; an article of another kind says which it is for."""


def pair_up(one: Kind, other: Kind) -> bool:
    """Whether articles of these kinds may be each other's counterpart: one for each audience.

    News and start pages are for either audience: their kind alone forbids nothing.
    """
    audiences = [AUDIENCE_OF_KIND.get(kind) for kind in (one, other)]
    return None in audiences or set(audiences) == set(Audience)


OLDEST_READER = 25
"""Whole years; children's content is 0-17, content for young adults goes on to 25."""
