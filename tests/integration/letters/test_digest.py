"""One letter a morning to each of a region's people, of what is new, and only of theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from content_models.vocabulary import ChangeClass
from editorial_workflows.digest_readers import DigestReader
from tests.factories import people
from tests.factories.published import article, revise, supplement
from tests.factories.supplemented import CONTENT, settled, with_first

from .mornings import DAY, at, changed, morning, taken, told

pytestmark = pytest.mark.django_db
NEXT = DAY + timedelta(days=1)
SAFETY = {"change_class": ChangeClass.SAFETY}


# --- Who.


def test_each_regions_editors_and_approvers_get_their_own() -> None:
    for region in ("01", "12", "14"):
        people.regional_editor(region, f"rut-{region}")
        people.regional_approver(region, f"gosta-{region}")
    for user in (people.editor(), people.approver(), people.draft_reader(), people.administrator()):
        assert user.email
    changed()
    assert morning() == 4
    found = told()
    assert set(found) == {"rut-12", "gosta-12", "rut-14", "gosta-14"}
    assert "Region Skåne" in found["rut-12"]
    assert "Västra" not in found["rut-12"]
    assert "Skåne" not in found["rut-14"]
    assert found["rut-14"] == found["gosta-14"]
    for name, body in found.items():
        others = set(found) - {name}
        assert not any(other in body for other in others), "nobody's address but their own"


def test_someone_of_two_groups_gets_one_letter_and_of_two_regions_two() -> None:
    people.regional_editor("14", "rut")
    people.regional_approver("14", "rut")
    people.regional_editor("12", "rut")
    changed()
    assert morning() == 2
    [letters] = taken().values()
    assert sorted(letter.subject.split("– ")[1] for letter in letters) == [
        "Region Skåne",
        "Västra Götalandsregionen",
    ]


def test_who_cannot_or_does_not_want_to_be_written_to_is_left_out() -> None:
    names = ("kvar", "slutat", "utan", "avbojt", "delvis")
    users = {name: people.regional_editor("14", name) for name in names}
    type(users["kvar"]).objects.filter(username="slutat").update(is_active=False)
    type(users["kvar"]).objects.filter(username="utan").update(email="")
    off = {"submitted_notifications": False, "approved_notifications": False}
    UserProfile.objects.create(user=users["delvis"], **off)
    UserProfile.objects.create(user=users["avbojt"], **off, rejected_notifications=False)
    changed()
    morning()
    assert set(told()) == {"kvar", "delvis"}


def test_who_has_left_the_region_is_not_written_to() -> None:
    rut = people.regional_editor("14")
    assert morning() == 0
    changed()
    rut.groups.clear()
    assert morning(NEXT) == 0


# --- When.


def test_at_seven_once_a_day_and_only_what_is_new() -> None:
    people.regional_editor("14")
    page = changed()
    assert [at(DAY, 0, 5), at(DAY, 6, 59), at(DAY, 7, 0), at(DAY, 7, 1), at(DAY, 23, 59)] == [
        *(0, 0, 1, 0, 0)
    ]
    taken()
    assert morning(NEXT) == 0, "nothing to tell, no letter"
    revise(page, sections=with_first("Mät båda."))
    changed("glaukom")
    assert at(NEXT, 12) == 0, "tomorrow"
    assert morning(NEXT + timedelta(days=1)) == 1
    body = told()["rut"]
    assert body.count("Katarakt, ändrad") == body.count("Glaukom, ändrad") == 1


def test_a_worker_that_was_down_in_the_morning_sends_when_it_is_up() -> None:
    people.regional_editor("14")
    assert morning() == 0
    changed()
    assert at(NEXT, 15) == 1


def test_somebody_new_gets_theirs_from_the_next_morning_on() -> None:
    changed()
    people.regional_editor("14")
    assert at(DAY, 12) == 0
    assert morning(NEXT) == 1


def test_nothing_is_told_that_is_settled_by_then() -> None:
    people.regional_editor("12")
    page = changed()
    settled("katarakt/sv/12/ett", page)
    assert morning() == 0


def test_what_waits_from_before_is_counted() -> None:
    people.regional_editor("14")
    changed()
    morning()
    taken()
    changed("glaukom")
    morning(NEXT)
    body = told()["rut"]
    assert "1 artikel som ni fått besked om tidigare väntar fortfarande på er." in body
    assert "Katarakt" not in body


# --- Days of the supplements' own.


def dated(**days: Any) -> None:
    supplement(article("starr", title="Starr", sections=CONTENT), "14", id="ett", **days)


@pytest.mark.parametrize(
    ("days", "heading", "line"),
    [
        (
            {"review_by": DAY - timedelta(days=1)},
            "GRANSKNINGSDATUM HAR PASSERAT",
            "- Starr – utredning: skulle ha granskats senast 2026-11-24",
        ),
        (
            {"valid_until": DAY + timedelta(days=30)},
            "SLUTAR VISAS INOM EN MÅNAD",
            "- Starr – utredning: sista dagen är 2026-12-25",
        ),
        (
            {"valid_until": DAY - timedelta(days=1)},
            "VISAS INTE LÄNGRE",
            "- Starr – utredning: sista dagen var 2026-11-24",
        ),
    ],
)
def test_days_that_have_come_are_told_once(days: Any, heading: str, line: str) -> None:
    people.regional_editor("14")
    people.regional_editor("12", "gun")
    dated(**days)
    assert morning() == 1
    assert f"\n\n{heading}\n{line}\n" in told()["rut"]
    assert morning(NEXT) == 0
    changed()
    morning(NEXT + timedelta(days=1))
    found = told()
    assert line in found["rut"], "with other news it is said again"
    assert line not in found["gun"]


@pytest.mark.parametrize(
    ("days", "letters"),
    [
        ({"review_by": DAY}, [0, 1, 0]),
        ({"review_by": DAY + timedelta(days=9)}, [0, 0, 0]),
        ({"valid_until": DAY + timedelta(days=31)}, [0, 1, 0]),
        ({"valid_until": DAY}, [1, 1, 0]),  # it comes within the month, then it has passed
        ({"valid_until": DAY + timedelta(days=1)}, [1, 0, 1]),
    ],
)
def test_a_day_is_told_on_the_morning_that_it_comes(days: Any, letters: list[int]) -> None:
    people.regional_editor("14")
    dated(**days)
    assert [morning(DAY + timedelta(days=number)) for number in range(3)] == letters


# --- What it costs.


def cost(day: Any) -> tuple[int, int]:
    at(day, 6)
    with CaptureQueriesContext(connection) as queries:
        letters = at(day)
    return letters, len(queries)


def test_a_region_is_read_once_for_all_its_people_and_articles() -> None:
    for number in range(2):
        people.regional_editor("14", f"rut-{number}")
    changed()
    letters, first = cost(DAY)
    assert letters == 2
    for number in range(2, 6):
        people.regional_editor("14", f"rut-{number}")
    for number in range(3):
        changed(f"nr-{number}", **SAFETY)
    letters, then = cost(NEXT)
    assert letters == 6
    each = 3  # claimed, read, moved on
    assert then - first <= 4 * each + 1
    with CaptureQueriesContext(connection) as queries:
        assert at(NEXT, 8) == 0
    assert len(queries) <= 4, "each minute of the day"


def test_nobody_is_kept_twice() -> None:
    people.regional_editor("14")
    for hour in range(24):
        at(DAY, hour)
    assert DigestReader.objects.count() == 1
