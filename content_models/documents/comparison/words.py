"""Text → the words that are compared. A number is one word, with its sign, decimals and range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content_models.documents.comparison.result import Piece
from content_models.documents.comparison.sequences import in_common, without_islands

COLLAPSIBLE = " \t\r\n\f"
"""What a browser shows as one space; other spaces, such as no-break ones, are words."""
WORD = re.compile(
    r"""
    (?P<space>[ \t\r\n\f]+)
    | (?P<thousands>[<>≤≥=±~≈+\-−–]*\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?!\w))
    | (?P<word>
        (?:[<>≤≥=±~≈+\-−–.,]+(?=\d))?
        \w(?:[\w.,:/·×^'’%‰°²³µ−–-]*[\w%‰°²³])?
      )
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A place in a text, and the key that another text's word must have to be the same."""

    start: int
    end: int
    key: str


def words_of(text: str, *, keep_spaces: bool) -> Iterator[Word]:
    """`keep_spaces`: white space other than one space between words is a word too."""
    for found in WORD.finditer(text):
        start, end = found.span()
        if found.lastgroup == "space":
            is_between = start > 0 and end < len(text)
            if keep_spaces and not (found[0] == " " and is_between):
                yield Word(start, end, found[0])
        elif found.lastgroup == "mark":
            yield Word(start, end, _spaced(text, start, end))
        else:
            has_sign = not found[0][0].isalnum()
            yield Word(start, end, _spaced(text, start, end) if has_sign else found[0])


def _spaced(text: str, start: int, end: int) -> str:
    """A mark, or a number with a sign, with the spaces around it: "( 5" is not "(5"."""
    before = start == 0 or text[start - 1] in COLLAPSIBLE
    after = end == len(text) or text[end] in COLLAPSIBLE
    return f"{' ' * before}{text[start:end]}{' ' * after}"


def marked_texts(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two plain texts with the words marked in which they differ."""
    old = list(words_of(before, keep_spaces=True))
    new = list(words_of(after, keep_spaces=True))
    pairs = in_common([word.key for word in old], [word.key for word in new])
    pairs = without_islands(pairs, ends=(len(old), len(new)))
    left, right = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return (
        pieces(before, [(word.start, word.end) for i, word in enumerate(old) if i not in left]),
        pieces(after, [(word.start, word.end) for i, word in enumerate(new) if i not in right]),
    )


def pieces(text: str, changed: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """Cut a text at the changed places; those with only white space between them are one."""
    result: list[Piece] = []
    place = 0
    for start, end in _joined(text, changed):
        if place < start:
            result.append(Piece(text[place:start]))
        result.append(Piece(text[start:end], is_changed=True))
        place = end
    if place < len(text):
        result.append(Piece(text[place:]))
    return tuple(result)


def _joined(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and not text[joined[-1][1] : start].strip(COLLAPSIBLE):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
