"""The readability index LIX, as C.-H. Björnsson defined it (Läsbarhet, 1968)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[-’'.:][^\W_]+)*")
"""Letters and digits; hyphens and the like inside a word keep it one (`e-tjänst`, `H26.9`)."""
SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s|$)")
LONGEST_SHORT_WORD = 6
"""Letters: a word with more is long."""
FEWEST_WORDS = 20
"""Under this the index says nothing of a text."""


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts of a text; `lix` is None for a text too short to say."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> int | None:
        """Words in a sentence + long words in a hundred, rounded."""
        if self.words < FEWEST_WORDS:
            return None
        return round(self.words / max(1, self.sentences) + 100 * self.long_words / self.words)


def readability_of(paragraphs: Iterable[str]) -> Readability:
    """Of plain text; a paragraph, heading or list item ends its sentence with or without a stop."""
    words = sentences = long_words = 0
    for paragraph in paragraphs:
        for start, end in sentences_in(paragraph):
            found = WORD.findall(paragraph, start, end)
            words += len(found)
            sentences += bool(found)
            long_words += sum(map(is_long, found))
    return Readability(words, sentences, long_words)


def is_long(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > LONGEST_SHORT_WORD


def sentences_in(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    start = 0
    for stop in SENTENCE_END.finditer(text):
        yield start, stop.end()
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)
