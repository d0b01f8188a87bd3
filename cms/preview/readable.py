"""A document → its readability against what suits its readers, and itself with the marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from content_models.readability import Readability, Reader, marked, readability_of, reader_aged
from content_models.readability.marking import paragraphs_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """Counts, the bar, and the document to show."""

    found: Readability
    reader: Reader
    youngest: int | None
    document: Json

    @property
    def suits(self) -> bool | None:
        """None for a text too short to say."""
        lix = self.found.lix
        return None if lix is None else lix <= self.reader.highest_lix


def reading_of(document: Json) -> Reading:
    """Title and summary count too; references and sections that nobody sees do not."""
    youngest = document["ages"]["min"] if document["ages"] else None
    reader = reader_aged(youngest)
    return Reading(readability_of(_texts(document)), reader, youngest, _marked(document, reader))


def _texts(document: Json) -> Iterator[str]:
    yield document["title"]
    yield document["summary"]
    for section in document["sections"]:
        if not section["blocks"]:
            continue
        yield section["title"]
        for block in section["blocks"]:
            yield block.get("title") or ""
            yield from paragraphs_of(block.get("html", ""))


def _marked(document: Json, reader: Reader) -> Json:
    longest = reader.longest_sentence
    sections = [
        section
        | {
            "blocks": [
                block | {"html": marked(block["html"], longest_sentence=longest)}
                if "html" in block
                else block
                for block in section["blocks"]
            ]
        }
        for section in document["sections"]
    ]
    return document | {"sections": sections}
