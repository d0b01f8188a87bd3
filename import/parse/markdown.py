"""The Markdown that we read: CommonMark, tables, footnotes, `{#id}`, `:::`; no raw HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.token import Token

from . import citations, comments, fences, headings, links, nesting, tables
from .document import Document
from .environment import Environment
from .faults import Faults
from .html import HtmlRenderer, sanitise

_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address is a link until `links` has looked at it: so that none goes unseen."""
        return True


@dataclass(frozen=True, slots=True)
class Text:
    """A file's Markdown as tokens; lines inside are 0-based, those of faults are the file's."""

    tokens: Sequence[Token]
    lines: Sequence[str]
    environment: Environment
    env: dict[str, Any]

    def fault(self, message: str, line: int) -> None:
        self.environment.fault(message, line)

    def file_line(self, line: int) -> int:
        return self.environment.first_line + line

    def html(self, tokens: Sequence[Token]) -> str:
        """Sanitised HTML of block tokens, or of the children of an inline token."""
        parser = _parser()
        return sanitise(parser.renderer.render(tokens, parser.options, self.env))

    def link_definition(self, label: str) -> tuple[str, str]:
        """The address and title that a link's label stands for."""
        return links.link_target(self.env["references"][label])


def read_text(document: Document, faults: Faults) -> Text:
    """Read a file's body; faults of its structure are added, not raised."""
    environment = Environment(first_line=document.body_line, faults=faults)
    env: dict[str, Any] = {}
    environment.put_in(env)
    tokens = _parser().parse(document.body, env)
    return Text(tokens, document.body.split("\n"), environment, env)


@cache
def _parser() -> _Parser:
    options: dict[str, Any] = {"html": False, "xhtmlOut": False, "store_labels": True}
    options["maxNesting"] = nesting.NEVER_REACHED
    parser = _Parser("commonmark", options, renderer_cls=HtmlRenderer)
    parser.enable("table").disable(["html_block", "html_inline"])
    _add_block_rules(parser)
    _add_inline_rules(parser)
    _add_core_rules(parser)
    return parser


def _add_block_rules(parser: MarkdownIt) -> None:
    rules = parser.block.ruler
    rules.at("table", tables.bounded_table, {"alt": ["paragraph", "reference"]})
    rules.before("table", "nesting", nesting.block_guard)
    rules.before("fence", "container", fences.fence, _INTERRUPTS)
    rules.before("reference", "definition", citations.definition, _INTERRUPTS)


def _add_inline_rules(parser: MarkdownIt) -> None:
    rules = parser.inline.ruler
    rules.before("text", "nesting", nesting.inline_guard)
    rules.before("link", "citation", citations.citation)
    rules.at("image", links.positioned_image)


def _add_core_rules(parser: MarkdownIt) -> None:
    rules = parser.core.ruler
    rules.after("block", "nesting", nesting.check_blocks)
    rules.after("nesting", "comments", comments.drop_comments)
    rules.after("comments", "duplicate_links", links.check_duplicates)
    rules.after("duplicate_links", "heading_ids", headings.take_ids)
    rules.at("inline", links.read_inlines)
    rules.after("inline", "inline_nesting", nesting.check_inline)
