"""Text → words with their places in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis.codes import CODE, dotless
from search.analysis.folding import fold

LETTER = r"[^\W_]"
IN_WORD = r"(?:[^\W_]|[\u0300-\u036f\u00ad])"
TOKEN = re.compile(rf"(?P<code>(?a:{CODE})(?!{IN_WORD}))|{LETTER}{IN_WORD}*")
LONGEST = 64
"""Characters; what is longer is no word of any language, and is cut alike in text and query."""


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, not stemmed, and where it stands in the text that was given."""

    text: str
    start: int
    end: int
    is_code: bool = False


def normal(text: str) -> str:
    """The form of text that places refer to: composed letters."""
    return unicodedata.normalize("NFC", text)


def words(text: str) -> Iterator[Word]:
    """The words of text in `normal` form; a code is one word, without its dot."""
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if match["code"]:
            yield Word(dotless(match["code"]), start, end, is_code=True)
            continue
        folded = fold(match[0])[:LONGEST]
        if folded:
            yield Word(folded, start, end)
