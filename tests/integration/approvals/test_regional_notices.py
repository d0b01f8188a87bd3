"""Regions are told of national editions that unsettle their supplements: once, and only theirs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.schedule import publish_due
from content_models.editions.signals import editions_appended
from content_models.models import CurrentEdition, Edition
from content_models.vocabulary import ChangeClass
from editorial_workflows.regional_notices import RegionNotice
from editorial_workflows.submitting import submit
from editorial_workflows.telling_regions import tell_regions
from region_overlays.keeping import keep_standings
from region_overlays.signals import standings_kept
from tests.factories import people
from tests.factories.published import article, publish, revise, section, supplement, text
from tests.factories.reviewing import approved, changed, latest, published_nationally
from tests.factories.supplemented import CONTENT, REWORDED, TWO, supplemented, with_first
from tests.integration.import_content import content

pytestmark = pytest.mark.django_db
MESSAGE = "Se över era hänvisningar."
Told = list[tuple[str, list[tuple[str, str, bool]]]]


def told(since: int = 0) -> Told:
    """(region, [(supplement, state, whether it is withheld)]) of the notices after an edition."""
    return [
        (
            one.region_id,
            sorted((p["part"].split("/")[3], p["state"], p["withheld"]) for p in one.parts),
        )
        for one in RegionNotice.objects.filter(sequence__gt=since).order_by("sequence", "region")
    ]


CHANGED: Told = [
    ("12", [("ett", "national-changed", False)]),
    ("14", [("ett", "national-changed", False), ("sist", "national-changed", False)]),
]


def head() -> int:
    return Edition.objects.latest("pk").pk


# --- Whichever way the edition comes.


def test_one_for_each_region_whatever_the_number_of_its_supplements() -> None:
    page = revise(supplemented(), sections=REWORDED)
    assert told() == CHANGED
    notice = RegionNotice.objects.get(region="14")
    edition = CurrentEdition.objects.get(part="katarakt/sv").edition_id
    assert (notice.sequence, notice.key, notice.language) == (edition, "katarakt", "sv")
    assert (notice.title, notice.message) == (page.title, "")


def test_the_message_comes_with_what_the_workflow_publishes() -> None:
    page = supplemented(published_nationally(sections=CONTENT))
    publish_by_workflow(page, MESSAGE)
    assert told() == [
        (region, [(name, state, True) for name, state, _withheld in parts])
        for region, parts in CHANGED
    ]
    assert set(RegionNotice.objects.values_list("message", flat=True)) == {MESSAGE}


def publish_by_workflow(page: Any, message: str, **fields: Any) -> None:
    anna, greta = people.editor(), people.approver()
    draft = changed(page, anna, sections=REWORDED, **fields)
    approved(
        submit(draft, anna, ChangeClass.SAFETY, "Ny metod.", message_to_regions=message), greta
    )


def test_a_schedule_tells_when_its_time_has_come() -> None:
    page = supplemented(published_nationally(sections=CONTENT))
    at = timezone.now() + timedelta(hours=1)
    publish_by_workflow(page, MESSAGE, go_live_at=at)
    assert told() == []
    scheduled = latest(page).scheduled_revision
    past = timezone.now() - timedelta(minutes=1)
    # Past what keeps a judged revision from being written over.
    latest(page).revisions.filter(pk=scheduled.pk).update(
        approved_go_live_at=past, content=scheduled.content | {"go_live_at": past.isoformat()}
    )
    assert publish_due(should_stop=lambda: False) == []
    assert [region for region, _parts in told()] == ["12", "14"]
    assert set(RegionNotice.objects.values_list("message", flat=True)) == {MESSAGE}


def test_what_is_taken_down_leaves_its_supplements_without_a_place() -> None:
    page = supplemented()
    page.unpublish()
    assert told() == [
        ("01", [("vard", "anchor-lost", False)]),
        ("12", [("ett", "anchor-lost", False)]),
        ("14", [("ett", "anchor-lost", False), ("sist", "anchor-lost", False)]),
    ]
    assert {one.title for one in RegionNotice.objects.all()} == {"Katarakt"}
    before = head()
    publish(latest(page))
    assert told(before) == [], "they are where they were"


def test_an_import_tells_of_what_it_changes_and_not_of_what_it_brings(tmp_path: Path) -> None:
    files = {
        "katarakt": content.article(body=content.sections(utredning="Ett.", behandling="Två.")),
        "tillagg": content.supplement(
            content.placed(at="utredning", after=1), content.placed(at="behandling")
        ),
    }
    content.run(content.write(tmp_path, **files), publish=True)
    assert told() == []
    files["katarakt"] = content.article(body=content.sections(utredning="Ny.", behandling="Två."))
    content.run(content.write(tmp_path, katarakt=files["katarakt"]), publish=True)
    assert told() == [("14", [("utredning", "national-changed", False)])]


def test_what_is_undone_tells_nobody() -> None:
    page = supplemented()
    with transaction.atomic():
        revise(page, sections=REWORDED)
        assert told() == CHANGED
        transaction.set_rollback(True)
    assert told() == []


# --- What is worth a notice.


def test_what_stands_somewhere_else_is_not_told_again() -> None:
    page = revise(supplemented(), sections=REWORDED)
    before = head()
    revise(page, title="Gråstarr")
    assert told(before) == []
    revise(page, sections=[REWORDED[0], section("behandling", text("Vänta.", id=TWO))])
    assert told(before) == [("01", [("vard", "national-changed", False)])]


def test_what_is_changed_once_more_is_told_again() -> None:
    page = revise(supplemented(), sections=REWORDED)
    before = head()
    revise(page, sections=with_first("Mät båda."), approval={"change_class": ChangeClass.SAFETY})
    assert [region for region, _parts in told(before)] == ["12", "14"]
    assert all(withheld for _region, parts in told(before) for _name, _state, withheld in parts)
    before = head()
    revise(page, sections=CONTENT)
    assert told(before) == [], "what it says again is what they were written for"


def test_a_translation_tells_those_who_stand_on_it() -> None:
    page = article(sections=CONTENT)
    supplement(page, "14", id="ett", at="utredning", after=1, language="en")
    revise(page, sections=REWORDED)
    assert told() == [("14", [("ett", "national-changed", False)])]
    before = head()
    english = article(language="en", sections=CONTENT)
    revise(page, sections=with_first("Mät båda."))
    assert told(before) == [], "it has an English text now, that says what it was written for"
    english.unpublish()
    assert [one.language for one in RegionNotice.objects.filter(sequence__gt=before)] == ["en"]


def test_what_has_expired_is_not_told() -> None:
    page = article(sections=CONTENT)
    supplement(page, "14", id="ett", at="utredning", after=1, valid_until=date(2020, 1, 1))
    revise(page, sections=REWORDED)
    assert told() == []


# --- What it rests on, and what it costs.


@contextmanager
def receivers_reversed() -> Iterator[None]:
    held = editions_appended.receivers
    editions_appended.receivers = held[::-1]
    editions_appended.sender_receivers_cache.clear()
    try:
        yield
    finally:
        editions_appended.receivers = held
        editions_appended.sender_receivers_cache.clear()


def receivers_of(signal: Any) -> list[Any]:
    return [receiver() for _key, receiver, *_rest in signal.receivers]


def test_the_standings_are_kept_before_it_reads_them_in_whatever_order() -> None:
    assert tell_regions in receivers_of(standings_kept)
    assert tell_regions not in receivers_of(editions_appended)
    assert keep_standings in receivers_of(editions_appended)
    page = supplemented()
    with receivers_reversed():
        revise(page, sections=REWORDED)
    assert told() == CHANGED


def statements(editions: list[Edition]) -> int:
    with CaptureQueriesContext(connection) as queries:
        tell_regions(editions)
    return len(queries)


def test_it_asks_once_when_all_is_well_and_as_often_for_many_regions_as_for_one() -> None:
    page = article(sections=CONTENT)
    first = [CurrentEdition.objects.select_related("edition").get(part="katarakt/sv").edition]
    assert statements(first) == 1
    supplement(page, "14", id="ett", at="utredning", after=1)
    assert statements(first) == 1
    revise(page, sections=REWORDED)
    RegionNotice.objects.all().delete()
    edition = [CurrentEdition.objects.select_related("edition").get(part="katarakt/sv").edition]
    few = statements(edition)
    revise(page, sections=CONTENT)
    for region in ("01", "03", "12"):
        for number in range(3):
            supplement(page, region, id=f"nr-{number}", at="utredning", after=1)
    revise(page, sections=REWORDED)
    RegionNotice.objects.all().delete()
    edition = [CurrentEdition.objects.select_related("edition").get(part="katarakt/sv").edition]
    assert statements(edition) == few
    assert RegionNotice.objects.count() == 4
    assert statements(list(Edition.objects.exclude(region=""))) == 0
