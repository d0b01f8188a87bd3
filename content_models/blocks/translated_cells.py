"""Tables under wagtail-localize, which knows no typed tables: caption, headings and cells.

A table has no ids inside. A text is known by what it says, so that its translation stays with it
when rows and columns are added or moved, and the same words are translated once for each table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from wagtail.rich_text import RichText
from wagtail_localize.segments import (
    OverridableSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import quote_path_component
from wagtail_localize.segments.ingest import organise_template_segments
from wagtail_localize.strings import extract_strings, restore_strings


class TranslatedCells:
    """Mixin for a typed table of rich text: the two methods that wagtail-localize asks for."""

    def get_translatable_segments(self, table: Any) -> list[Any]:
        """Each text of the table once, in reading order."""
        headings = (column["heading"] for column in table.columns)
        plain = dict.fromkeys(text for text in (table.caption, *headings) if text and text.strip())
        rich = dict.fromkeys(cell.source for cell in _cells(table) if cell.source.strip())
        found: list[Any] = [StringSegmentValue(_name("plain", text), text) for text in plain]
        return found + [segment for source in rich for segment in _segments_of(source)]

    def restore_translated_segments(self, table: Any, segments: list[Any]) -> Any:
        """The table with the texts that are translated in their places."""
        texts: dict[str, list[Any]] = defaultdict(list)
        for segment in segments:
            name, rest = segment.unwrap()
            texts[name].append(rest)
        table.caption = _translated(table.caption, texts)
        for column in table.columns:
            column["heading"] = _translated(column["heading"], texts)
        for row in table.row_data:
            row["values"] = [_translated_cell(cell, texts) for cell in row["values"]]
        return table


def _cells(table: Any) -> Iterator[Any]:
    for row in table.row_data:
        yield from row["values"]


def _segments_of(source: str) -> list[Any]:
    template, strings = extract_strings(source)
    links = sorted(
        {one["href"] for _text, attrs in strings for one in attrs.values() if "href" in one}
    )
    name = _name("rich", source)
    return [
        TemplateSegmentValue(name, "html", template, len(strings)),
        *(StringSegmentValue(name, string, attrs=attrs) for string, attrs in strings),
        *(OverridableSegmentValue(f"{name}.{quote_path_component(link)}", link) for link in links),
    ]


def _translated(text: str, texts: dict[str, list[Any]]) -> str:
    found = texts.get(_name("plain", text)) if text else None
    return str(found[0].render_text()) if found else text


def _translated_cell(cell: Any, texts: dict[str, list[Any]]) -> Any:
    found = texts.get(_name("rich", cell.source))
    if not found:
        return cell
    # Organising sorts the list that it is given, which other cells may share.
    _format, template, strings = organise_template_segments(list(found))
    return RichText(restore_strings(template, strings))


def _name(kind: str, text: str) -> str:
    return f"{kind}-{sha256(text.encode()).hexdigest()[:16]}"
