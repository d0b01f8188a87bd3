"""search(): what is asked for → what was found. The seam that the HTTP layer calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from search.engines.chosen import engine
from search.engines.engine import Hit
from search.highlighting import highlight
from search.query.building import build, diagnosis_group
from search.query.tree import Filters, Query

DEEPEST = 1_000
"""How far down a list of results goes; nobody reads on, and every page costs those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A question; `region` is a two-digit code, `language` is exact and never falls back."""

    q: str
    language: str = "sv"
    audience: str | None = None
    kind: str | None = None
    care_level: str | None = None
    age: int | None = None
    diagnosis: str | None = None
    """A code with or without its dot, or a range; finds what lies beneath it too."""
    programme_area: str | None = None
    region: str | None = None
    shown_at: datetime | None = None
    """News that are not shown at this moment are left out; None: nothing is."""
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class SearchItem:
    """One article; every string is plain text. Its path is the routes' to say."""

    key: str
    kind: str
    audience: str
    language: str
    title: str
    section: str | None
    """The id of the section that answers best; None when the title, codes or summary do."""
    highlight: str
    score: float


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """One page of results, best first."""

    items: tuple[SearchItem, ...]
    total: int
    next_offset: int | None
    position: int
    """Every edition up to this sequence of the ledger was searched."""


def search(request: SearchRequest) -> SearchResponse:
    """Answer any text whatever, in bounded time; raises SearchUnavailable."""
    query = query_of(request)
    if not query.groups or request.offset >= DEEPEST:
        return SearchResponse((), 0, None, engine().position().sequence)
    limit = min(request.limit, DEEPEST - request.offset)
    found = engine().search(query, offset=request.offset, limit=limit)
    end = request.offset + len(found.hits)
    has_more = bool(found.hits) and end < min(found.total, DEEPEST)
    items = tuple(_item(hit, query) for hit in found.hits)
    return SearchResponse(items, found.total, end if has_more else None, found.position)


def query_of(request: SearchRequest) -> Query:
    """The neutral tree of a request."""
    filters = Filters(
        language=request.language,
        audience=request.audience,
        kind=request.kind,
        care_level=request.care_level,
        age=request.age,
        programme_area=request.programme_area,
        shown_at=int(request.shown_at.timestamp()) if request.shown_at else None,
        diagnosis=diagnosis_group(request.diagnosis) if request.diagnosis else None,
    )
    return build(request.q, filters, region=request.region)


def _item(hit: Hit, query: Query) -> SearchItem:
    document, best = hit.document, highlight(hit.document, query)
    return SearchItem(
        key=document.key,
        kind=document.kind,
        audience=document.audience,
        language=document.language,
        title=document.title,
        section=best.section,
        highlight=best.text,
        score=hit.score,
    )
