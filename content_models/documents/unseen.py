"""Characters that no text may hold: nobody sees them, and some change how a text reads."""

from __future__ import annotations

import re

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e]")
"""Control characters but tab and line breaks, and the bidirectional embeddings and overrides of
Unicode's Annex 9, which can make a dose read backwards. Text from right to left needs none of
them, and its isolates (U+2066–U+2069) are allowed.
"""
_AROUND = 20


def unseen_in(text: str) -> str | None:
    """The first such character by its name, with the words around it; None if there is none.

    >>> unseen_in("Ta \\u202e10 mg")
    'U+202E (“Ta ⟨U+202E⟩10 mg”)'
    """
    found = UNSEEN.search(text)
    if found is None:
        return None
    name = f"U+{ord(found[0]):04X}"
    before = text[max(0, found.start() - _AROUND) : found.start()]
    after = text[found.end() : found.end() + _AROUND]
    return f"{name} (“{_seen(before)}⟨{name}⟩{_seen(after)}”)"


def _seen(text: str) -> str:
    return UNSEEN.sub("", text)
