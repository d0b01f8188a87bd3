"""Another place for a supplement, and its order among those that stand there."""

from __future__ import annotations

from typing import Any

import pytest

from editorial_workflows.refusals import Refused
from editorial_workflows.supplementing.entries import entries_on
from editorial_workflows.supplementing.moving import position_between
from region_overlays.models import SupplementPage
from region_overlays.placing import SPACING
from region_overlays.staleness import Status
from tests.factories import people
from tests.factories.reviewing import approved, handed_in

from .scene import national, on_first, post, said, standing, without_first

pytestmark = pytest.mark.django_db
MOVE = "supplementing:move"


def moved(page: Any, by: Any, section: str, after: str = "", before: str = "") -> Any:
    return post(by, MOVE, page.pk, section=section, after=after, before=before)


def draft(page: Any) -> Any:
    return SupplementPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_new_place_is_a_draft_until_it_is_approved() -> None:
    page = national()
    ours = on_first(page)
    without_first(page)
    assert standing(ours).status == Status.ANCHOR_LOST
    rut, gosta = people.regional_editor(), people.regional_approver()
    assert "nya plats" in said(moved(ours, rut, "behandling", "block-3"))
    assert draft(ours).anchor["quote"] == "Operera vid besvär."
    assert standing(ours).status == Status.ANCHOR_LOST
    approved(handed_in(ours, rut), gosta)
    found = standing(ours)
    assert (found.status, found.section) == (Status.CURRENT, "behandling")
    assert found.part == "katarakt/sv/14/remiss", "it is the same supplement"


def test_between_two_that_stand_there() -> None:
    page = national()
    a, b = on_first(page, id="a", position=1000), on_first(page, id="b", position=2000)
    c = on_first(page, id="c", position=3000)
    rut = people.regional_editor()
    moved(c, rut, "utredning", "block-1", before="b")
    assert a.position < draft(c).position < b.position
    moved(c, rut, "utredning", "block-1", before="a")
    assert draft(c).position < a.position
    moved(c, rut, "utredning", "block-1")
    assert draft(c).position > b.position


def test_positions_between_neighbours() -> None:
    assert position_between(None, None) == SPACING
    assert position_between(5, None) == 5 + SPACING
    assert position_between(None, 5) == 5 - SPACING
    assert position_between(4, 6) == 5
    with pytest.raises(Refused):
        position_between(4, 5)


def test_a_place_that_is_not_there_changes_nothing() -> None:
    page = national()
    ours = on_first(page)
    rut = people.regional_editor()
    for section, after in [("borta", ""), ("utredning", "borta"), ("utredning", "block-3")]:
        assert "finns inte längre" in said(moved(ours, rut, section, after))
    assert draft(ours).anchor == ours.anchor


def test_under_review_it_stays() -> None:
    page = national()
    ours = on_first(page)
    rut = people.regional_editor()
    moved(ours, rut, "behandling")
    handed_in(ours, rut)
    assert "granskning" in said(moved(ours, rut, "utredning"))
    assert draft(ours).section_id == "behandling"


def test_a_draft_that_was_never_published_is_moved_where_it_stands() -> None:
    page = national()
    ours = on_first(page)
    ours.unpublish()
    rut = people.regional_editor()
    moved(ours, rut, "behandling")
    [entry] = entries_on("katarakt", "sv", "14")
    assert entry.document["anchor"]["section"] == "behandling"
    assert SupplementPage.objects.get(pk=ours.pk).section_id == "behandling"
