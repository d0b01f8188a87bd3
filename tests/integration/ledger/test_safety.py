"""Which anchors a safety change touched is known to every later edition."""

from __future__ import annotations

import pytest

from content_models.editions.reading import current_parts
from tests.factories.published import article, publish, revise, section, text

pytestmark = pytest.mark.django_db

FIRST, SECOND = text("Första.", id="b1"), text("Andra.", id="b2")
CHANGED = text("Första, ändrad.", id="b1")
SAFETY = {"change_class": "safety"}


def touched() -> dict[str, int]:
    [part] = current_parts("katarakt")
    return part.edition.safety_changes


def test_only_what_the_safety_edition_changed_is_touched() -> None:
    page = article(sections=[section("utredning", FIRST), section("behandling", SECOND)])
    revise(
        page,
        sections=[section("utredning", CHANGED), section("behandling", SECOND)],
        approval=SAFETY,
    )
    assert touched() == {"b1": 2, "#utredning": 2}


def test_it_is_remembered_through_later_changes_and_withdrawal() -> None:
    page = article(sections=[section("utredning", FIRST)])
    page = revise(page, sections=[section("utredning", CHANGED)], approval=SAFETY)
    page = revise(page, sections=[section("utredning", SECOND)])
    page.unpublish()
    publish(page)
    assert touched() == {"b1": 2, "#utredning": 2}


def test_a_safety_change_that_comes_with_the_return_counts_too() -> None:
    page = article(sections=[section("utredning", FIRST)])
    page.unpublish()
    revise(page, sections=[section("utredning", CHANGED)], approval=SAFETY)
    assert touched() == {"b1": 3, "#utredning": 3}


def test_a_first_edition_changes_nothing() -> None:
    article(approval=SAFETY)
    assert touched() == {}
