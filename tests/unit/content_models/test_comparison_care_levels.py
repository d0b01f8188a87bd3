"""What a reader at one care level sees, and what is said of the rest."""

from __future__ import annotations

import pytest

from content_models.documents.comparison import (
    Change,
    compare,
)
from tests.factories.documents import article, block, section, supplement
from tests.unit.content_models.compared import (
    blocks,
    facts,
    sides,
)

LEVELS = [
    block("1"),
    block("2", care_levels=["primary"]),
    block("3", care_levels=["specialised"]),
    block("4", care_levels=["primary", "specialised"]),
]


@pytest.mark.parametrize(
    ("care_level", "shown"),
    [("primary", {"1", "2", "4"}), ("specialised", {"1", "3", "4"}), (None, {"1", "2", "3", "4"})],
)
def test_only_blocks_for_the_care_level_are_shown(care_level: str | None, shown: set[str]) -> None:
    found = compare(None, article(section("a", *LEVELS)), care_level=care_level)

    assert set(blocks(found)) == shown


def test_sections_with_nothing_for_the_care_level_are_left_out() -> None:
    after = article(section("a", LEVELS[1]), section("b", LEVELS[2]))

    assert [part.key for part in compare(None, after, care_level="primary").sections] == ["a"]


def test_changes_for_another_care_level_are_counted_though_not_shown() -> None:
    before = article(section("a", block("1"), block("2", care_levels=["specialised"])))
    after = article(
        section("a", block("1"), block("2", "<p>Nytt.</p>", care_levels=["specialised"]))
    )

    found = compare(before, after, care_level="primary")

    assert not found.is_same
    assert found.elsewhere is not None
    assert str(found.elsewhere.after) == "1"
    assert found.count == 1
    assert set(blocks(found)) == {"1"}


def test_a_block_that_a_care_level_loses_is_removed_there_and_says_why() -> None:
    before = article(section("a", block("1"), block("2")))
    after = article(section("a", block("1"), block("2", care_levels=["specialised"])))

    lost = blocks(compare(before, after, care_level="primary"))["2"]

    assert lost.kinds == (Change.REMOVED,)
    assert [(fact.name, *sides(fact)) for fact in lost.facts] == [
        ("care_levels", "", "specialised")
    ]


def test_a_supplement_for_another_care_level_is_not_shown() -> None:
    before = supplement(block("1"))
    after = supplement(block("1"), care_levels=["specialised"])

    found = compare(before, after, care_level="primary")

    assert blocks(found)["1"].kinds == (Change.REMOVED,)
    assert facts(found) == {"care_levels": (None, "specialised")}
