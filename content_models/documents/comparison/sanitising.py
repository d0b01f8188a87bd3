"""The HTML that a comparison reads and writes: what documents may hold, and marks of change."""

from __future__ import annotations

import nh3

TAGS = {
    *("p", "br", "hr", "h4", "h5", "h6", "strong", "em", "b", "i", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "span"),
}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto", "tel"}
CITATION = {"span": {"citation"}}
MARKS = {"ins", "del"}
BLANK = "blank"
"""The class of a mark in which the eye would see nothing."""


def sanitised(html: str) -> str:
    """Well-formed HTML of what documents hold."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CITATION,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def sanitised_with_marks(html: str) -> str:
    """The same, with <ins> and <del>."""
    return nh3.clean(
        html,
        tags=TAGS | MARKS,
        attributes=ATTRIBUTES,
        allowed_classes=CITATION | {mark: {BLANK} for mark in MARKS},
        url_schemes=SCHEMES,
        link_rel=None,
    )
