"""An audience's start page."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from cms.api.schemas.base import Answered, Approved
from cms.api.schemas.page import PageRegion, PageSection, Receipt
from content_models.documents import schema
from content_models.vocabulary import Audience, ChangeClass, Kind, Language


class NewsItem(Answered):
    key: str
    language: Language
    title: str
    summary: str
    path: str
    date: datetime = Field(description="When it began to be shown.")
    show_until: datetime | None


class RevisedItem(Answered):
    """An article by its latest change that was more than editorial."""

    key: str
    kind: Kind
    language: Language
    title: str
    programme_area: str | None
    path: str
    date: datetime
    is_new: bool = Field(description="It had not been published before.")
    change_class: ChangeClass
    note: str = Field(description="Public change note; may be empty.")


class Consultation(Answered):
    """A draft on which anyone may answer."""

    id: str
    title: str
    closes: datetime


class StartPage(Answered):
    key: str
    audience: Audience
    language: Language = Field(description="The language asked for.")
    served_language: Language
    languages: list[Language]
    region: PageRegion | None
    title: str = Field(description="The hero's heading.")
    summary: str = Field(description="The hero's text.")
    search_prompt: str = Field(description="What the search field says while it is empty.")
    hero: list[schema.ContentBlock] = Field(description="More for the hero, such as a picture.")
    welcome: PageSection | None = Field(
        description="What somebody who comes to this part for the first time is told."
    )
    research: PageSection | None = Field(description="Research and reports.")
    about: PageSection | None = Field(description="Whose site this is: for the footer.")
    sections: list[PageSection] = Field(description="Whatever else the editors have written.")
    cards: list[schema.Card]
    quick_links: list[schema.QuickLink] = Field(
        description="The national ones, then those of the region asked for."
    )
    news: list[NewsItem] = Field(description="Shown now, the latest first.")
    new_and_revised: list[RevisedItem] = Field(description="The latest first.")
    on_consultation: list[Consultation]
    approved: Approved
    modified: datetime
    receipt: Receipt
