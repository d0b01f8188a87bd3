"""How a language of a text stands, from its place in the ledger and what is under way."""

from __future__ import annotations

import pytest

from editorial_workflows.translating.standing import Published, Standing, standings_of

SOURCE = Published(9, is_live=True, substantive_sequence=5)
NEW, OLD = Published(6, is_live=True), Published(4, is_live=True)
GONE = Published(6, is_live=False)
UNSAFE = Published(9, is_live=True, substantive_sequence=8, safety_sequence=8)
WITHDRAWN = Published(10, is_live=False, substantive_sequence=10, safety_sequence=3)


def standings(
    own: Published | None,
    source: Published | None = SOURCE,
    *,
    exists: bool = True,
    changed: bool = False,
    reviewed: bool = False,
) -> tuple[Standing, ...]:
    return standings_of(
        "en", exists=exists, has_changes=changed, is_reviewed=reviewed, own=own, source=source
    )


@pytest.mark.parametrize(
    ("own", "source", "standing"),
    [
        (NEW, SOURCE, Standing.LIVE),
        (OLD, SOURCE, Standing.OUT_OF_DATE),
        (NEW, UNSAFE, Standing.HELD_BACK),
        (OLD, WITHDRAWN, Standing.LIVE),
        (OLD, None, Standing.LIVE),
        (GONE, SOURCE, Standing.DRAFT),
        (None, SOURCE, Standing.DRAFT),
    ],
)
def test_what_readers_have(
    own: Published | None, source: Published | None, standing: Standing
) -> None:
    assert standings(own, source) == (standing,)


def test_what_is_under_way_is_said_beside_what_readers_have() -> None:
    assert standings(OLD, changed=True) == (Standing.OUT_OF_DATE, Standing.DRAFT)
    assert standings(OLD, changed=True, reviewed=True) == (Standing.OUT_OF_DATE, Standing.REVIEW)
    assert standings(None, reviewed=True) == (Standing.REVIEW,)


def test_what_is_not_there_is_missing() -> None:
    assert standings(None, exists=False) == (Standing.MISSING,)
