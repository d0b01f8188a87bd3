"""A new index beside the live one, checked against the ledger, then swapped in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from content_models.editions import head
from search.engines.embedded.folder import IndexFolder
from search.engines.embedded.locks import HeldLock
from search.engines.embedded.writing import EmbeddedWriter
from search.engines.engine import IndexWriter
from search.engines.errors import Interrupted, RebuildFailed
from search.following import ShouldStop, follow, never, position_of
from search.sources import documents_of, live_keys, searchable_parts

ARTICLES = 100
"""How many are read and indexed at a time."""
ATTEMPTS = 100
"""How often to follow editions that are appended during the check."""
NAMED = 5


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The index that is live now."""

    generation: str
    documents: int
    sequence: int
    removed: list[str]


def rebuild(folder: IndexFolder, *, should_stop: ShouldStop = never) -> Rebuilt:
    """Build, check, swap; keeps the index before and removes older ones and leftovers.

    Raises IndexBusy, IndexDamaged, RebuildFailed and Interrupted; the live index is then as it was.
    """
    with HeldLock(folder.root / "rebuild.lock", purpose="rebuild of the search index"):
        removed = folder.tidy()
        try:
            generation = folder.new()
            writer = EmbeddedWriter(generation, purpose="rebuild of the search index")
            try:
                _fill(writer, should_stop)
                documents = _checked(writer, should_stop)
            finally:
                writer.close()
            folder.swap(generation)
        finally:
            removed += folder.tidy()
        return Rebuilt(generation.path.name, documents, writer.position.sequence, removed)


def _fill(writer: IndexWriter, should_stop: ShouldStop) -> None:
    # From before the first read: what is appended meanwhile is followed, perhaps once more.
    start = position_of(head.position().sequence)
    keys = iter(live_keys())
    while batch := list(islice(keys, ARTICLES)):
        if should_stop():
            raise Interrupted("the rebuild was stopped")
        writer.replace(batch, documents_of(batch))
    writer.commit(start)


def _checked(writer: IndexWriter, should_stop: ShouldStop) -> int:
    """How many documents there are, being exactly those that the ledger asks for."""
    for _attempt in range(ATTEMPTS):
        if should_stop():
            raise Interrupted("the rebuild was stopped")
        follow(writer, should_stop=should_stop)
        wanted = searchable_parts()
        if head.position().sequence == writer.position.sequence:
            break
    else:
        raise RebuildFailed("the ledger moved on faster than it could be followed")
    held = writer.ids()
    if wanted != held:
        differing = ", ".join(sorted(wanted ^ held)[:NAMED])
        raise RebuildFailed(
            f"the ledger asks for {len(wanted)} documents, the new index holds {len(held)}; "
            f"differing: {differing}"
        )
    return len(held)
