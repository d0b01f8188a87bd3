"""What the Markdown rules of one file share, carried in markdown-it's `env`."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, NoReturn, cast

from .faults import Faults

_NAME = "tillagg"


@dataclass(slots=True)
class OpenContainer:
    """A container not yet closed; `level` is markdown-it's level inside it."""

    colons: int
    level: int
    closed_at: int | None = None


@dataclass(slots=True)
class Environment:
    """Where the text begins in its file, what is wrong with it, which containers are open."""

    first_line: int
    faults: Faults
    open: list[OpenContainer] = field(default_factory=list)
    cells: int = 0
    """In the tables so far."""
    inline_line: int = 0
    """The 0-based line of the paragraph being read."""

    def put_in(self, env: MutableMapping[str, Any]) -> None:
        env[_NAME] = self

    def fault(self, message: str, line: int) -> None:
        """A fault at a 0-based line of the text."""
        self.faults.add(message, line=self.first_line + line)

    def stop(self, message: str, line: int) -> NoReturn:
        """A fault at a 0-based line of the text after which reading on is no use."""
        self.faults.stop(message, line=self.first_line + line)


def environment_of(env: MutableMapping[str, Any]) -> Environment:
    return cast(Environment, env[_NAME])
