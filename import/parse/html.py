"""Tokens → sanitised HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import nh3
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from .citations import escape_lookalikes
from .links import SCHEMES

_TAGS = {
    *("p", "br", "h4", "h5", "h6", "strong", "em", "code", "pre", "blockquote", "hr"),
    *("ul", "ol", "li", "a", "table", "thead", "tbody", "tr", "th", "td"),
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=set(),
    attributes={"a": {"href"}, "ol": {"start"}},
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def sanitise(html: str) -> str:
    """The belt to the renderer's braces: nothing but the tags and attributes above."""
    return _CLEANER.clean(html).strip()


class HtmlRenderer(RendererHTML):
    """markdown-it's renderer, without classes and titles, with citations kept as text."""

    __output__: ClassVar[str] = "html"

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        before_citation = idx + 1 < len(tokens) and tokens[idx + 1].type == "citation"
        return escapeHtml(escape_lookalikes(tokens[idx].content, before_citation=before_citation))

    def citation(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        return f"[^{tokens[idx].content}]"

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        href = str(tokens[idx].attrGet("href")).replace("[^", "[%5E")
        return f'<a href="{escapeHtml(href)}">'

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<pre><code>{escapeHtml(tokens[idx].content)}</code></pre>\n"


def plain_text(tokens: Sequence[Token]) -> str:
    """Inline tokens as text, formatting left out."""
    return "".join(_plain(token) for token in tokens)


def _plain(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return plain_text(token.children or ())
