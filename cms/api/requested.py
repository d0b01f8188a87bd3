"""What each call may be asked: its parameters."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cms.api.cursors import CURSOR_PATTERN
from cms.api.parameters import Parameters
from cms.api.schemas.lists import ITEM_MEMBERS
from cms.api.schemas.page import PAGE_MEMBERS
from cms.api.values import (
    DIGITS,
    LARGEST,
    Address,
    AnyCareLevel,
    AnyLanguage,
    Code,
    Moment,
    Name,
    OneOf,
    Region,
    SomeOf,
    Truth,
    Words,
)
from content_models.vocabulary import SOURCE_LANGUAGE, Audience, Kind

ORDERS = ("-modified", "modified", "title", "-approved")

Limit = Annotated[int, Field(ge=1, le=100, description="How many at most."), DIGITS]
Cursor = Annotated[
    str,
    Field(
        pattern=CURSOR_PATTERN,
        max_length=800,
        description="The `next` of an earlier answer to the same question.",
    ),
]


class NoParameters(Parameters):
    """A call that takes none."""


class PageQuery(Parameters):
    """What composition of an article is wanted."""

    region: Region | None = None
    language: AnyLanguage = SOURCE_LANGUAGE.value
    care_level: AnyCareLevel | None = None
    as_of: Moment | None = Field(
        None,
        description="The editions that held at this time (Swedish time unless an offset is "
        "given). What they are joined with – titles of codes, names, links, addresses, the "
        "counterpart – is today's.",
    )
    explain: Truth = Field(
        False,
        description="Adds `explain`: for each block and each supplement, of every region, why it "
        "is in the answer or is not.",
    )
    fields: Annotated[tuple[str, ...], SomeOf(PAGE_MEMBERS)] | None = Field(
        None, description="Only these members; `explain` is not among them."
    )


class PathQuery(PageQuery):
    """The same, of the article at an address."""

    path: Address = Field(
        description="With or without slashes at its ends.", examples=["/kunskapsstod/katarakt/"]
    )
    language: AnyLanguage | None = Field(  # type: ignore[assignment]
        None, description="Unless given, the language of the address."
    )


class ListQuery(Parameters):
    """Which articles are wanted, in what order, and how much of each."""

    audience: Annotated[str, OneOf(tuple(Audience))] | None = None
    kind: Annotated[str, OneOf(tuple(Kind))] | None = None
    language: AnyLanguage = Field(
        SOURCE_LANGUAGE.value, description="Exactly this language; lists do not fall back."
    )
    care_level: AnyCareLevel | None = None
    age: Annotated[int, Field(ge=0, le=130), DIGITS] | None = Field(
        None, description="Whole years; articles without ages are left out."
    )
    diagnosis: Code | None = Field(
        None, description="Finds the codes beneath it too; with or without its dot."
    )
    programme_area: Name | None = Field(None, description="The area's whole name.")
    changed_since: Moment | None = Field(
        None, description="Published at this time or later (ISO 8601; Swedish time by default)."
    )
    order: Annotated[str, OneOf(ORDERS)] = Field(
        ORDERS[0],
        description="By -modified, what is published while you page moves to the front, which you "
        "have passed; by modified you meet it again, and miss nothing.",
    )
    fields: Annotated[tuple[str, ...], SomeOf(ITEM_MEMBERS)] | None = Field(
        None, description="Only these members of each item."
    )
    limit: Limit = 20
    cursor: Cursor | None = None
    region: Region | None = Field(None, description="Fills `supplements`; does not filter.")
    supplemented: Truth = Field(
        False,
        description="Only articles that the region has supplements on; without `region`, any.",
    )
    total: Truth = Field(False, description="Also count all that match.")


class ChangesQuery(Parameters):
    since: Annotated[int, Field(ge=0, le=LARGEST), DIGITS] = Field(
        0, description="The last sequence that you have."
    )
    limit: Annotated[int, Field(ge=1, le=1000), DIGITS] = 100


class DiagnosesQuery(Parameters):
    q: Words = Field(
        "", description="Part of a code, with or without its dot, or words of its title."
    )
    limit: Limit = 20
    cursor: Cursor | None = None


class DiagnosisQuery(Parameters):
    language: AnyLanguage = Field(
        SOURCE_LANGUAGE.value, description="Of the articles; titles of codes are Swedish."
    )
