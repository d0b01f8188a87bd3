"""One spelling for letters that are written in more than one way; å, ä and ö stay as they are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

KEPT = frozenset("åäö")
LIKE_SWEDISH = {"æ": "ä", "ø": "ö", "đ": "d", "ð": "d", "ł": "l", "ŧ": "t", "þ": "th", "œ": "oe"}
MARKS = range(0x0300, 0x0370)
SOFT_HYPHEN = "\xad"


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, é → e, ü → u, æ → ä; folding what is folded changes nothing.

    >>> fold("Ménière"), fold("KÖLD"), fold("Æble")
    ('meniere', 'köld', 'äble')
    """
    if word.isascii():
        return word.lower()
    previous, folded = "", word
    while folded != previous:
        previous, folded = folded, _once(folded)
    return folded


def _once(word: str) -> str:
    composed = unicodedata.normalize("NFC", word.replace(SOFT_HYPHEN, "").casefold())
    return unicodedata.normalize("NFC", "".join(map(_letter, composed)))


def _letter(letter: str) -> str:
    if letter in KEPT or letter.isascii():
        return letter
    if letter in LIKE_SWEDISH:
        return LIKE_SWEDISH[letter]
    parts = unicodedata.normalize("NFD", letter)
    return "".join(part for part in parts if ord(part) not in MARKS)
