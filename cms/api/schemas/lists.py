"""Lists: articles, changes, reference data, diagnosis codes."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from cms.api.schemas.base import Answered, Approved, AreaLink, CodeTitle, part_of
from content_models.documents import schema
from content_models.vocabulary import (
    Audience,
    CareLevel,
    ChangeClass,
    Kind,
    Language,
    Perspective,
    Reading,
)


class PageItem(Answered):
    key: str
    kind: Kind
    audience: Audience
    language: Language
    title: str
    summary: str
    path: str
    diagnosis_codes: list[CodeTitle]
    programme_area: AreaLink | None
    care_levels: list[CareLevel]
    ages: schema.Ages | None
    reading: Reading | None
    perspective: Perspective | None
    approved: Approved
    review_by: date | None
    overdue: bool
    modified: datetime
    sequence: int
    supplements: int | None = Field(
        description="How many supplements the region asked for has on it; null without region."
    )


if TYPE_CHECKING:
    PartOfItem = PageItem
else:
    PartOfItem = part_of(PageItem, "PartOfPageItem")

ITEM_MEMBERS = tuple(PageItem.model_fields)


class Listing(Answered):
    next: str | None = Field(description="Give it as `cursor` for what follows; null at the end.")


class PageList(Listing):
    items: list[PageItem | PartOfItem]
    total: int = Field(default=None, description="With `total=true`.")  # type: ignore[assignment]


class Change(Answered):
    """One edition; a tombstone says that its part was withdrawn."""

    sequence: int
    part: str
    key: str
    kind: str = Field(description="The article's kind, or `supplement`.")
    language: Language
    region: str | None = Field(description="Null: national content.")
    tombstone: bool
    change_class: ChangeClass
    note: str = Field(description="Public change note; may be empty.")
    valid_from: datetime
    sha256: str | None = Field(description="Of the bytes at /editions/{sequence}; null: tombstone.")


class ChangeList(Answered):
    items: list[Change]
    next: str | None = Field(description="Give it as `since` for what follows; null at the end.")


class Logo(Answered):
    url: str = Field(description="Path on this host, named by its content; it never changes.")
    width: int
    height: int
    alt: str = Field(description="The region's name.")


class RegionLink(Answered):
    label: str
    url: str = Field(description="An address, or a path on the site that shows the page.")
    audience: Audience | None = Field(description="Null: both audiences.")


class Region(Answered):
    code: str
    slug: str
    name: str
    short_name: str = Field(description="For narrow columns and running text.")
    url: str | None
    contact: str | None = Field(description="An e-mail address, or the address of a web form.")
    logo: Logo | None
    quick_links: list[RegionLink] = Field(description="In order; also told by /start?region=.")
    languages: list[Language] = Field(description="Those that it writes supplements in.")
    kinds: list[Kind] = Field(description="Those that it writes supplements to.")
    approving_bodies: list[AreaLink] = Field(
        description="Those that approve for it, besides the region itself by its name."
    )


class RegionList(Listing):
    items: list[Region]


class AreaList(Listing):
    items: list[AreaLink]


class Diagnosis(Answered):
    code: str
    title: str
    marker: str | None = Field(description="† or + underlying condition, * manifestation.")
    retired: bool
    ancestors: list[CodeTitle] = Field(description="Chapter first.")


class DiagnosisList(Listing):
    items: list[Diagnosis]


class DiagnosisArticle(Answered):
    key: str
    kind: Kind
    audience: Audience
    language: Language
    title: str
    path: str


class DiagnosisDetail(Diagnosis):
    children: list[CodeTitle]
    articles: list[DiagnosisArticle] = Field(
        description="On this code or one beneath it, by title, 100 at most; all: /pages?diagnosis="
    )


EditionDocument = (
    schema.ArticleDocument
    | schema.NewsDocument
    | schema.StartPageDocument
    | schema.SupplementDocument
)
Model = type[BaseModel]
