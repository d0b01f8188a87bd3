"""One composition: national text, one region's supplements, and where all of it comes from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from cms.api.schemas.base import Answered, Approved, AreaLink, CodeTitle, part_of
from cms.api.schemas.explained import Explanation
from content_models.documents import schema
from content_models.vocabulary import Audience, CareLevel, Kind, Language, Perspective, Reading


class SupplementBlock(Answered):
    """A region's addition, at its place in the national text."""

    type: Literal["supplement"]
    id: str
    region: str
    language: Language
    care_levels: list[CareLevel]
    status: Literal["current", "national-changed", "anchor-lost"]
    blocks: list[schema.ContentBlock]
    references: list[schema.Reference]
    valid_until: date | None = Field(description="The last day on which it is shown.")
    approved: Approved


PageBlock = Annotated[
    schema.TextBlock
    | schema.ListBlock
    | schema.TableBlock
    | schema.ImageBlock
    | schema.VideoBlock
    | schema.ExerciseBlock
    | schema.FactsBlock
    | schema.WarningBlock
    | schema.LinksBlock
    | schema.ContactBlock
    | schema.DocumentBlock
    | SupplementBlock,
    Field(discriminator="type"),
]


class PageSection(Answered):
    id: str
    title: str
    level: Literal[2, 3]
    care_levels: list[CareLevel]
    blocks: list[PageBlock]


class Breadcrumb(Answered):
    title: str
    path: str


class Counterpart(Answered):
    """The article on the same subject for the other audience."""

    key: str
    kind: Kind
    title: str
    path: str


class PageRegion(Answered):
    code: str
    slug: str
    name: str


class Withheld(Answered):
    """What exists but is not shown, and why."""

    region: str | None = Field(description="Null: national text.")
    section: str | None
    reason: Literal["national-changed", "anchor-lost", "expired", "translation-outdated"]


class RegionalApproval(Approved):
    region: str


class Approvals(Answered):
    national: Approved
    regional: list[RegionalApproval]


class Alternate(Answered):
    language: Language
    href: str


class Seo(Answered):
    title: str
    description: str
    canonical: str
    alternates: list[Alternate]
    json_ld: dict[str, Any] = Field(description="A schema.org MedicalWebPage.")


def _without_default(schema: dict[str, Any]) -> None:
    """A member that is left out is not true by default."""
    schema.pop("default", None)


class PartApproval(Answered):
    date: date
    by: str


class ReceiptPart(Answered):
    part: str
    sequence: int
    sha256: str
    approved: PartApproval
    self: Literal[True] = Field(
        default=True,
        description="There only for a supplement that its author approved, as a region may allow.",
        json_schema_extra=_without_default,
    )


class Receipt(Answered):
    """Exactly which editions the answer was made from; `/editions/{sequence}` has their bytes."""

    sequence: int
    parts: list[ReceiptPart]


class Page(Answered):
    key: str
    kind: Kind
    audience: Audience
    language: Language = Field(description="The language asked for.")
    served_language: Language
    languages: list[Language]
    out_of_date: bool = Field(description="The source has changed since it was translated.")
    title: str
    summary: str
    path: str
    breadcrumbs: list[Breadcrumb]
    diagnosis_codes: list[CodeTitle]
    programme_area: AreaLink | None
    care_levels: list[CareLevel]
    ages: schema.Ages | None
    reading: Reading | None
    perspective: Perspective | None
    adaptations: list[str]
    counterpart: Counterpart | None
    region: PageRegion | None
    sections: list[PageSection]
    withheld: list[Withheld]
    references: list[schema.Reference]
    approvals: Approvals
    review_by: date | None
    overdue: bool
    first_published: datetime
    modified: datetime
    seo: Seo
    receipt: Receipt
    explain: Explanation = Field(  # type: ignore[assignment]
        default=None, description="There only if asked for.", json_schema_extra=_without_default
    )


PartOfPage = part_of(Page, "PartOfPage")
PAGE_MEMBERS = tuple(name for name, member in Page.model_fields.items() if member.is_required())
"""What `fields` can name."""
