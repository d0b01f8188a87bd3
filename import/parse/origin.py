"""The Markdown that a node was written as."""

from __future__ import annotations

from collections.abc import Iterator

from .markdown import Text
from .nodes import Node


def source_of(text: Text, node: Node) -> str:
    """A node's exact lines, then the definitions of the links that it makes by reference."""
    lines = list(text.lines[node.start : node.end])
    while lines and not lines[-1].strip(" \t"):
        lines.pop()
    definitions = [_link_definition(text, label) for label in _labels(node)]
    return "\n".join([*lines, "", *definitions] if definitions else lines)


def _labels(node: Node) -> Iterator[str]:
    found = (label for token in node.tokens for label in token.meta.get("labels", ()))
    yield from dict.fromkeys(found)


def _link_definition(text: Text, label: str) -> str:
    href, title = text.link_definition(label)
    address = href.replace("&", "&amp;")
    quoted = title.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f"[{label}]: <{address}>" + (f' "{quoted}"' if quoted else "")
