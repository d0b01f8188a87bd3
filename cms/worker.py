"""The worker: small named steps beside the server, each failing and retried on its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic, sleep

from django.db import Error as DatabaseError
from django.db import close_old_connections

from cms.desk.links.following import follow_links
from cms.digest import send_digests
from cms.digest_sending import LettersNotSent
from cms.schedule import publish_due
from search.engines.chosen import index_folder
from search.engines.errors import IndexBusy, IndexDamaged, Interrupted, RebuildFailed
from search.indexing import Indexer

logger = logging.getLogger(__name__)

LONGEST_WAIT = 60.0
SEARCH_EVERY = 0.5
SCHEDULE_EVERY = 60.0
LINKS_EVERY = 1.0
LETTERS_EVERY = 60.0
TICK = 0.1
"""So a signal is seen at once; asking what is due costs nothing."""

ShouldStop = Callable[[], bool]


class StepsFailed(Exception):
    """Steps of a single round that failed; the message names each with its reason."""


@dataclass
class Step:
    """Something to do every so many seconds; after a failure later and later, up to a minute."""

    name: str
    every: float
    act: Callable[[ShouldStop], object]
    errors: tuple[type[Exception], ...]
    """What may go wrong without the step being broken; anything else ends the worker."""
    close: Callable[[], None] = lambda: None
    due: float = 0.0
    failures: int = 0

    def run(self, should_stop: ShouldStop) -> Exception | None:
        """Act, and set when to act again; gives the failure, which is logged."""
        failure: Exception | None = None
        try:
            self.act(should_stop)
        except Interrupted:
            logger.info("%s was stopped", self.name)
        except self.errors as error:
            failure = error
        self.failures = self.failures + 1 if failure else 0
        wait = min(self.every * 2 ** min(self.failures, 10), max(LONGEST_WAIT, self.every))
        self.due = monotonic() + wait
        if failure:
            logger.error("%s failed, again in %.1f s: %s", self.name, wait, failure)
        return failure


def steps() -> list[Step]:
    """What the worker does."""
    indexer = Indexer(index_folder())
    return [
        Step(
            name="search index",
            every=SEARCH_EVERY,
            act=lambda should_stop: indexer.catch_up(should_stop=should_stop),
            errors=(IndexBusy, IndexDamaged, RebuildFailed, DatabaseError, OSError),
            close=indexer.close,
        ),
        Step(
            name="schedule",
            every=SCHEDULE_EVERY,
            act=lambda should_stop: publish_due(should_stop=should_stop),
            errors=(DatabaseError, OSError),
        ),
        Step(
            name="links",
            every=LINKS_EVERY,
            act=lambda should_stop: follow_links(should_stop=should_stop),
            errors=(DatabaseError,),
        ),
        Step(
            name="letters",
            every=LETTERS_EVERY,
            act=lambda should_stop: send_digests(should_stop=should_stop),
            errors=(LettersNotSent, DatabaseError),
        ),
    ]


def run_once() -> None:
    """Every step once, whatever becomes of the others; raises StepsFailed."""
    todo = steps()
    try:
        failed = [(step.name, error) for step in todo if (error := step.run(lambda: False))]
    finally:
        _close(todo)
    if failed:
        raise StepsFailed("; ".join(f"{name}: {error}" for name, error in failed))


def run(should_stop: ShouldStop, todo: Sequence[Step] | None = None) -> None:
    """Until told to stop, which steps ask for themselves between small pieces of work."""
    todo = steps() if todo is None else todo
    try:
        while not should_stop():
            for step in todo:
                if step.due <= monotonic() and not should_stop():
                    close_old_connections()
                    step.run(should_stop)
            sleep(TICK)
    finally:
        _close(todo)
        close_old_connections()


def _close(todo: Sequence[Step]) -> None:
    for step in todo:
        try:
            step.close()
        except IndexDamaged as error:
            logger.error("%s could not be closed: %s", step.name, error)
