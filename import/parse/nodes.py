"""Flat tokens → the top-level nodes that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from .containers import Container


@dataclass(frozen=True, slots=True)
class Node:
    """A Markdown node with everything inside it; `start` and `end` are 0-based lines."""

    tokens: Sequence[Token]

    @property
    def type(self) -> str:
        return self.tokens[0].type.removesuffix("_open")

    @property
    def tag(self) -> str:
        return self.tokens[0].tag

    @property
    def start(self) -> int:
        return line_of(self.tokens[0])

    @property
    def end(self) -> int:
        return self.tokens[0].map[1] if self.tokens[0].map else self.start + 1

    @property
    def inside(self) -> Sequence[Token]:
        return self.tokens[1:-1]

    @property
    def container(self) -> Container | None:
        """None unless it is a container whose opening line could be read."""
        found = self.tokens[0].meta.get("container")
        return found if isinstance(found, Container) else None


def line_of(token: Token) -> int:
    return token.map[0] if token.map else 0


def nodes(tokens: Sequence[Token]) -> Iterator[Node]:
    """The nodes of one level, in order."""
    start = depth = 0
    for position, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield Node(tokens[start : position + 1])
            start = position + 1
