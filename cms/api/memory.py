"""Finished answers kept in the process, as long as nothing that is served has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock

from cms.api.answers import Answer
from content_models.editions.head import LedgerPosition

MOST_BYTES = 64 * 1024 * 1024
OVERHEAD = 1_500
"""About what headers, key and bookkeeping of an answer take."""


@dataclass(frozen=True, slots=True)
class State:
    """What an answer depends on besides the question: where the ledger stands, and the time."""

    position: LedgerPosition
    today: date
    shown_since: datetime | None = None
    """When news last began or ended to be shown."""


@dataclass(slots=True)
class Memory:
    """The answers used last, up to so many bytes; safe to use from several threads."""

    most_bytes: int = MOST_BYTES
    _held: OrderedDict[Hashable, tuple[State, Answer]] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: Lock = field(default_factory=Lock)

    def get(self, question: Hashable, state: State) -> Answer | None:
        """The answer that was given in the same state."""
        with self._lock:
            held = self._held.get(question)
            if held is None or held[0] != state:
                return None
            self._held.move_to_end(question)
            return held[1]

    def put(self, question: Hashable, state: State, answer: Answer) -> None:
        with self._lock:
            self._drop(question)
            self._held[question] = (state, answer)
            self._bytes += _size(answer)
            while self._bytes > self.most_bytes:
                self._drop(next(iter(self._held)))

    def clear(self) -> None:
        with self._lock:
            self._held.clear()
            self._bytes = 0

    def _drop(self, question: Hashable) -> None:
        held = self._held.pop(question, None)
        if held is not None:
            self._bytes -= _size(held[1])


def _size(answer: Answer) -> int:
    return len(answer.body) + OVERHEAD
