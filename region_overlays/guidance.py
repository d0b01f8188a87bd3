"""What a supplement should be thought over for: it answers where and how, and no more. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from typing import Any

from django.utils.translation import gettext as _

from content_models.documents.plain_words import plain_text

Block = Mapping[str, Any]
"""A block of an edition's document."""

WORDS = re.compile(r"\w+")
FEWEST_WORDS = 4
"""Beside a link, fewer than this only name it: “Läs mer här”."""
UNITS = (
    *("mg/kg", "mikrog/kg", "µg/kg", "mg", "mikrogram", "mikrog", "µg", "mcg", "g", "gram"),
    *("ml", "mL", "IE", "E", "mmol", "droppar", "dropp", "tabletter", "tablett", "tabl"),
)
DOSE = re.compile(
    r"(?<![\w.,])(\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?)\s*(?:x\s*\d+\s*)?"
    rf"({'|'.join(map(re.escape, UNITS))})(?![\w/])",
)
"""A number and a unit of medicine: 5 mg, 1 000 IE, 0,5 ml."""


class Advice(StrEnum):
    ONLY_LINKS = "only-links"
    REPEATS_DOSE = "repeats-dose"
    STATES_DOSE = "states-dose"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Advised:
    """A piece of advice, and the words that gave rise to it."""

    advice: Advice
    about: str = ""

    def words(self) -> str:
        return WORDING[self.advice]() % {"about": self.about}


WORDING = {
    Advice.ONLY_LINKS: lambda: _(
        "This is only a link. Say where and how with you: the link may break, and readers of a "
        "printed page have nothing."
    ),
    Advice.REPEATS_DOSE: lambda: _(
        "“%(about)s” stands in the national text too. When it is changed there, yours will say "
        "something else: leave the dose to the national text."
    ),
    Advice.STATES_DOSE: lambda: _(
        "“%(about)s” looks like a dose. Medical facts are the national text's; a supplement "
        "answers where and how."
    ),
    Advice.LONG: lambda: _(
        "This is longer than the national section that it stands in (%(about)s words). Could some "
        "of it be left out?"
    ),
}


def advice_on(
    blocks: Sequence[Block], national: Mapping[str, Any] | None, section: str
) -> list[Advised]:
    """What to tell the writer of these blocks; `national` is the article's document, if any."""
    return [
        *_on_links(blocks),
        *_on_doses(blocks, national),
        *_on_length(blocks, national, section),
    ]


def _on_links(blocks: Sequence[Block]) -> Iterator[Advised]:
    split = [_split(block) for block in blocks]
    links = sum(count for _words, count in split)
    if links and sum(words for words, _count in split) < FEWEST_WORDS:
        yield Advised(Advice.ONLY_LINKS)


def _split(block: Block) -> tuple[int, int]:
    """(words outside links, links); a file to open is a link."""
    if "html" not in block:
        return 0, 1 if block.get("src") else 0
    reader = _Reader()
    reader.feed(block["html"])
    reader.close()
    return len(WORDS.findall(" ".join(reader.outside))), reader.links


def _on_doses(blocks: Sequence[Block], national: Mapping[str, Any] | None) -> Iterator[Advised]:
    sections = national["sections"] if national else ()
    known = doses_in(block for section in sections for block in section["blocks"])
    for normal, written in doses_in(blocks).items():
        yield Advised(Advice.REPEATS_DOSE if normal in known else Advice.STATES_DOSE, written)


def doses_in(blocks: Iterable[Block]) -> dict[str, str]:
    """Dose in one spelling → as it is written first."""
    found: dict[str, str] = {}
    for block in blocks:
        for match in DOSE.finditer(plain_text(block.get("html", ""))):
            number = re.sub(r"\s", "", match[1]).replace(",", ".")
            found.setdefault(f"{number} {match[2].lower()}", match[0])
    return found


def _on_length(
    blocks: Sequence[Block], national: Mapping[str, Any] | None, section: str
) -> Iterator[Advised]:
    around = [one for one in national["sections"] if one["id"] == section] if national else []
    limit = sum(_words_in(one["blocks"]) for one in around)
    if limit and _words_in(blocks) > limit:
        yield Advised(Advice.LONG, str(limit))


def _words_in(blocks: Iterable[Block]) -> int:
    return sum(len(WORDS.findall(plain_text(block.get("html", "")))) for block in blocks)


class _Reader(HTMLParser):
    """Text outside links, and how many links there are."""

    def __init__(self) -> None:
        super().__init__()
        self.outside: list[str] = []
        self.links = 0
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "a":
            self.links += 1
            self._inside += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._inside = max(0, self._inside - 1)

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.outside.append(data)
