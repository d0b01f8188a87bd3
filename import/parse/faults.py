"""All that is wrong with one file, so that the refusal can name the first of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from ..source import Refused


@dataclass(slots=True)
class Faults:
    """Collects refusals; a file is refused at the first by line."""

    found: list[Refused] = field(default_factory=list)

    def add(self, message: str, *, line: int) -> None:
        self.found.append(Refused(message, line=line))

    def stop(self, message: str, *, line: int) -> NoReturn:
        """Give up here: reading on would cost too much or mean nothing."""
        self.add(message, line=line)
        raise self.first() from None

    def raise_first(self) -> None:
        if self.found:
            raise self.first()

    def first(self) -> Refused:
        return min(self.found, key=lambda refused: refused.line or 0)
