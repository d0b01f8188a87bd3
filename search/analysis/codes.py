"""Diagnosis codes in running text: `H25.1`, `h251`, `H25-P`, and the ranges between categories."""

from __future__ import annotations

import re

CODE = r"[A-Za-z]\d{2}(?:\.?\d[0-9A-Za-z]?)?(?:-[Pp])?"
"""As a part of another expression, with nothing of a word before and after it."""

CATEGORY = re.compile(r"^[a-z]\d{2}$")
WHOLE = re.compile(rf"^{CODE}$", re.ASCII)
RANGE = re.compile(r"^([A-Za-z]\d{2})[-–]([A-Za-z]\d{2})$", re.ASCII)


def dotless(code: str) -> str:
    """The token of a code: lower case, no dot, no marker (`H26.9*` → `h269`)."""
    return code.strip().lower().replace(".", "").rstrip("†+*")


def is_code(text: str) -> bool:
    return WHOLE.match(text) is not None


def ancestors(token: str) -> tuple[str, ...]:
    """The tokens of the codes that a code's form puts it beneath, nearest first.

    >>> ancestors("h2511"), ancestors("h25-p"), ancestors("h25")
    (('h251', 'h25'), ('h25',), ())
    """
    bare = token.removesuffix("-p")
    above = [bare[:length] for length in range(len(bare) - 1, 2, -1)]
    return tuple([bare, *above] if bare != token else above)


def category_number(token: str) -> int | None:
    """Where a code's category stands among all categories, so that ranges are ranges of numbers.

    None for what is not a code of one category.

    >>> category_number("a00"), category_number("h251")
    (0, 725)
    """
    if not CATEGORY.match(token[:3]) or RANGE.match(token):
        return None
    return (ord(token[0]) - ord("a")) * 100 + int(token[1:3])


def range_of(text: str) -> tuple[int, int] | None:
    """A range's first and last category as numbers; None for other text and upside-down ranges."""
    match = RANGE.match(text.strip())
    if match is None:
        return None
    first, last = (category_number(end.lower()) for end in match.groups())
    if first is None or last is None or first > last:
        return None
    return first, last
