"""Where a supplement is shown, at which care level, and when it is held back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from region_overlays.composition import (
    LOST_SECTION,
    Composition,
    NationalPart,
    SupplementPart,
)

from .parts import block, merged, national, section, supplement

TWO = national(
    section("utredning", block("a"), block("b")), section("behandling", block("c"), block("d"))
)
LEVELS = national(
    section("utredning", block("a", levels=["primary"]), block("b", levels=["specialised"]))
)


def layout(composition: Composition) -> dict[str, list[str]]:
    """Section → its blocks; supplements with a plus sign."""
    return {
        part["id"]: [
            f"+{item['id']}" if item["type"] == "supplement" else item["id"]
            for item in part["blocks"]
        ]
        for part in composition.sections
    }


def shown(composition: Composition) -> Any:
    [item] = [
        item
        for part in composition.sections
        for item in part["blocks"]
        if item["type"] == "supplement"
    ]
    return item


@pytest.mark.parametrize(
    ("after", "wanted"),
    [("a", ["a", "+t", "b"]), ("b", ["a", "b", "+t"]), (None, ["a", "b", "+t"])],
)
def test_after_its_block_or_at_the_sections_end(after: str | None, wanted: list[str]) -> None:
    result = merged(TWO, [supplement(TWO, after=after, id="t")])
    assert layout(result) == {"utredning": wanted, "behandling": ["c", "d"]}
    assert shown(result)["status"] == "current"


def test_several_at_one_place_keep_their_positions() -> None:
    parts = [
        supplement(TWO, after="a", id="t3", position=3),
        supplement(TWO, after="a", id="t1", position=1),
        supplement(TWO, id="slut", position=0),
        supplement(TWO, after="a", id="t2", position=2),
    ]
    assert layout(merged(TWO, parts))["utredning"] == [*"a", "+t1", "+t2", "+t3", "b", "+slut"]


def test_a_changed_block_keeps_the_supplement_and_says_so() -> None:
    later = national(section("utredning", block("a", "<p>Nytt</p>"), block("b")))
    result = merged(later, [moved(supplement(TWO, after="a"), later)])
    assert layout(result) == {"utredning": ["a", "+utredning", "b"]}
    assert shown(result)["status"] == "national-changed"


def moved(part: SupplementPart, later: NationalPart) -> SupplementPart:
    """The same supplement when its language's edition has become another."""
    return SupplementPart(
        part.document, part.sequence, part.approved_on, part.approved_by, None, later
    )


CASES = {
    "block gone": (
        national(section("utredning", block("b")), section("behandling", block("c"))),
        {"utredning": ["b", "+utredning"], "behandling": ["c"]},
        "anchor-lost",
    ),
    "section renamed, block kept": (
        national(section("diagnostik", block("a"), block("b"))),
        {"diagnostik": ["a", "+utredning", "b"]},
        "current",
    ),
    "block moved to another section": (
        national(section("utredning", block("b")), section("behandling", block("c"), block("a"))),
        {"utredning": ["b"], "behandling": ["c", "a", "+utredning"]},
        "current",
    ),
    "section and block gone": (
        national(section("behandling", block("c"))),
        {"behandling": ["c"], LOST_SECTION: ["+utredning"]},
        "anchor-lost",
    ),
    "nothing left": (national(), {LOST_SECTION: ["+utredning"]}, "anchor-lost"),
}


@pytest.mark.parametrize("case", CASES)
def test_when_the_national_text_moves_on(case: str) -> None:
    later, wanted, status = CASES[case]
    result = merged(later, [moved(supplement(TWO, after="a"), later)])
    assert (layout(result), shown(result)["status"]) == (wanted, status)


def test_a_section_with_another_id_that_says_the_same_keeps_what_stands_at_its_end() -> None:
    later = national(section("diagnostik", block("a"), block("b")))
    result = merged(later, [moved(supplement(TWO), later)])
    assert layout(result) == {"diagnostik": ["a", "b", "+utredning"]}
    assert shown(result)["status"] == "current"


def test_a_section_with_another_id_that_says_something_else_sends_it_to_the_articles_end() -> None:
    later = national(section("diagnostik", block("a"), block("b", "<p>Nytt</p>")))
    result = merged(later, [moved(supplement(TWO), later)])
    assert layout(result) == {"diagnostik": ["a", "b"], LOST_SECTION: ["+utredning"]}
    assert shown(result)["status"] == "anchor-lost"


