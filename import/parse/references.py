"""Footnotes: what is defined, and that what is cited is defined once."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from ..source import Reference
from .blocks import refuse_inside
from .citations import LABEL_RULE, citations_in, is_label
from .limits import MAX_FOOTNOTES
from .markdown import Text
from .nodes import Node, nodes
from .origin import source_of


def read_references(text: Text) -> dict[str, Reference]:
    """Every definition by its label, in source order; faults of footnotes are added."""
    found: dict[str, Reference] = {}
    for number, node in enumerate(_definitions(text)):
        if number == MAX_FOOTNOTES:
            text.environment.stop(f"more than {MAX_FOOTNOTES} footnotes", node.start)
        label = node.tokens[0].meta["label"]
        if label in found:
            message = f"the footnote `[^{label}]` is defined twice, first on line "
            text.fault(f"{message}{found[label].line}", node.start)
            continue
        found[label] = _reference(text, label, node)
    _refuse_dangling(text, found)
    return found


def _definitions(text: Text) -> Iterator[Node]:
    depth = start = 0
    for position, token in enumerate(text.tokens):
        if token.type == "footnote_reference_open":
            start = position if depth == 0 else start
            depth += 1
        elif token.type == "footnote_reference_close":
            depth -= 1
            if depth == 0:
                yield Node(text.tokens[start : position + 1])


def _reference(text: Text, label: str, node: Node) -> Reference:
    refuse_inside(text, node)
    for citation in citations_in(node.inside):
        text.fault("a citation cannot stand inside a footnote", citation.line)
    paragraphs = [_inline(text, inner) for inner in nodes(node.inside)]
    html = [text.html(inline.children or []) for inline in paragraphs if inline]
    if not any(html):
        text.fault(f"the footnote `[^{label}]` is empty", node.start)
    return Reference(
        label=label,
        html="<br>".join(part for part in html if part),
        source=source_of(text, node).lstrip(" "),
        line=text.file_line(node.start),
    )


def _inline(text: Text, node: Node) -> Token | None:
    if node.type == "paragraph":
        return node.tokens[1]
    text.fault("a footnote holds paragraphs only, no lists, tables or code", node.start)
    return None


def _refuse_dangling(text: Text, found: dict[str, Reference]) -> None:
    for citation in citations_in(text.tokens):
        shown = citation.label[:40]
        if not is_label(citation.label):
            message = f"`[^{shown}]` is not a citation's label; {LABEL_RULE}; write `\\[^` for text"
            text.fault(message, citation.line)
        elif citation.label not in found:
            message = f"`[^{shown}]` has no footnote; define it as `[^{shown}]: …`"
            text.fault(f"{message}, or write `\\[^` for text", citation.line)
