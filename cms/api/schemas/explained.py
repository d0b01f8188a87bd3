"""Why each part of a page is in the answer, or is not: what `explain` adds to it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from cms.api.schemas.base import Answered
from content_models.documents import schema
from content_models.vocabulary import CareLevel, Language
from region_overlays.judging import Reason
from region_overlays.staleness import Status

LanguageReason = Literal["asked", "fallback", "translation-outdated"]


class ExplainedLanguage(Answered):
    asked: Language
    tried: list[Language] = Field(description="The language asked for and what it falls back to.")
    served: Language
    reason: LanguageReason = Field(
        description="translation-outdated: one that comes before is older than a safety change."
    )


class ExplainedAge(Answered):
    """A page by its key is answered whatever the reader's age; lists can be asked for one."""

    ages: schema.Ages | None = Field(description="Whom the page is for; null: it does not say.")
    reason: Literal["not-asked"]
    in_lists: Literal["for-its-ages", "never"] = Field(
        description="For which `age` lists hold the page."
    )


class ExplainedTime(Answered):
    shown_from: datetime | None
    shown_until: datetime | None
    reason: Literal["always", "in-its-time"] = Field(
        description="News have a time: before it a page is 404, after it 410."
    )


class ExplainedBlock(Answered):
    id: str
    type: str
    care_levels: list[CareLevel] = Field(description="Whom it is for; empty: all.")
    reason: Reason


class ExplainedSection(Answered):
    """A national section."""

    id: str
    reason: Literal["shown", "empty"]
    blocks: list[ExplainedBlock]


class ExplainedSupplement(Answered):
    """A supplement in one of its languages, of any region, whether shown or not."""

    part: str
    region: str
    id: str
    language: Language
    sequence: int = Field(description="Of its latest edition.")
    reason: Reason
    status: Status
    written_for: int | None = Field(
        description="The national edition that its status is measured against."
    )
    valid_until: date | None
    section: str | None = Field(description="Where it stands or would; null: the article's end.")
    after: str | None = Field(description="The block that it follows; null: the section's end.")
    care_levels: list[CareLevel] = Field(description="Its own, or those of what it follows.")
    blocks: list[ExplainedBlock]


class Explanation(Answered):
    """What was asked, and for every part of the article why it is in the answer or is not."""

    region: str | None = Field(description="Two-digit code; null: none asked for.")
    care_level: CareLevel | None
    as_of: datetime | None
    day: date = Field(description="The day in Sweden that decides what has expired.")
    language: ExplainedLanguage
    age: ExplainedAge
    time: ExplainedTime
    sections: list[ExplainedSection] = Field(description="The national text, in its order.")
    supplements: list[ExplainedSupplement] = Field(
        description="First those that are shown, in the order in which they are read."
    )
