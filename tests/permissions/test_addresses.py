"""No address without an entry in the tables, and none in the tables that is no address."""

from __future__ import annotations

from .tables import BREAKS_ON_PURPOSE, ELSEWHERE, KNOWN, TEXTS, spoken_of

CARRYING = frozenset(
    {
        *("page_id", "page_to_move_id", "submission_id", "task_state_id", "workflow_state_id"),
        *("revision_id", "translation_id", "translation_source_id"),
    }
)
"""What an address takes if it carries a text."""


def test_every_address_has_an_entry() -> None:
    missing = [str(address) for name, address in KNOWN.items() if name not in spoken_of()]
    assert not missing, f"say in tests/permissions who may come to: {missing}"


def test_every_entry_names_an_address() -> None:
    assert spoken_of() - set(KNOWN) == set()


def test_addresses_that_carry_a_text_are_asked_with_every_text() -> None:
    carrying = {
        name
        for name, address in KNOWN.items()
        if CARRYING & {variable.split(":")[0] for variable in address.takes}
    }
    assert carrying - {case.address for case in TEXTS} == set()


def test_every_other_address_is_asked_by_every_role() -> None:
    named = {case.address for case in TEXTS} | {entry.address for entry in ELSEWHERE}
    assert set(KNOWN) - named == BREAKS_ON_PURPOSE