def test_what_has_expired_is_withheld_from_the_day_after_its_last() -> None:
    part = supplement(TWO, after="a", valid_until="2026-11-24")
    assert shown(merged(TWO, [part], today=date(2026, 11, 24)))["valid_until"] == "2026-11-24"
    after = merged(TWO, [part], today=date(2026, 11, 25))
    assert after.shown == []
    assert after.withheld == [{"region": "14", "section": "utredning", "reason": "expired"}]


@pytest.mark.parametrize(
    ("after", "level", "wanted"),
    [
        ("a", "primary", {"utredning": ["a", "+t"]}),
        ("a", "specialised", {"utredning": ["b"]}),
        ("b", "specialised", {"utredning": ["b", "+t"]}),
        (None, "primary", {"utredning": ["a", "+t"]}),
        (None, None, {"utredning": ["a", "b", "+t"]}),
    ],
)
def test_it_has_its_blocks_care_levels(
    after: str | None, level: str | None, wanted: dict[str, list[str]]
) -> None:
    parts = [supplement(LEVELS, after=after, id="t")]
    assert layout(merged(LEVELS, parts, care_level=level)) == wanted


def test_unless_it_says_its_own() -> None:
    parts = [supplement(LEVELS, after="b", id="t", levels=["primary"])]
    assert layout(merged(LEVELS, parts, care_level="primary")) == {"utredning": ["a", "+t"]}
    assert layout(merged(LEVELS, parts, care_level="specialised")) == {"utredning": ["b"]}


def test_its_own_blocks_are_filtered_and_an_empty_one_is_left_out() -> None:
    inner = [block("r1", levels=["primary"])]
    parts = [supplement(TWO, after="a", id="t", blocks=inner)]
    assert "+t" in layout(merged(TWO, parts, care_level="primary"))["utredning"]
    empty = merged(TWO, parts, care_level="specialised")
    assert layout(empty)["utredning"] == ["a", "b"]
    assert empty.shown == []


def test_sections_without_visible_content_are_left_out() -> None:
    edition = national(section("a"), section("b", block("b1", levels=["primary"])))
    assert layout(merged(edition, [], care_level="specialised")) == {}
    kept = merged(edition, [supplement(edition, "a", id="t")], care_level="specialised")
    assert layout(kept) == {"a": ["+t"]}


@pytest.mark.parametrize(
    ("touched", "sequence", "withheld"),
    [
        ({"a": 12}, 11, ["national-changed"]),
        ({"a": 12}, 13, []),
        ({"b": 12}, 11, []),
        ({}, 11, []),
    ],
)
def test_a_safety_change_holds_back_until_confirmed(
    touched: dict[str, int], sequence: int, withheld: list[str]
) -> None:
    later = national(section("utredning", block("a", "<p>Nytt</p>"), block("b")), safety=touched)
    part = moved(supplement(TWO, after="a", sequence=sequence), later)
    result = merged(later, [part])
    assert [item["reason"] for item in result.withheld] == withheld
    assert len(result.shown) == 1 - len(withheld)


def test_a_safety_change_that_removed_the_anchor_holds_back_too() -> None:
    later = national(section("utredning", block("b")), safety={"a": 12})
    result = merged(later, [moved(supplement(TWO, after="a", sequence=11), later)])
    assert result.withheld == [{"region": "14", "section": "utredning", "reason": "anchor-lost"}]


def test_a_safety_change_taken_back_word_for_word_shows_it_again() -> None:
    later = national(section("utredning", block("a"), block("b")), safety={"a": 12})
    assert merged(later, [moved(supplement(TWO, after="a"), later)]).withheld == []


def test_in_another_language_its_own_languages_text_decides() -> None:
    """The served translation is other words at the same places."""
    english = national(section("utredning", block("a", "<p>In English</p>"), block("b")))
    result = merged(english, [supplement(TWO, after="a")])
    assert layout(result) == {"utredning": ["a", "+utredning", "b"]}
    assert (shown(result)["status"], shown(result)["language"]) == ("current", "sv")


def test_a_shorter_translation_shows_it_at_the_sections_end() -> None:
    english = national(section("utredning", block("x", "<p>In English</p>")))
    result = merged(english, [supplement(TWO, after="a", id="t")])
    assert layout(result) == {"utredning": ["x", "+t"]}
