"""What a test asks of a comparison."""

from __future__ import annotations

from typing import Any

from content_models.documents.comparison import (
    Block,
    Change,
    Comparison,
    Fact,
    Section,
    compare,
)
from tests.factories.documents import article, section


def facts(comparison: Comparison) -> dict[str, tuple[str | None, str | None]]:
    return {fact.name: sides(fact) for fact in comparison.facts}


def sides(fact: Fact) -> tuple[str | None, str | None]:
    return tuple(None if text is None else str(text) for text in (fact.before, fact.after))  # type: ignore[return-value]


def changed_pieces(fact: Fact) -> tuple[list[str], list[str]]:
    return tuple(  # type: ignore[return-value]
        [piece.text for piece in text.pieces if piece.is_changed] if text else []
        for text in (fact.before, fact.after)
    )


def blocks(comparison: Comparison) -> dict[str, Block]:
    return {
        found.key: found
        for part in comparison.sections
        for found in part.blocks
        if Change.MOVED_AWAY not in found.kinds
    }


def order(part: Section) -> list[tuple[str, tuple[Change, ...]]]:
    return [(found.key, found.kinds) for found in part.blocks]


def of_blocks(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Comparison:
    return compare(article(section("a", *before)), article(section("a", *after)))
