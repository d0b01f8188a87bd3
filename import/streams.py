"""Parsed blocks → StreamField values as Wagtail stores them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag

from . import assets
from .alignment import with_ids
from .rich_text import editable
from .source import Block, Reference, Section

Raw = dict[str, Any]
Assets = Mapping[str, bytes]


def stored_sections(sections: Iterable[Section], files: Assets) -> list[Raw]:
    """Sections without ids; alignment gives them."""
    return [
        {
            "type": "section",
            "value": {
                "section_id": section.id,
                "title": section.title,
                "level": str(section.level),
                "blocks": stored_blocks(section.blocks, files),
            },
        }
        for section in sections
    ]


def stored_blocks(blocks: Iterable[Block], files: Assets) -> list[Raw]:
    return [
        {"type": block.type, "value": VALUES[block.type](block, files) | _levels(block)}
        for block in blocks
    ]


def stored_references(references: Iterable[Reference]) -> list[Raw]:
    return with_ids(
        [
            {
                "type": "reference",
                "value": {"label": reference.label, "html": editable(f"<p>{reference.html}</p>")},
            }
            for reference in references
        ]
    )


def _levels(block: Block) -> Raw:
    return {"care_levels": sorted(block.care_levels)}


def _prose(block: Block, _files: Assets) -> Raw:
    return {"html": editable(block.html)}


def _titled(block: Block, _files: Assets) -> Raw:
    return {"title": block.attributes.get("title", ""), "html": editable(block.html)}


def _table(block: Block, _files: Assets) -> Raw:
    table = BeautifulSoup(block.html, "html.parser")
    headings = [cell.get_text() for cell in table.select("thead th")]
    rows = [[_inner(cell) for cell in row.find_all("td")] for row in table.select("tbody tr")]
    return {
        "table": {
            "caption": "",
            "columns": [{"type": "text", "heading": heading} for heading in headings],
            "rows": [{"values": _padded(row, len(headings))} for row in rows],
        }
    }


def _inner(cell: Tag) -> str:
    return editable(cell.decode_contents(formatter="minimal"))


def _padded(cells: list[str], width: int) -> list[str]:
    return (cells + [""] * width)[:width]


def _image(block: Block, files: Assets) -> Raw:
    name, alt = block.attributes["src"], block.attributes.get("alt", "")
    return {
        "image": assets.store_image(name, files[name]),
        "alt": alt,
        "decorative": not alt,
        "caption": block.attributes.get("caption", ""),
    }


def _document_id(block: Block, attribute: str, files: Assets) -> int | None:
    name = block.attributes.get(attribute, "")
    return assets.store_document(name, files[name]) if name in files else None


def _address(block: Block) -> str:
    src = block.attributes["src"]
    return src if src.startswith(assets.ADDRESSES) else ""


def _video(block: Block, files: Assets) -> Raw:
    return {
        "title": block.attributes.get("title", ""),
        "url": _address(block),
        "file": _document_id(block, "src", files),
        "captions": _document_id(block, "captions", files),
        "transcript": _document_id(block, "transcript", files),
    }


def _document(block: Block, files: Assets) -> Raw:
    return {
        "title": block.attributes.get("title", ""),
        "url": _address(block),
        "file": _document_id(block, "src", files),
    }


VALUES: dict[str, Callable[[Block, Assets], Raw]] = {
    "text": _prose,
    "list": _prose,
    "table": _table,
    "image": _image,
    "video": _video,
    "exercise": _titled,
    "facts": _titled,
    "warning": _titled,
    "links": _titled,
    "contact": _titled,
    "document": _document,
}
