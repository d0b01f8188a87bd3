"""Published HTML → the words in it."""

from __future__ import annotations

import re

import nh3

WHITE_SPACE = re.compile(r"\s+")


def plain_text(html: str) -> str:
    """The words alone, with entities resolved and white space folded."""
    spaced = html.replace("<", " <")
    text = nh3.clean(spaced, tags=set())
    return WHITE_SPACE.sub(" ", unescape(text)).strip()


def unescape(text: str) -> str:
    """nh3 writes these four entities and no others."""
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\xa0"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text
