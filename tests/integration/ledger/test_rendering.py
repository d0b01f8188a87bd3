"""What is rendered for approval is what is published, however the content was written."""

from __future__ import annotations

from typing import Any

import pytest

from content_models.models import Edition
from tests.factories.published import draft_article, draft_supplement, publish, section, text

pytestmark = pytest.mark.django_db


def without_ids(*blocks: dict[str, Any]) -> list[dict[str, Any]]:
    """As a script or an API may write them: Wagtail gives ids when it saves."""
    return [{name: value for name, value in block.items() if name != "id"} for block in blocks]


def test_blocks_written_without_ids_get_lasting_ones() -> None:
    inner = without_ids(text("Ett."), text("Två."))
    page = draft_article(sections=without_ids(section("utredning", *inner)))
    revision = page.get_latest_revision()
    assert revision.as_object().render() == revision.as_object().render()
    publish(page)
    [found] = Edition.objects.all()
    [part] = revision.as_object().document().sections
    assert all(block.id != "None" and block.id in found.document for block in part.blocks)


def test_so_do_a_supplements() -> None:
    page = draft_supplement(draft_article(), blocks=without_ids(text("Ett.")))
    revision = page.get_latest_revision()
    assert revision.as_object().render() == revision.as_object().render()
    publish(page)


def test_every_way_of_reading_the_content_gives_the_same_bytes() -> None:
    page = publish(draft_article())
    stored = Edition.objects.get().sha256
    assert type(page).objects.get(pk=page.pk).render().sha256 == stored
    assert page.get_latest_revision_as_object().render().sha256 == stored
