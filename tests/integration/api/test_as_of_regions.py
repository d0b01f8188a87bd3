"""`as_of` for a region, from the ledger alone: what held then, however much has happened since."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from content_models.editions.models import CurrentEdition
from region_overlays.models import SupplementStanding
from tests.factories.published import article, publish, revise, section, supplement, text
from tests.integration.api.conftest import Read
from tests.integration.api.test_composition import texts

pytestmark = pytest.mark.django_db
FIRST, SECOND = text("Ett."), text("Två.")
SKANE = {"by": "Region Skåne"}


@pytest.fixture
def katarakt() -> Any:
    return article(
        sections=[section("utredning", FIRST, SECOND), section("behandling", text("O."))]
    )


class Moments:
    """Asks again, for every moment that was marked, what it showed when it was marked."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.marked: list[tuple[str, str, Any]] = []

    def mark(self, region: str = "14") -> Any:
        page = self.read("/pages/katarakt", region=region)
        self.marked.append((timezone.now().isoformat(), region, page))
        return page

    def check(self) -> None:
        for moment, region, page in self.marked:
            assert self.read("/pages/katarakt", region=region, as_of=moment) == page


@pytest.fixture
def moments(read: Read) -> Moments:
    return Moments(read)


def test_each_moment_shows_again_what_it_showed(katarakt: Any, moments: Moments) -> None:
    """Published, changed around, moved, withheld, confirmed, withdrawn, published again."""
    moments.mark()
    one = supplement(katarakt, after=1, id="a", blocks=[text("regionalt")])
    supplement(katarakt, "12", id="b", approval=SKANE, blocks=[text("skånskt")])
    assert texts(moments.mark())[1] == "14: regionalt"
    assert texts(moments.mark("12"))[-1] == "12: skånskt"

    reworded = {**FIRST, "value": text("Ett, ändrat.")["value"]}
    revise(katarakt, sections=[section("utredning", reworded, SECOND)])
    assert moments.mark()["sections"][0]["blocks"][1]["status"] == "national-changed"
    moments.mark("12")

    second = section("behandling", SECOND, FIRST)
    katarakt = revise(katarakt, sections=[section("utredning", text("Nytt.")), second])
    assert texts(moments.mark(), "behandling") == ["Två.", "Ett.", "14: regionalt"]

    dose = {**FIRST, "value": text("Ny dos.")["value"]}
    revise(katarakt, sections=[section("utredning", dose)], approval={"change_class": "safety"})
    assert [item["reason"] for item in moments.mark()["withheld"]] == ["national-changed"]
    assert [item["reason"] for item in moments.mark("12")["withheld"]] == ["national-changed"]

    one = revise(one, body=[text("bekräftat")])
    assert texts(moments.mark()) == ["Ny dos.", "14: bekräftat"]
    one.unpublish()
    assert texts(moments.mark()) == ["Ny dos."]
    publish(one, by="Västra Götalandsregionen")
    assert texts(moments.mark()) == ["Ny dos.", "14: bekräftat"]
    moments.check()


def test_it_reads_editions_and_nothing_else(katarakt: Any, moments: Moments) -> None:
    """Pointers and standings are of today: whatever they say, then is then."""
    supplement(katarakt, after=1, id="a")
    moments.mark()
    CurrentEdition.objects.exclude(region="").delete()
    SupplementStanding.objects.all().delete()
    moments.check()


def test_what_has_expired_since_held_then(katarakt: Any, read: Read) -> None:
    last_day = timezone.localdate() + timedelta(days=10)
    supplement(katarakt, after=1, id="a", valid_until=last_day)

    def at(day: date, hour: int) -> Any:
        moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC).isoformat()
        return read("/pages/katarakt", region="14", as_of=moment)

    held, over = at(last_day, 12), at(last_day + timedelta(days=1), 12)
    assert held["sections"][0]["blocks"][1]["valid_until"] == last_day.isoformat()
    assert [item["reason"] for item in over["withheld"]] == ["expired"]
    assert len(over["sections"][0]["blocks"]) == 2
    # At 23 UTC it is the next day in Sweden.
    assert [item["reason"] for item in at(last_day, 23)["withheld"]] == ["expired"]


def test_one_that_expired_and_was_published_anew(katarakt: Any, moments: Moments) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    one = supplement(katarakt, id="a", valid_until=yesterday)
    assert [item["reason"] for item in moments.mark()["withheld"]] == ["expired"]
    revise(one, valid_until=None)
    assert moments.mark()["withheld"] == []
    moments.check()


def test_the_receipt_then_names_the_editions_of_then(katarakt: Any, read: Read) -> None:
    one = supplement(katarakt, id="a", approval={"on": date(2022, 2, 6)})
    moment = timezone.now().isoformat()
    revise(one, body=[text("Nytt.")], approval={"on": date(2024, 5, 5), "by": "Någon annan"})

    then = read("/pages/katarakt", region="14", as_of=moment)["receipt"]["parts"][1]
    now = read("/pages/katarakt", region="14")["receipt"]["parts"][1]

    assert then["approved"] == {"date": "2022-02-06", "by": "Västra Götalandsregionen"}
    assert now["approved"] == {"date": "2024-05-05", "by": "Någon annan"}
    assert read(f"/editions/{then['sequence']}")["part"] == then["part"]
    assert then["sequence"] < now["sequence"]
