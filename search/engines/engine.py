"""What every engine is: something that answers queries, and something that writes an index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from search.documents import SearchDocument
from search.engines.stored import StoredDocument
from search.query.tree import Query


@dataclass(frozen=True, slots=True)
class Position:
    """How far an index has followed the ledger, and a mark of the edition there.

    The mark tells an index of another database from one that is only behind.
    """

    sequence: int
    mark: str


@dataclass(frozen=True, slots=True)
class Hit:
    document: StoredDocument
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, best first; equal scores are in one order, whatever engine."""

    total: int
    hits: tuple[Hit, ...]
    position: int
    """The index holds at least all editions up to this sequence."""


class Engine(Protocol):
    """Answers from an index; raises SearchUnavailable."""

    def search(self, query: Query, *, offset: int, limit: int) -> Found: ...

    def position(self) -> Position: ...


class IndexWriter(Protocol):
    """The one that writes an index; raises IndexDamaged."""

    @property
    def position(self) -> Position: ...

    def replace(self, keys: Iterable[str], documents: Iterable[SearchDocument]) -> int:
        """Remove all documents of these articles and add those given; gives how many."""
        ...

    def commit(self, position: Position) -> None:
        """Make it visible and then note the position: a crash between leads to a replay."""
        ...

    def ids(self) -> set[str]:
        """The documents that are committed."""
        ...

    def close(self) -> None: ...
