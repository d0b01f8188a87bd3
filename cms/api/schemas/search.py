"""Search results."""

from __future__ import annotations

from pydantic import Field

from cms.api.schemas.base import Answered
from cms.api.schemas.lists import Listing
from content_models.vocabulary import Audience, Kind, Language


class SearchItem(Answered):
    key: str
    kind: Kind
    audience: Audience
    language: Language
    title: str
    path: str
    section: str | None = Field(
        description="The id of the section that fits best; null when only the article as such does."
    )
    highlight: str = Field(description="Plain text from there.")
    score: float = Field(description="Higher is better; comparable within one answer only.")


class SearchList(Listing):
    items: list[SearchItem]
    total: int = Field(default=None, description="With `total=true`.")  # type: ignore[assignment]
