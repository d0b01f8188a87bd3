"""Words → stems, by the language of the text; once, never a stem again."""

from __future__ import annotations

from functools import lru_cache
from threading import local
from typing import Any

import snowballstemmer

ALGORITHMS = {"sv": "swedish", "sv-x-lattlast": "swedish", "en": "english", "fi": "finnish"}
"""A language that is missing here is not stemmed."""

_own = local()
"""Stemmers hold the word they work on, so each thread has its own."""


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The stem that a word is indexed and asked for by; words with digits are their own.

    >>> stem("linserna", "sv"), stem("cataracts", "en"), stem("b12", "sv")
    ('lins', 'cataract', 'b12')
    """
    algorithm = ALGORITHMS.get(language)
    if algorithm is None or not word.isalpha():
        return word
    stemmed: str = _stemmer(algorithm).stemWord(word)
    return stemmed


def _stemmer(algorithm: str) -> Any:
    if not hasattr(_own, algorithm):
        setattr(_own, algorithm, snowballstemmer.stemmer(algorithm))
    return getattr(_own, algorithm)
