"""The index worker's part: one process writes the live index and follows the ledger with it."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import date

from django.utils.timezone import localdate

from content_models.editions import head
from search.engines.chosen import index_folder
from search.engines.embedded.folder import Generation, IndexFolder
from search.engines.embedded.writing import EmbeddedWriter
from search.engines.errors import IndexDamaged
from search.following import ShouldStop, follow, index_anew, is_of_this_ledger, never
from search.rebuilding import rebuild
from search.sources import keys_expired_between

logger = logging.getLogger(__name__)
PURPOSE = "index worker"


def catch_up(*, should_stop: ShouldStop = never) -> int:
    """Follow the ledger once; see `Indexer.catch_up`."""
    with closing(Indexer(index_folder())) as indexer:
        return indexer.catch_up(should_stop=should_stop)


class Indexer:
    """Holds the live index for writing from its first `catch_up()` until it is closed."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._writer: EmbeddedWriter | None = None
        self._day = date.min
        """The day up to which what has expired is out of the index."""

    def catch_up(self, *, should_stop: ShouldStop = never) -> int:
        """Follow the ledger; gives the number of editions, 0 when the index was current.

        An index that is missing, damaged, of another version or of another ledger is made anew.
        Raises IndexBusy, IndexDamaged, RebuildFailed, Interrupted and django.db.Error.
        """
        ledger = head.position().sequence
        writer = self._held(ledger) or self._opened() or self._rebuilt(should_stop)
        self._writer = writer
        try:
            self._drop_expired(writer)
            if ledger == writer.position.sequence:
                return 0
            return follow(writer, should_stop=should_stop)
        except IndexDamaged:
            self.close()
            raise

    def _drop_expired(self, writer: EmbeddedWriter) -> None:
        """No edition says that a supplement's last day has passed."""
        today = localdate()
        if today != self._day:
            index_anew(writer, keys_expired_between(self._day, today))
            self._day = today

    def close(self) -> None:
        """Let others write."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            writer.close()

    def _held(self, ledger: int) -> EmbeddedWriter | None:
        """The writer that we have, if it still writes the live index, of a ledger that goes on."""
        writer = self._writer
        if writer is None:
            return None
        if writer.generation == self._folder.live() and writer.position.sequence <= ledger:
            return writer
        self.close()
        return None

    def _opened(self) -> EmbeddedWriter | None:
        """A writer of the live index; None if there is none that can be used."""
        live = self._folder.live()
        if live is None or not live.is_of_this_version:
            return None
        try:
            writer = EmbeddedWriter(live, purpose=PURPOSE)
        except IndexDamaged as error:
            logger.warning("the search index is made anew: %s", error)
            return None
        if is_of_this_ledger(writer.position):
            return writer
        logger.warning("the search index is made anew: %s followed another ledger", live.path)
        writer.close()
        return None

    def _rebuilt(self, should_stop: ShouldStop) -> EmbeddedWriter:
        made = rebuild(self._folder, should_stop=should_stop)
        logger.info("search index %s made: %d documents", made.generation, made.documents)
        return EmbeddedWriter(Generation(self._folder.root / made.generation), purpose=PURPOSE)
