"""Which supplements a change touches, told from documents alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from editorial_workflows.touched import Addition, touched_by
from region_overlays.keeping import Nationals
from region_overlays.staleness import NationalPart
from tests.unit.region_overlays.parts import TODAY, block, national, section, supplement

ONE, TWO = block("a", "<p>Mät synskärpan på båda ögonen.</p>"), block("b", "<p>Två.</p>")
OTHER = block("a", "<p>Mät trycket.</p>")
WRITTEN_FOR = national(section("utredning", ONE, TWO), section("behandling", block("c")))
CHANGED = national(section("utredning", OTHER, TWO), section("behandling", block("c")))
GONE = national(section("utredning", TWO), section("behandling", block("c")))
MOVED = national(section("behandling", block("c"), ONE), section("utredning", TWO))
ELSEWHERE = national(section("utredning", ONE, TWO), section("behandling", block("c", "<p>Ny</p>")))
RENAMED = national(section("u", ONE, TWO, title="Ny rubrik"), section("behandling", block("c")))


def addition(
    after: str | None = "a", *, language: str = "sv", valid_until: str | None = None
) -> Addition:
    written = supplement(WRITTEN_FOR, after=after, language=language, valid_until=valid_until)
    part = f"katarakt/{language}/14/x"
    return Addition(part, "katarakt", language, "14", written.sequence, written.document)


def live(**languages: NationalPart | None) -> Nationals:
    return {("katarakt", name): found for name, found in languages.items() if found}


def touched(one: Addition, before: Nationals, after: Nationals, today: date = TODAY) -> Any:
    found = [item.standing.status for item in touched_by([one], before, after, today)]
    return str(found[0]) if found else None


@pytest.mark.parametrize(
    ("after", "now", "then", "outcome"),
    [
        ("a", WRITTEN_FOR, WRITTEN_FOR, None),
        ("a", WRITTEN_FOR, ELSEWHERE, None),
        ("a", WRITTEN_FOR, CHANGED, "national-changed"),
        ("a", WRITTEN_FOR, GONE, "anchor-lost"),
        ("a", WRITTEN_FOR, MOVED, None),
        ("a", WRITTEN_FOR, None, "anchor-lost"),
        ("a", CHANGED, CHANGED, None),
        ("a", CHANGED, GONE, "anchor-lost"),
        ("a", CHANGED, WRITTEN_FOR, None),
        ("a", GONE, CHANGED, "national-changed"),
        ("a", GONE, None, None),
        ("a", None, WRITTEN_FOR, None),
        ("a", None, CHANGED, "national-changed"),
        (None, WRITTEN_FOR, CHANGED, "national-changed"),
        (None, WRITTEN_FOR, RENAMED, None),
        (None, WRITTEN_FOR, None, "anchor-lost"),
    ],
)
def test_what_a_change_does(
    after: str | None, now: NationalPart | None, then: NationalPart | None, outcome: str | None
) -> None:
    assert touched(addition(after), live(sv=now), live(sv=then)) == outcome


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (live(sv=WRITTEN_FOR), live(sv=CHANGED), "national-changed"),
        (live(sv=WRITTEN_FOR, en=WRITTEN_FOR), live(sv=CHANGED, en=WRITTEN_FOR), None),
        (live(sv=CHANGED, en=WRITTEN_FOR), live(sv=CHANGED), "national-changed"),
        (live(sv=CHANGED), live(sv=CHANGED, en=WRITTEN_FOR), None),
        (live(sv=WRITTEN_FOR), live(sv=WRITTEN_FOR, en=GONE), "anchor-lost"),
    ],
)
def test_a_language_without_a_text_stands_on_the_source(
    before: Nationals, after: Nationals, outcome: str | None
) -> None:
    assert touched(addition(language="en"), before, after) == outcome


@pytest.mark.parametrize(
    ("valid_until", "outcome"), [("2026-11-24", "national-changed"), ("2026-11-23", None)]
)
def test_what_is_not_shown_any_more_is_not_touched(valid_until: str, outcome: str | None) -> None:
    one = addition(valid_until=valid_until)
    assert touched(one, live(sv=WRITTEN_FOR), live(sv=CHANGED)) == outcome


def test_the_heading_is_the_one_that_people_know() -> None:
    [one] = touched_by([addition()], live(sv=WRITTEN_FOR), live(sv=GONE), TODAY)
    assert one.section == "Utredning"
    [one] = touched_by([addition()], live(), live(sv=CHANGED), TODAY)
    assert one.section == "utredning"
