"""Published blocks → the words that a reader sees of them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

CITATION = re.compile(r'<span class="citation">.*?</span>')
INLINE = re.compile(r"</?(?:a|b|i|em|strong|code|span|sub|sup)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
SPACE = re.compile(r"[\s\x00]+")
WORDED = ("title", "caption", "alt")
"""A block's members that are plain text and seen."""


def plain(html: str) -> str:
    """Published HTML without tags and citation numbers; `<em>å</em>t` stays one word.

    >>> plain('<p>Tryck &lt; 5<span class="citation">[<a href="#ref-1">1</a>]</span>.</p><p>Ja</p>')
    'Tryck < 5. Ja'
    """
    inline = INLINE.sub("", CITATION.sub("", html))
    return folded_space(unescape(TAG.sub(" ", inline)))


def folded_space(text: str) -> str:
    return SPACE.sub(" ", text).strip()


def words_of(blocks: Iterable[Mapping[str, Any]]) -> str:
    """The text of a document's blocks, in order."""
    return " ".join(piece for block in blocks for piece in _pieces(block))


def _pieces(block: Mapping[str, Any]) -> Iterator[str]:
    for name in WORDED:
        if block.get(name):
            yield folded_space(block[name])
    if block.get("html"):
        yield plain(block["html"])
