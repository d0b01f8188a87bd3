"""What is wrong with a link, given what there is to lead to. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cms.desk.links.document import Document, Link, LinkKind
from region_overlays.anchors import anchor_name


class Fault(StrEnum):
    PAGE_GONE = "page-gone"
    """It had lost its page already when it was published."""
    NO_PAGE = "no-page"
    WITHDRAWN = "withdrawn"
    NO_SECTION = "no-section"
    NO_COUNTERPART = "no-counterpart"
    NO_ARTICLE = "no-article"
    """A supplement's article is not published in its language."""
    ANCHOR_LOST = "anchor-lost"


@dataclass(frozen=True, slots=True)
class Article:
    """An article in a language; the key is empty for a folder, which only has an address."""

    key: str
    language: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What links can lead to: addresses that were ever claimed, and what is published."""

    paths: Mapping[str, Article] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    """Live in any language."""
    articles: frozenset[Article] = frozenset()
    """Live."""
    documents: Mapping[Article, Document] = field(default_factory=dict)
    """The live documents of the articles that fragments and supplements point into."""


def target_of(link: Link, source: Article, around: Surroundings) -> Article | None:
    """The article that a link leads to; None if its address is nobody's or it names only a key."""
    if link.kind is LinkKind.COUNTERPART or (link.kind is LinkKind.TEXT and not link.href):
        return None
    return around.paths.get(link.path) if link.path else source


def fault_of(link: Link, source: Article, around: Surroundings) -> Fault | None:
    """None if it leads where it should; `source` is the article that the link stands in."""
    if link.kind is LinkKind.COUNTERPART:
        return None if link.key in around.keys else Fault.NO_COUNTERPART
    if link.kind is LinkKind.SUPPLEMENT:
        return _fault_of_anchor(link, around.documents.get(source))
    return _fault_of_address(link, source, around) if link.href else Fault.PAGE_GONE


def _fault_of_address(link: Link, source: Article, around: Surroundings) -> Fault | None:
    target = target_of(link, source, around)
    if target is None:
        return Fault.NO_PAGE
    if not target.key:
        return None
    if link.path and target not in around.articles:
        return Fault.WITHDRAWN
    names_place = bool(link.fragment) or not link.path
    sections = _sections(around.documents.get(target))
    return Fault.NO_SECTION if names_place and link.fragment not in sections else None


def _fault_of_anchor(link: Link, national: Document | None) -> Fault | None:
    if national is None:
        return Fault.NO_ARTICLE
    name = anchor_name(link.section, link.block or None)
    return None if name in national["anchors"] else Fault.ANCHOR_LOST


def _sections(document: Mapping[str, Any] | None) -> set[str]:
    return {section["id"] for section in document["sections"]} if document else set()
