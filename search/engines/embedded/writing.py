"""Writing one generation; one process at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import tantivy

from search.documents import SearchDocument
from search.engines.embedded.folder import Generation
from search.engines.embedded.locks import HeldLock
from search.engines.embedded.schema import PACKED, schema, to_tantivy
from search.engines.engine import Position
from search.engines.errors import IndexDamaged
from search.engines.stored import unpack

HEAP = 32_000_000
"""Bytes of documents that are gathered before they are written out."""
NOWHERE = Position(0, "")


@contextmanager
def damage_named(generation: Generation) -> Iterator[None]:
    """tantivy's errors are ValueError and RuntimeError with words of its own."""
    try:
        yield
    except (ValueError, RuntimeError, OSError) as error:
        raise IndexDamaged(f"{generation.path}: {error}") from error


class EmbeddedWriter:
    """Holds its generation until it is closed; raises IndexBusy and IndexDamaged."""

    def __init__(self, generation: Generation, *, purpose: str) -> None:
        self.generation = generation
        self._lock = HeldLock(generation.path / "writer.lock", purpose=purpose)
        try:
            self.position = _noted(generation)
            with damage_named(generation):
                self._index = tantivy.Index(schema(), path=str(generation.tantivy))
                self._writer = self._index.writer(HEAP, 1)
        except IndexDamaged:
            self._lock.release()
            raise

    def replace(self, keys: Iterable[str], documents: Iterable[SearchDocument]) -> int:
        """Remove all documents of these articles and add those given; gives how many."""
        added = 0
        with damage_named(self.generation):
            for key in keys:
                self._writer.delete_documents_by_term("key", key)
        for document in documents:
            with damage_named(self.generation):
                self._writer.add_document(to_tantivy(document))
            added += 1
        return added

    def commit(self, position: Position) -> None:
        """Make it visible and then note the position: a crash between leads to a replay."""
        with damage_named(self.generation):
            self._writer.commit()
            self.generation.note(position)
        self.position = position

    def ids(self) -> set[str]:
        """The documents that are committed."""
        with damage_named(self.generation):
            self._index.reload()
            searcher = self._index.searcher()
            everything = searcher.search(tantivy.Query.all_query(), limit=searcher.num_docs or 1)
            return {
                unpack(searcher.doc(address).to_dict()[PACKED][0]).id
                for _score, address in everything.hits
            }

    def close(self) -> None:
        """What is not committed is forgotten."""
        try:
            with damage_named(self.generation):
                self._writer.rollback()
                self._writer.wait_merging_threads()
        finally:
            self._lock.release()


def _noted(generation: Generation) -> Position:
    try:
        return generation.position()
    except FileNotFoundError:
        return NOWHERE
