"""What suits readers of an age: a rule of our own, from how LIX is commonly read.

LIX under 25 is the language of books for children, 30 that of easy prose, 40 that of ordinary
prose (Björnsson 1968). A page is judged by its youngest readers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reader:
    """The most that suits: the index, and words in a sentence."""

    highest_lix: int
    longest_sentence: int


ADULT = Reader(40, 20)
BY_AGE: tuple[tuple[int, Reader], ...] = (
    (6, Reader(22, 10)),
    (9, Reader(25, 12)),
    (12, Reader(30, 15)),
    (17, Reader(35, 18)),
)
"""Oldest age → what suits readers up to it."""


def reader_aged(youngest: int | None) -> Reader:
    """What suits readers from this age; None: grown-ups."""
    if youngest is None:
        return ADULT
    return next((reader for oldest, reader in BY_AGE if youngest <= oldest), ADULT)
