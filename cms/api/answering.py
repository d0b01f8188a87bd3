"""Question → answer: from memory while nothing has changed, else composed anew and kept.

The ledger's position is read before the content, so that a publish in between can only make the
kept answer be thrown away, never be kept too long.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime

from cms.api import reference, shown
from cms.api.answers import Answer
from cms.api.memory import Memory, State
from cms.api.reference import Reference, reference_at
from cms.api.shown import shown_since
from content_models.editions.head import position
from content_models.swedish_time import SWEDEN

MEMORY = Memory()


@dataclass(frozen=True, slots=True)
class Situation:
    """What an answer is composed in: the moment, in Swedish time, and the reference data."""

    now: datetime
    reference: Reference

    @property
    def today(self) -> date:
        return self.now.date()


Compose = Callable[[Situation], Answer]


def answered(question: Hashable, compose: Compose, *, keep: bool = True) -> Answer:
    """`question` tells apart all that `compose` depends on; problems are raised, not kept."""
    ledger, now = position(), datetime.now(SWEDEN)
    state = State(ledger, now.date(), shown_since(ledger, now))
    answer = MEMORY.get(question, state) if keep else None
    if answer is None:
        answer = compose(Situation(now, reference_at(state.position.reference)))
        if keep:
            MEMORY.put(question, state, answer)
    return answer


def forget() -> None:
    """Empty everything kept: for tests, whose rollbacks move the ledger back."""
    MEMORY.clear()
    reference.forget()
    shown.forget()
