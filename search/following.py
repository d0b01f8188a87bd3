"""Following the ledger with any writer: editions in order, an article's documents anew for each.

Making them twice changes nothing, so a crash between commit and position is mended by a replay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from content_models.editions.reading import StoredEdition, edition, editions_after
from search.engines.engine import IndexWriter, Position
from search.sources import documents_of

BATCH = 200
"""Editions that are followed in one commit."""

ShouldStop = Callable[[], bool]
"""Asked between batches; what is done by then is kept."""


def never() -> bool:
    return False


def follow(writer: IndexWriter, *, should_stop: ShouldStop = never) -> int:
    """Bring an index up to the ledger; gives the number of editions that were followed."""
    followed = 0
    while not should_stop():
        editions = editions_after(writer.position.sequence, limit=BATCH, documents=False)
        if not editions:
            break
        keys = list(dict.fromkeys(edition.key for edition in editions))
        writer.replace(keys, documents_of(keys))
        writer.commit(position_at(editions[-1]))
        followed += len(editions)
    return followed


def index_anew(writer: IndexWriter, keys: Sequence[str]) -> None:
    """Make the documents of these articles again, where the index stands."""
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        writer.replace(batch, documents_of(batch))
        writer.commit(writer.position)


def position_at(found: StoredEdition) -> Position:
    return Position(found.sequence, f"{found.part} {found.sha256} {found.valid_from.isoformat()}")


def position_of(sequence: int) -> Position:
    """The position after that edition; of an empty ledger for 0."""
    found = edition(sequence)
    return position_at(found) if found else Position(sequence, "")


def is_of_this_ledger(position: Position) -> bool:
    """Whether the index followed this ledger, and not one of another database or a restored one."""
    return position_of(position.sequence) == position
