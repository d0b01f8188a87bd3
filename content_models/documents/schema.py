"""What an edition holds, as JSON: exactly what was approved and nothing that depends on others.

These types are the discriminated union of the API's OpenAPI document as well.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from content_models.vocabulary import Audience, CareLevel, Kind, Language, Perspective, Reading


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=True)


class BlockBase(Frozen):
    id: str
    care_levels: list[CareLevel] = Field(description="Empty means every level.")


class TextBlock(BlockBase):
    type: Literal["text"]
    html: str


class ListBlock(BlockBase):
    type: Literal["list"]
    html: str


class TableBlock(BlockBase):
    type: Literal["table"]
    caption: str | None
    html: str


class Rendition(Frozen):
    """The picture in another size, as WebP."""

    src: str
    width: int
    height: int


class FocalPoint(Frozen):
    """Shares of the width and the height, from the upper left corner."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class ImageBlock(BlockBase):
    type: Literal["image"]
    src: str = Field(description="Path on this host, named by its content; it never changes.")
    alt: str
    decorative: bool
    caption: str | None
    width: int
    height: int
    focal_point: FocalPoint | None = Field(description="What must stay in sight when cropped.")
    renditions: list[Rendition] = Field(description="The same picture, smaller; narrowest first.")


class VideoBlock(BlockBase):
    type: Literal["video"]
    title: str | None
    src: str
    captions: str | None
    transcript: str | None


class ExerciseBlock(BlockBase):
    type: Literal["exercise"]
    title: str | None
    html: str


class FactsBlock(BlockBase):
    type: Literal["facts"]
    title: str | None
    html: str


class WarningBlock(BlockBase):
    type: Literal["warning"]
    title: str | None
    html: str


class LinksBlock(BlockBase):
    type: Literal["links"]
    title: str | None
    html: str


class ContactBlock(BlockBase):
    type: Literal["contact"]
    title: str | None
    html: str


class DocumentBlock(BlockBase):
    type: Literal["document"]
    title: str | None
    src: str


ContentBlock = Annotated[
    TextBlock
    | ListBlock
    | TableBlock
    | ImageBlock
    | VideoBlock
    | ExerciseBlock
    | FactsBlock
    | WarningBlock
    | LinksBlock
    | ContactBlock
    | DocumentBlock,
    Field(discriminator="type"),
]


class Reference(Frozen):
    number: int
    html: str


class Ages(Frozen):
    min: int = Field(ge=0)
    max: int = Field(ge=0)


class Section(Frozen):
    id: str
    title: str
    level: Literal[2, 3]
    care_levels: list[CareLevel]
    blocks: list[ContentBlock]


class ArticleDocument(Frozen):
    """A national edition's document."""

    format: Literal[1] = 1
    part: str
    key: str
    kind: Kind
    audience: Audience
    language: Language
    title: str
    summary: str
    diagnosis_codes: list[str]
    programme_area: str | None
    care_levels: list[CareLevel]
    ages: Ages | None
    reading: Reading | None
    perspective: Perspective | None
    adaptations: list[str]
    keywords: list[str]
    counterpart: str | None
    review_by: date | None
    sections: list[Section]
    references: list[Reference]
    anchors: dict[str, str] = Field(
        description="Block id, or # and a section id, → hash of its content, for staleness."
    )


class NewsDocument(ArticleDocument):
    """An edition's document of something new: shown from and until a moment, if it says so."""

    show_from: datetime | None
    show_until: datetime | None


class Card(Frozen):
    """A way from a start page to somewhere, with a few words on what is there."""

    title: str
    text: str
    url: str = Field(description="An address, or a path on the site that shows the page.")


class QuickLink(Frozen):
    label: str
    url: str = Field(description="An address, or a path on the site that shows the page.")
    region: str | None = Field(description="Two-digit code; null: for every region.")


class StartPageDocument(ArticleDocument):
    """An edition's document of an audience's start page."""

    search_prompt: str
    cards: list[Card]
    quick_links: list[QuickLink]


class Anchor(Frozen):
    """Where a supplement sits, and what the text there was when it was written."""

    section: str
    block: str | None
    hash: str
    quote: str


class SupplementDocument(Frozen):
    """A supplement's edition's document."""

    format: Literal[1] = 1
    part: str
    article: str
    language: Language
    region: str
    id: str
    position: int
    anchor: Anchor
    care_levels: list[CareLevel] | None = Field(description="None: those of the anchor's block.")
    review_by: date | None
    valid_until: date | None = Field(description="The last day on which it is shown.")
    blocks: list[ContentBlock]
    references: list[Reference]
