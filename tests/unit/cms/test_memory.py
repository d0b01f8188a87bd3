"""What is kept: by state, the last used, within so many bytes."""

from __future__ import annotations

from datetime import date

from cms.api.answers import Answer
from cms.api.memory import OVERHEAD, Memory, State
from content_models.editions.head import LedgerPosition

TODAY = date(2026, 1, 1)


def state(sequence=1, reference=1, today=TODAY):
    return State(LedgerPosition(sequence, reference), today)


def test_kept_until_the_ledger_the_reference_data_or_the_day_moves():
    memory, answer = Memory(), Answer.of(b"{}")
    memory.put("a", state(), answer)

    assert memory.get("a", state()) is answer
    assert memory.get("b", state()) is None
    assert memory.get("a", state(sequence=2)) is None
    assert memory.get("a", state(reference=2)) is None
    assert memory.get("a", state(today=date(2026, 1, 2))) is None


def test_the_least_lately_used_goes_first():
    memory = Memory(most_bytes=2 * (OVERHEAD + 10))
    for name in ("a", "b"):
        memory.put(name, state(), Answer.of(b"x" * 10))
    memory.get("a", state())

    memory.put("c", state(), Answer.of(b"x" * 10))

    assert [memory.get(name, state()) is not None for name in ("a", "b", "c")] == [
        *(True, False, True)
    ]


def test_a_question_answered_anew_takes_its_place_once():
    memory = Memory(most_bytes=OVERHEAD + 20)
    for _ in range(100):
        memory.put("a", state(), Answer.of(b"x" * 10))

    assert memory.get("a", state()) is not None
    memory.put("b", state(), Answer.of(b"x" * 100_000))
    assert memory.get("a", state()) is memory.get("b", state()) is None
