"""Stored rich text → the HTML that is published: an allowlist, semantic tags, resolved links."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import nh3
from wagtail.rich_text.rewriters import LinkRewriter

from content_models.documents.plain_words import WHITE_SPACE

TAGS = {
    *("p", "br", "hr", "h4", "h5", "h6", "strong", "em", "b", "i", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "a", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto", "tel"}
SEMANTIC = {"<b>": "<strong>", "</b>": "</strong>", "<i>": "<em>", "</i>": "</em>"}

LONE_PARAGRAPH = re.compile(r"<td><p>((?:(?!</?p>).)*)</p></td>", re.DOTALL)

LinkResolver = Callable[[str, dict[str, str]], str | None]
"""(link type, attributes) → address, or None for a link whose target is gone."""


def clean(html: str, *, resolve_link: LinkResolver) -> str:
    """Publishable HTML; a link whose target is gone keeps its text and loses its address."""
    if "linktype=" in html:
        html = _with_addresses(html, resolve_link)
    html = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    for old, new in SEMANTIC.items():
        html = html.replace(old, new)
    # The editor wraps a cell's words in a paragraph and puts empty ones around a rule.
    return LONE_PARAGRAPH.sub(r"<td>\1</td>", html.replace("<p></p>", ""))


def _with_addresses(html: str, resolve_link: LinkResolver) -> str:
    def rule(link_type: str) -> Callable[[dict[str, str]], str]:
        def opening(attributes: dict[str, str]) -> str:
            address = resolve_link(link_type, attributes)
            return f'<a href="{address}">' if address else "<a>"

        return opening

    rules = {name: rule(name) for name in ("page", "document")}
    return str(LinkRewriter(rules, reference_extractors={})(html))


AROUND_TAGS = re.compile(r"\s*(</?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|h\d|br|hr)\b[^>]*>)\s*")


def content_hash(*values: str) -> str:
    """16 hex digits that move when content moves; white space does not count."""
    normal = "\x1f".join(_normal(value) if value else "" for value in values)
    return hashlib.sha256(normal.encode()).hexdigest()[:16]


def _normal(value: str) -> str:
    return WHITE_SPACE.sub(" ", AROUND_TAGS.sub(r"\1", value)).strip()
