"""Where a supplement sits in a national document. Pure: documents in, places out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from content_models.documents.plain_words import plain_text

Document = Mapping[str, Any]
"""An edition's document, parsed."""
Json = dict[str, Any]

LONGEST_QUOTE = 120
SHORTEST_OPENING = 20
"""Fewer characters than this begin many blocks."""


class Place(NamedTuple):
    """A section's index (None: after the last) and the block it follows (None: section's end)."""

    section: int | None
    block: int | None
    name: str | None
    """What the document's hashes call what the supplement was anchored to; None: that is gone."""


class NoSuchPlace(LookupError):
    """The document has no such section, or no such block in it."""


def anchor_name(section: str, block: str | None) -> str:
    """An anchor's name among a document's hashes: a block's id, or # and a section's."""
    return block or f"#{section}"


def anchor_at(national: Document, section: str, block: str | None) -> Json:
    """The anchor of what is written there now; raises NoSuchPlace."""
    found = next((one for one in national["sections"] if one["id"] == section), None)
    if found is None:
        raise NoSuchPlace(section)
    followed = next((one for one in found["blocks"] if one["id"] == block), None)
    if block and followed is None:
        raise NoSuchPlace(block)
    return {
        "section": section,
        "block": block or None,
        "hash": national["anchors"][anchor_name(section, block)],
        "quote": quote_of(followed) if followed else "",
    }


def quote_of(block: Mapping[str, Any]) -> str:
    """The first words of a document's block, enough for a person to recognise it."""
    words = plain_text(block.get("html", "")) or block.get("alt") or block.get("title") or ""
    return str(words)[:LONGEST_QUOTE]


def place_of(anchor: Mapping[str, Any], national: Document) -> Place:
    """Where to show it: at its block or section; if that is gone, as near as there is.

    A block that was moved to another section takes its supplement along. Blocks that got new ids,
    as when a whole text is written anew by a program, are known by what they say.
    """
    found = _block(anchor, national) if anchor["block"] else _section(anchor, national)
    return found or _nearest(anchor, national)


def _block(anchor: Mapping[str, Any], national: Document) -> Place | None:
    for index, section in enumerate(national["sections"]):
        for number, block in enumerate(section["blocks"]):
            if block["id"] == anchor["block"]:
                return Place(index, number, block["id"])
    return _alone(anchor, national, lambda block: _says_the_same(anchor, block, national)) or (
        _alone(anchor, national, lambda block: _begins_alike(anchor, block))
    )


def _alone(
    anchor: Mapping[str, Any], national: Document, fits: Callable[[Json], bool]
) -> Place | None:
    """The one block of the anchor's own section that fits: of two, neither is taken."""
    found = [
        Place(index, number, block["id"])
        for index, section in enumerate(national["sections"])
        if section["id"] == anchor["section"]
        for number, block in enumerate(section["blocks"])
        if fits(block)
    ]
    return found[0] if len(found) == 1 else None


def _says_the_same(anchor: Mapping[str, Any], block: Json, national: Document) -> bool:
    return bool(anchor["hash"]) and national["anchors"].get(block["id"]) == anchor["hash"]


def _begins_alike(anchor: Mapping[str, Any], block: Json) -> bool:
    # A citation is a label where it is written and a number where it is read.
    opening = anchor["quote"].partition("[")[0].rstrip()
    return len(opening) >= SHORTEST_OPENING and quote_of(block).startswith(opening)


def _section(anchor: Mapping[str, Any], national: Document) -> Place | None:
    """The section by its id, or the one that holds exactly the same under another id."""
    sections = national["sections"]
    for index, section in enumerate(sections):
        if section["id"] == anchor["section"]:
            return Place(index, None, f"#{section['id']}")
    # Empty sections all say the same.
    same = [
        Place(index, None, f"#{section['id']}")
        for index, section in enumerate(sections)
        if section["blocks"] and national["anchors"].get(f"#{section['id']}") == anchor["hash"]
    ]
    return same[0] if len(same) == 1 else None


def _nearest(anchor: Mapping[str, Any], national: Document) -> Place:
    for index, section in enumerate(national["sections"]):
        if section["id"] == anchor["section"]:
            return Place(index, None, None)
    return Place(None, None, None)
