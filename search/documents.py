"""Editions → what is indexed of an article in one language; pure.

An engine splits nothing and stems nothing: tokens are ready, and what an answer needs of a hit
lies beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from region_overlays.composition import NationalPart, SupplementPart, compose
from search.analysis.analyser import Analysed, analyse
from search.plain_text import folded_space, words_of
from search.query.building import code_tokens

Json = Mapping[str, Any]
ALL_LEVELS = ("primary", "specialised")
ALWAYS = (0, 2**40)
"""Seconds: from 1970 until far beyond the calendar's last year."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that a highlight can be cut from: the summary, a section, or a supplement in one."""

    section: str | None
    region: str
    """Two-digit code; empty for national text."""
    care_levels: tuple[str, ...]
    heading: Analysed
    text: Analysed


@dataclass(frozen=True, slots=True)
class Codes:
    """Tokens of an article's codes and of all codes above them, and their categories' numbers."""

    own: tuple[str, ...]
    ancestors: tuple[str, ...]
    categories: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One national edition with the supplements of every region."""

    id: str
    """The national part, `katarakt/sv`."""
    sequence: int
    key: str
    kind: str
    audience: str
    language: str
    title: Analysed
    keywords: Analysed
    codes: Codes
    programme_area: str | None
    care_levels: tuple[str, ...]
    ages: tuple[int, int] | None
    shown: tuple[int, int]
    """Seconds since 1970: from the first until just before the last; news have their time."""
    passages: tuple[Passage, ...]

    def national(self) -> Iterator[Passage]:
        return (passage for passage in self.passages if not passage.region)

    def regional(self, region: str) -> Iterator[Passage]:
        return (passage for passage in self.passages if passage.region == region)


def document_of(
    national: NationalPart, supplements: Mapping[str, Sequence[SupplementPart]], today: date
) -> SearchDocument:
    """The document of an edition and, by region, the supplements that are shown with it today."""
    document = national.document
    language: str = document["language"]
    regional = (
        passage
        for region, parts in sorted(supplements.items())
        for passage in _regional(national, region, parts, today)
    )
    ages = document["ages"]
    return SearchDocument(
        id=document["part"],
        sequence=national.sequence,
        key=document["key"],
        kind=document["kind"],
        audience=document["audience"],
        language=language,
        title=analyse(folded_space(document["title"]), language),
        keywords=analyse(folded_space(" ".join(document["keywords"])), language),
        codes=_codes(document["diagnosis_codes"]),
        programme_area=document["programme_area"],
        care_levels=tuple(document["care_levels"]) or ALL_LEVELS,
        ages=(ages["min"], ages["max"]) if ages else None,
        shown=(
            _seconds(document.get("show_from"), ALWAYS[0]),
            _seconds(document.get("show_until"), ALWAYS[1]),
        ),
        passages=(*_national(document, language), *regional),
    )


def _seconds(moment: str | None, default: int) -> int:
    return int(datetime.fromisoformat(moment).timestamp()) if moment else default


def _national(document: Json, language: str) -> Iterator[Passage]:
    nothing = analyse("", language)
    yield Passage(None, "", (), nothing, analyse(folded_space(document["summary"]), language))
    for section in document["sections"]:
        yield Passage(
            section["id"],
            "",
            tuple(section["care_levels"]),
            analyse(folded_space(section["title"]), language),
            analyse(words_of(section["blocks"]), language),
        )


def _regional(
    national: NationalPart, region: str, parts: Sequence[SupplementPart], today: date
) -> Iterator[Passage]:
    language: str = national.document["language"]
    nothing = analyse("", language)
    # Composition decides where a supplement stands, and whether it is withheld.
    for section in compose(national, parts, today=today).sections:
        for block in section["blocks"]:
            if block["type"] == "supplement":
                levels = tuple(block["care_levels"])
                text = analyse(words_of(block["blocks"]), language)
                yield Passage(section["id"], region, levels, nothing, text)


def _codes(codes: Sequence[str]) -> Codes:
    tokens = [code_tokens(code) for code in codes]
    return Codes(
        own=tuple(token for token, _above, _number in tokens),
        ancestors=tuple(dict.fromkeys(code for _token, above, _number in tokens for code in above)),
        categories=tuple(dict.fromkeys(n for _token, _above, n in tokens if n is not None)),
    )
