"""HTML that this package has written → its words."""

from __future__ import annotations

import re
from html import unescape

_BETWEEN = re.compile(r"<br/?>|</?(?:p|li|ul|ol|h\d)>")
_TAG = re.compile(r"<[^>]*>")


def text_of(html: str) -> str:
    spaced = _TAG.sub("", _BETWEEN.sub(" ", html))
    return " ".join(unescape(spaced).split())
