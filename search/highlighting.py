"""The section that answers best, and a piece of its text with the reader's words; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from region_overlays.composition import is_for
from search.engines.stored import StoredDocument, StoredPassage
from search.query.tree import Query

LENGTH = 200
"""Characters of a highlight, without the dots."""
BEFORE = 60
PLACES = 20
COUNTED = 5
DOTS = "…"

Place = tuple[int, int, int]
"""Start, end and the number of the group that matches there."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A section's id (None when it is the title, the codes or the summary that match) and text."""

    section: str | None
    text: str


def highlight(document: StoredDocument, query: Query) -> Highlight:
    """Where to look first; national text, and the chosen region's."""
    seen = [
        passage
        for passage in document.passages
        if passage.region in ("", query.region)
        and is_for(passage.care_levels, query.filters.care_level)
    ]
    best = max(seen, key=lambda passage: _worth(passage, query), default=None)
    if best is None or not any(_worth(best, query)[::2]):
        # Nothing in running text: how the article begins.
        best = next((passage for passage in seen if passage.text), None)
        return Highlight(None, _cut(best.text, 0) if best else "")
    places = sorted(_places(best, query))
    return Highlight(best.section, _cut(best.text, _densest(places)))


def _worth(passage: StoredPassage, query: Query) -> tuple[int, bool, int, int]:
    """More of what was asked for, then a section before the summary, then headings, then often."""
    matched = headed = often = 0
    for group in query.groups:
        count = min(sum(passage.stream.count(f" {token} ") for token in group.tokens), COUNTED)
        in_heading = any(f" {token} " in passage.heading for token in group.tokens)
        matched += bool(count or in_heading)
        headed += in_heading
        often += count
    return matched, passage.section is not None, headed, often


def _places(passage: StoredPassage, query: Query) -> Iterator[Place]:
    for number, group in enumerate(query.groups):
        for token in group.tokens:
            for start, end in passage.places(token, most=PLACES):
                yield start, end, number


def _densest(places: list[Place]) -> int:
    """Where a window of a highlight's length meets most groups; the first such place."""
    best, most = 0, 0
    for start, _end, _group in places:
        last = start - BEFORE + LENGTH
        met = {group for begin, end, group in places if begin >= start and end <= last}
        if len(met) > most:
            best, most = start, len(met)
    return best


def _cut(text: str, place: int) -> str:
    """About `LENGTH` characters around a place, whole words, with dots where text is left out."""
    start = max(0, min(place - BEFORE, len(text) - LENGTH))
    end = min(len(text), start + LENGTH)
    if start > 0:
        space = text.find(" ", start, place)
        start = space + 1 if space >= 0 else place
    if end < len(text):
        space = text.rfind(" ", place, end)
        end = space if space > place else end
    before, after = DOTS if start > 0 else "", DOTS if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"
