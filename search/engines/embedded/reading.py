"""Answering from the live generation; readers follow commits and swaps without being told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import tantivy

from search.engines.embedded.compiling import compiled
from search.engines.embedded.folder import Generation, IndexFolder
from search.engines.embedded.schema import ORDER, PACKED
from search.engines.engine import Found, Hit, Position
from search.engines.errors import SearchUnavailable
from search.engines.stored import unpack
from search.query.tree import Query

TIES = 50
"""Hits beyond the page that are looked at, so that equal scores have one order."""
DIGITS = 4

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A generation, open, as it was at a commit."""

    generation: Generation
    index: tantivy.Index
    searcher: tantivy.Searcher
    position: Position
    pointer: Stamp
    committed: Stamp


class EmbeddedEngine:
    """Reads the index in a folder; safe to share between threads, made after a fork."""

    def __init__(self, root: Path) -> None:
        self.folder = IndexFolder(root)
        self._opened: _Opened | None = None
        self._lock = Lock()

    def search(self, query: Query, *, offset: int, limit: int) -> Found:
        """Raises SearchUnavailable."""
        opened = self._current()
        searcher, wanted = opened.searcher, compiled(query)
        try:
            found = searcher.search(wanted, limit=offset + limit + TIES)
            addresses = [address for _score, address in found.hits]
            orders = searcher.fast_field_values(ORDER, addresses) if addresses else []
            ranked = sorted(
                (-round(score, DIGITS), order or 0, place)
                for place, ((score, _address), order) in enumerate(
                    zip(found.hits, orders, strict=True)
                )
            )
            page = ranked[offset : offset + limit]
            hits = tuple(
                Hit(unpack(searcher.doc(addresses[place]).to_dict()[PACKED][0]), -score)
                for score, _order, place in page
            )
        except (ValueError, OSError) as error:
            raise SearchUnavailable(f"the search index cannot be read: {error}") from error
        return Found(_total(found), hits, opened.position.sequence)

    def position(self) -> Position:
        """Raises SearchUnavailable."""
        return self._current().position

    def _current(self) -> _Opened:
        with self._lock:
            try:
                self._opened = self._followed(self._opened)
            except (ValueError, OSError):
                # The pointer moved on, and what it named was removed, while we were opening.
                self._opened = self._reopened()
            return self._opened

    def _followed(self, opened: _Opened | None) -> _Opened:
        pointer = _stamp(self.folder.pointer)
        if opened is None or opened.pointer != pointer:
            return self._open()
        committed = _stamp(opened.generation.position_file)
        if opened.committed == committed:
            return opened
        return _at_commit(opened.generation, opened.index, pointer)

    def _reopened(self) -> _Opened:
        try:
            return self._open()
        except (ValueError, OSError) as error:
            raise SearchUnavailable(f"the search index cannot be opened: {error}") from error

    def _open(self) -> _Opened:
        pointer = _stamp(self.folder.pointer)
        live = self.folder.live()
        if live is None:
            raise SearchUnavailable("there is no search index yet")
        if not live.is_of_this_version:
            raise SearchUnavailable(f"the search index {live.path.name} is of another version")
        index = tantivy.Index.open(str(live.tantivy))
        index.config_reader("manual")
        return _at_commit(live, index, pointer)


def _at_commit(generation: Generation, index: tantivy.Index, pointer: Stamp) -> _Opened:
    # The position first: what is opened after it holds at least that much.
    committed, position = _stamp(generation.position_file), generation.position()
    index.reload()
    return _Opened(generation, index, index.searcher(), position, pointer, committed)


def _total(found: tantivy.SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined]  # missing in its stub
    return total


def _stamp(path: Path) -> Stamp:
    """Moves whenever a file is replaced; (0, 0) where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0, 0
    return status.st_ino, status.st_mtime_ns
