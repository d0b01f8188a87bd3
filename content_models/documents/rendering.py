"""Blocks and references as stored → the parts of a document, with numbered citations."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.blocks.stream_block import StreamValue

from content_models.documents import markup, schema
from content_models.documents.addresses import resolve_link
from content_models.documents.block_rendering import (
    Cleaned,
    Numbering,
    Raw,
    clean_block,
    hash_of,
    render_block,
)
from content_models.documents.citations import number_references
from content_models.editions.parts import Part


@dataclass(frozen=True, slots=True)
class RenderedPart:
    """A part's document as the bytes-to-be that approvals and receipts name."""

    part: Part
    kind: str
    document: str
    sha256: str


def rendered(part: Part, kind: str, document: schema.Frozen) -> RenderedPart:
    text = document.model_dump_json()
    return RenderedPart(part, kind, text, hashlib.sha256(text.encode()).hexdigest())


def stored(value: StreamValue) -> list[Raw]:
    """A StreamField's children as Wagtail stores them, with ids."""
    children: list[Raw] = value.get_prep_value()
    return children


@dataclass(frozen=True, slots=True)
class References:
    """Labels → numbers, and the list that they number."""

    numbering: Numbering
    items: list[schema.Reference]


def number(
    blocks: Iterable[Cleaned], references: StreamValue, *, prefix: str = "ref-"
) -> References:
    """Number the references by the order in which the blocks cite them.

    Raises DanglingCitation.
    """
    sources: dict[str, str] = {
        child["value"]["label"]: markup.clean(child["value"]["html"], resolve_link=resolve_link)
        for child in stored(references)
    }
    numbers = number_references((block.html for block in blocks), sources)
    items = [
        schema.Reference(number=place, html=inline(sources[label]))
        for label, place in sorted(numbers.items(), key=lambda item: item[1])
    ]
    return References(Numbering(numbers, prefix), items)


def inline(html: str) -> str:
    """A reference is one line: the paragraph that the editor's field wraps it in goes away."""
    return html.removeprefix("<p>").removesuffix("</p>").replace("</p><p>", "<br>")


def section_care_levels(blocks: Iterable[Any]) -> list[str]:
    """A section is for the levels that all its blocks are limited to; one open block opens it."""
    found: set[str] = set()
    for block in blocks:
        if not block.care_levels:
            return []
        found.update(block.care_levels)
    return sorted(found)


def render_sections(
    sections: StreamValue, references: StreamValue
) -> tuple[list[schema.Section], list[schema.Reference], dict[str, str]]:
    """Sections, numbered references, and the anchors' hashes."""
    raw_sections = [child["value"] for child in stored(sections)]
    cleaned = [[clean_block(raw) for raw in value["blocks"]] for value in raw_sections]
    numbered = number((block for blocks in cleaned for block in blocks), references)
    anchors: dict[str, str] = {}
    result: list[schema.Section] = []
    for value, blocks in zip(raw_sections, cleaned, strict=True):
        hashes = {block.id: hash_of(block) for block in blocks}
        anchors |= hashes
        anchors[f"#{value['section_id']}"] = markup.content_hash(*hashes.values())
        typed = [render_block(block, numbered.numbering) for block in blocks]
        result.append(
            schema.Section(
                id=value["section_id"],
                title=value["title"] or "",
                level=int(value["level"]),
                care_levels=section_care_levels(typed),
                blocks=typed,
            )
        )
    return result, numbered.items, anchors
