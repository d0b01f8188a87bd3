"""Pieces → blocks as Wagtail stores them, by the same rule as an import: each node is a block."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

from content_models.pasting.lists import list_html
from content_models.pasting.pieces import Heading, Item, Paragraph, Piece, Table

Raw = dict[str, Any]
SECTION_LEVELS = (2, 3)
DEEPEST = 5


def blocks_of(pieces: Iterable[Piece]) -> list[Raw]:
    """Headings that stand inside a section are of level 4 or 5; items in a row are one list."""
    return [
        {"type": kind, "id": str(uuid.uuid4()), "value": value | {"care_levels": []}}
        for kind, value in _values(pieces)
    ]


def _values(pieces: Iterable[Piece]) -> Iterator[tuple[str, Raw]]:
    for items, group in groupby(pieces, key=lambda piece: isinstance(piece, Item)):
        if items:
            yield "list", {"html": list_html([one for one in group if isinstance(one, Item)])}
            continue
        for piece in group:
            if isinstance(piece, Table):
                yield "table", {"table": _stored(piece)}
            elif not isinstance(piece, Item):
                yield "text", {"html": _text(piece)}


def _text(piece: Heading | Paragraph) -> str:
    if isinstance(piece, Heading):
        name = f"h{min(max(piece.level, SECTION_LEVELS[-1] + 1), DEEPEST)}"
        return f"<{name}>{escape(piece.text, quote=False)}</{name}>"
    return f"<p>{piece.html}</p>"


def _stored(table: Table) -> Raw:
    return {
        "caption": table.caption,
        "columns": [{"type": "text", "heading": heading} for heading in table.headings],
        "rows": [{"values": list(row)} for row in table.rows],
    }


def running_html(pieces: Sequence[Piece]) -> str:
    """All of it as one running text, for a field of rich text; a table's cells are paragraphs."""
    return "".join(_running(block) for block in blocks_of(pieces))


def _running(block: Raw) -> str:
    if block["type"] != "table":
        html: str = block["value"]["html"]
        return html
    table = block["value"]["table"]
    plain = [table["caption"], *(column["heading"] for column in table["columns"])]
    said = [f"<p>{escape(text, quote=False)}</p>" for text in plain if text]
    return "".join(said + [cell for row in table["rows"] for cell in row["values"]])
