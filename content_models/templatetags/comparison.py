"""A comparison's texts as markup: everything is escaped or sanitised here."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from content_models.documents.comparison import Fact, Piece, Side, Text
from content_models.documents.comparison.sanitising import BLANK, SCHEMES, sanitised_with_marks
from content_models.templatetags.comparison_labels import term, words_for_empty, words_for_none

register = template.Library()

PARTIALS = {
    **dict.fromkeys(("text", "list"), "prose"),
    **dict.fromkeys(("facts", "warning", "exercise", "links", "contact"), "box"),
    **{name: name for name in ("table", "image", "video", "document")},
}
MARKS = {"before": SafeString("del"), "after": SafeString("ins")}
CITATION = re.compile(r'(<span class="citation">.*?</span>)', re.DOTALL)
CITED = re.compile(r'href="#[^"]*?(\d+)"')
INNER_HEADING = re.compile(r"<(/?)h([45])>")


@register.filter
def published(html: str, side: str) -> SafeString:
    """HTML of one side ("before", "after"), its headings below those of the sections."""
    clean = sanitised_with_marks(html)
    clean = CITATION.sub(lambda cited: _to_reference(cited[0], side), clean)
    return mark_safe(INNER_HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}>", clean))


def _to_reference(citation: str, side: str) -> str:
    return CITED.sub(rf'href="#{side}-reference-\1"', citation)


@register.filter
def marked(text: Text | None, side: str) -> SafeString:
    """Plain text with the marks of its side."""
    return _joined(text, side) if text else SafeString()


@register.simple_tag
def value(fact: Fact, side: str, *, with_marks: bool = True) -> SafeString:
    """A fact on one side, in words."""
    text = fact.before if side == "before" else fact.after
    if text is None:
        return format_html("<i>{}</i>", words_for_none(fact.name))
    if not str(text):
        return format_html("<i>{}</i>", words_for_empty(fact.name))
    return _joined(text, side if with_marks else "", name=fact.name)


def _joined(text: Text, side: str, *, name: str = "") -> SafeString:
    between = ", " if text.is_list else ""
    return format_html_join(between, "{}", ((_piece(piece, side, name),) for piece in text.pieces))


def _piece(piece: Piece, side: str, name: str) -> SafeString:
    words = term(name, piece.text)
    if not piece.is_changed or side not in MARKS:
        return format_html("{}", words)
    blank = format_html(' class="{}"', BLANK) if piece.is_blank else ""
    return format_html("<{0}{1}>{2}</{0}>", MARKS[side], blank, words)


@register.filter
def address(text: object) -> str:
    """An address to follow or to show an image from; empty if it is of a kind that may harm."""
    try:
        parts = urlsplit(str(text))
    except ValueError:
        return ""
    is_path = not parts.scheme and str(text).startswith("/")
    return str(text) if is_path or parts.scheme in SCHEMES else ""


@register.filter
def partial(side: Side) -> str:
    """The template that shows a block of this type."""
    return f"content_models/comparison/blocks/{PARTIALS.get(side.type, 'unknown')}.html"
