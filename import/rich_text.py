"""Sanitised HTML → rich text as the editor itself stores it, so that it can be opened and saved."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

_PARAGRAPH = r"<p>(?:(?!</?(?:p|blockquote)>).)*</p>\s*"
_QUOTE = re.compile(rf"<blockquote>\s*((?:{_PARAGRAPH})+)</blockquote>", re.DOTALL)
_BETWEEN = re.compile(r"</p>\s*<p>")
_LOOSE_ITEM = re.compile(r"<li>\s*<p>")
_BOLD_ITALIC = re.compile(r"<em><strong>([^<]*)</strong></em>")


def editable(html: str) -> str:
    """The same text; the editor wants closed tags, and items and quotes without paragraphs."""
    html = html.replace("<br>", "<br/>").replace("<hr>", "<hr/>")
    html = _BOLD_ITALIC.sub(r"<strong><em>\1</em></strong>", html)
    if _LOOSE_ITEM.search(html):
        html = _tight(html)
    return _QUOTE.sub(_quote, html)


def _quote(match: re.Match[str]) -> str:
    text = _BETWEEN.sub("<br/><br/>", match[1].strip())
    return f"<blockquote>{text.removeprefix('<p>').removesuffix('</p>')}</blockquote>"


def _tight(html: str) -> str:
    tree = BeautifulSoup(html, "html.parser")
    for paragraph in tree.select("li > p"):
        following = paragraph.find_next_sibling()
        if following is not None and following.name == "p":
            paragraph.append(tree.new_tag("br"))
        paragraph.unwrap()
    return tree.decode(formatter="minimal")
