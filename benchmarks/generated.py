"""Markdown made up for measuring: articles of twelve sections, and supplements to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

SECTIONS = 12
TEXT = (
    "linsen ögat synen patienten utredning behandling mottagningen besöket remissen uppföljning "
    "symtom läkaren operation undersökning rekommendation kontroll primärvård bedömning"
)
WORDS = TEXT.split()
CODES = "H25\tÅldersstarr\nH26\tAnnan starr\nH26.9\tStarr, ospecificerad\n"
PLACES = ("at=avsnitt-2 after=1", "at=avsnitt-5")
"""After a block, and at a section's end."""


def write_codes(folder: Path) -> Path:
    """The code list that the articles need."""
    path = folder / "codes.tsv"
    path.write_text(CODES, encoding="utf-8")
    return path


def article(key: str) -> str:
    """A clinical knowledge support; the same key gives the same text."""
    random = Random(key)
    sections = "".join(_section(number, random) for number in range(SECTIONS))
    references = "".join(
        f"[^{number}]: Utgivare {number}. *Titel*. 2021. <https://example.org/{number}>\n"
        for number in range(SECTIONS)
    )
    return f"""---
kind: knowledge-support
key: {key}
title: Artikel {key}
summary: {_paragraph(random, 15)}
diagnosis_codes: [H25, H26.9]
programme_area: Ögonsjukdomar
care_levels: [primary, specialised]
approved: {{date: 2022-01-10, by: Nationellt programområde ögonsjukdomar}}
review_by: 2030-01-10
keywords: [starr, linsgrumling]
---
{sections}{references}"""


def supplement(key: str, region: str, places: Sequence[str] = PLACES) -> str:
    """One region's supplements to the article, at these places."""
    random = Random(f"{key}/{region}")
    written = "\n".join(f"::: supplement {at}\n{_paragraph(random)}\n:::\n" for at in places)
    return f"""---
kind: supplement
article: {key}
region: "{region}"
approved: {{date: 2022-02-06, by: Västra Götalandsregionen}}
---
{written}"""


def _section(number: int, random: Random) -> str:
    return f"""## Avsnitt {number} {{#avsnitt-{number}}}

{_paragraph(random)}[^{number}]

- {_paragraph(random, 12)}
- {_paragraph(random, 12)}

{_paragraph(random)}

"""


def _paragraph(random: Random, words: int = 60) -> str:
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."
