"""What lists read of supplements is what their editions say, whatever was published and when."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from content_models.editions.models import Edition
from region_overlays.keeping import ensure_standings
from region_overlays.models import SupplementStanding
from region_overlays.staleness import NationalPart, Standing, Status, standing_of
from tests.factories.published import article, publish, revise, section, supplement, text

TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)


def latest(**which: str) -> Edition | None:
    return Edition.objects.filter(key="katarakt", **which).order_by("-sequence").first()


def national_of(language: str) -> NationalPart | None:
    """What is live in the language, else in Swedish; read from the ledger alone."""
    for name in (language, "sv"):
        found = latest(region="", language=name)
        if found and not found.tombstone:
            document = json.loads(found.document)
            return NationalPart(document, found.sequence, found.safety_changes)
    return None


def standing(part: str, today: date) -> Standing:
    edition = latest(part=part)
    assert edition is not None
    document = None if edition.tombstone else json.loads(edition.document)
    return standing_of(document, edition.sequence, national_of(edition.language), today)


def check() -> None:
    """Every supplement that was ever published has one row, and it is right on any day."""
    parts = set(Edition.objects.exclude(region="").values_list("part", flat=True))
    rows = SupplementStanding.objects.in_bulk()
    assert set(rows) == parts
    for part, row in rows.items():
        lasting = standing(part, date.min)
        assert (row.status, row.is_withheld) == (lasting.status, lasting.is_withheld)
        assert row.as_of(TODAY) is standing(part, TODAY).status
    expired = SupplementStanding.objects.expired(TODAY)
    found = {part for part in parts if standing(part, TODAY).status is Status.EXPIRED}
    assert {row.part for row in expired} == found
    sound = {Status.CURRENT, Status.WITHDRAWN}
    unsettled = {part for part in parts if standing(part, TODAY).status not in sound}
    assert {row.part for row in SupplementStanding.objects.unsettled(TODAY)} == unsettled


class World:
    """An article in two languages, and supplements to it of two regions."""

    def __init__(self) -> None:
        self.blocks = [text("Första stycket."), text("Andra stycket.")]
        sections = [section("utredning", *self.blocks)]
        self.pages = {
            "sv": article(sections=sections),
            "en": article(language="en", title="Cataract", sections=sections),
        }
        self.pages["a"] = supplement(self.pages["sv"], "14", after=1, id="a")
        self.pages["b"] = supplement(
            self.pages["sv"], "12", id="b", approval={"by": "Region Skåne"}, valid_until=YESTERDAY
        )
        self.pages["e"] = supplement(self.pages["en"], "14", after=2, id="a", language="en")

    def national(self, name: str, number: int) -> None:
        blocks = [*self.blocks[: number % 3], text("Nytt.")] if number % 4 else self.blocks
        first = [text(f"Ändrat {number}.", id=self.blocks[0]["id"])] if number % 2 else []
        kind = ("editorial", "substantive", "safety")[number % 3]
        whole = [section("utredning", *first, *blocks[len(first) :])]
        self.pages[name] = revise(self.pages[name], sections=whole, approval={"change_class": kind})

    def supplement(self, name: str, number: int) -> None:
        by = "Region Skåne" if name == "b" else "Västra Götalandsregionen"
        last_day = (None, YESTERDAY, TODAY)[number % 3]
        page = self.pages[name]
        self.pages[name] = revise(page, valid_until=last_day, approval={"by": by})

    def withdraw(self, name: str, _number: int) -> None:
        self.pages[name].unpublish()
        self.pages[name].refresh_from_db()

    def republish(self, name: str, _number: int) -> None:
        by = {"b": {"by": "Region Skåne"}, "a": {"by": "Västra Götalandsregionen"}}
        publish(self.pages[name], **by.get(name, {}))


NATIONAL, REGIONAL = ["sv", "en"], ["a", "b", "e"]
NUMBERS = st.integers(0, 11)
DOINGS = st.one_of(
    st.tuples(st.just("national"), st.sampled_from(NATIONAL), NUMBERS),
    st.tuples(st.just("supplement"), st.sampled_from(REGIONAL), NUMBERS),
    st.tuples(st.just("withdraw"), st.sampled_from([*NATIONAL, *REGIONAL]), NUMBERS),
    st.tuples(st.just("republish"), st.sampled_from([*NATIONAL, *REGIONAL]), NUMBERS),
)


class Standings(TestCase):
    @settings(max_examples=8)
    @given(st.lists(DOINGS, min_size=1, max_size=6))
    def test_rows_say_what_the_ledger_says(self, doings: list[tuple[str, str, int]]) -> None:
        world = World()
        check()
        for verb, name, number in doings:
            doing: Callable[[str, int], None] = getattr(world, verb)
            doing(name, number)
            check()


@pytest.mark.django_db
def test_rows_that_are_missing_are_made_again() -> None:
    World()
    SupplementStanding.objects.all().delete()
    ensure_standings()
    check()
    before: list[Any] = list(SupplementStanding.objects.values().order_by("part"))
    ensure_standings()
    assert list(SupplementStanding.objects.values().order_by("part")) == before
