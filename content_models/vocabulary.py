"""The contract's closed vocabularies: kinds, audiences, care levels, languages, change classes."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    STAFF = "staff"
    CITIZEN = "citizen"


class Kind(StrEnum):
    KNOWLEDGE_SUPPORT = "knowledge-support"
    CITIZEN_ARTICLE = "citizen-article"
    YOUTH_PAGE = "youth-page"


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


class Language(StrEnum):
    """The languages of the content; easy-read Swedish is a language of its own."""

    SV = "sv"
    EN = "en"
    FI = "fi"
    SE = "se"
    EASY_READ = "sv-x-lattlast"


SOURCE_LANGUAGE = Language.SV

AUDIENCE_OF_KIND: dict[Kind, Audience] = {
    Kind.KNOWLEDGE_SUPPORT: Audience.STAFF,
    Kind.CITIZEN_ARTICLE: Audience.CITIZEN,
    Kind.YOUTH_PAGE: Audience.CITIZEN,
}

OLDEST_READER = 25
"""Whole years; children's content is 0-17, content for young adults goes on to 25."""
