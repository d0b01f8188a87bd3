"""The clipboard's HTML → a tree of the few elements and attributes that say something."""

from __future__ import annotations

import re

import nh3
from bs4 import BeautifulSoup, Tag

from content_models.pasting.pieces import TooMuch

MAX_BYTES = 2_000_000
MAX_TAGS = 100_000
MAX_NESTING = 100
"""Elements inside each other: the cost of parsing grows with their square."""

_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:]*)")
_VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("param", "source", "track", "wbr"),
}
_SILENT = {
    *("script", "style", "title", "noscript", "iframe", "object", "template", "svg", "math"),
    *("select", "textarea", "button", "audio", "video", "canvas", "map"),
}
"""Elements whose text nobody reads as text."""
_BLOCKS = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
    *("blockquote", "pre", "center", "section", "article", "figure", "figcaption", "address"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
}
_INLINE = {"a", "b", "strong", "i", "em", "span", "font", "sup", "sub", "del", "ins", "br", "img"}
_CLEANER = nh3.Cleaner(
    tags=_BLOCKS | _INLINE,
    clean_content_tags=_SILENT,
    attributes={
        "*": {"class", "style", "id", "role", "hidden", "aria-level", "data-aria-level"},
        "a": {"href"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
        "font": {"face"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def read(html: str) -> Tag:
    """The tree; raises TooMuch.

    Between the parser of browsers, which takes anything, and ours stands what both agree on.
    """
    text = _COMMENT.sub("", _fragment(html))
    # Word shows lists' bullets to browsers by <![if !supportLists]>.
    text = _DECLARATION.sub("", text)
    _check_size(text)
    return BeautifulSoup(_CLEANER.clean(text), "html.parser")


def _fragment(html: str) -> str:
    """Windows' clipboard holds the whole document, with marks around what was copied."""
    _before, start, after = html.partition(_START)
    return after.partition(_END)[0] if start else html


def _check_size(text: str) -> None:
    if len(text.encode(errors="replace")) > MAX_BYTES:
        raise TooMuch("size", MAX_BYTES)
    depth = 0
    for number, tag in enumerate(_TAG.finditer(text)):
        if number == MAX_TAGS:
            raise TooMuch("size", MAX_BYTES)
        closing, name = tag.groups()
        if name.lower() not in _VOID:
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_NESTING:
            raise TooMuch("nesting", MAX_NESTING)
