"""Supplements as a region writes them: ids, places, levels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from content_models.editions.models import CurrentEdition
from region_overlays.models import SupplementPage
from region_overlays.placing import SPACING
from tests.factories.published import draft_article

from .content import (
    article,
    blocks_of,
    draft_of,
    page_of,
    placed,
    published,
    run,
    sections,
    supplement,
    supplement_of,
    write,
)
from .test_conflicts import edit

TWO = sections(utredning="Ett.\n\nTvå.", behandling="Tre.")


def document(id: str, region: str = "14") -> dict[str, Any]:
    part = f"katarakt/sv/{region}/{id}"
    return dict(json.loads(CurrentEdition.objects.get(part=part).edition.document))


def test_ids_follow_the_sections_and_positions_the_file(folder: Path) -> None:
    write(folder, katarakt=article(body=TWO))
    text = supplement(
        placed("A"), placed("B", after=1), placed("C", id="ring"), placed("D", at="behandling")
    )
    published(write(folder, vg=text))

    rows = SupplementPage.objects.order_by("position").values_list("supplement_id", "section_id")
    assert list(rows) == [
        ("utredning", "utredning"),
        ("utredning-2", "utredning"),
        ("ring", "utredning"),
        ("behandling", "behandling"),
    ]


def test_after_counts_the_sections_own_blocks(folder: Path) -> None:
    body = "## Utredning {#utredning}\n\nEtt.\n\n::: primary\nTvå.\n\n- Tre\n:::\n\nFyra.\n"
    published(write(folder, katarakt=article(body=body), vg=supplement(placed(after=4))))

    anchor = document("utredning")["anchor"]
    assert anchor["block"] == blocks_of(page_of())["Fyra."]
    assert anchor["quote"] == "Fyra."


def test_without_after_it_stands_at_the_sections_end(folder: Path) -> None:
    published(write(folder, katarakt=article(body=TWO), vg=supplement(placed())))

    assert document("utredning")["anchor"]["block"] is None


def test_care_levels_are_the_anchors_unless_the_file_says(folder: Path) -> None:
    text = supplement(placed(), placed(id="egen", care_levels="primary"))
    published(write(folder, katarakt=article(), vg=text))

    assert document("utredning")["care_levels"] is None
    assert document("egen")["care_levels"] == ["primary"]


@pytest.mark.parametrize("region", ["14", "vastra-gotaland"])
def test_a_region_by_code_or_slug(folder: Path, region: str) -> None:
    published(write(folder, katarakt=article(), vg=supplement(region=region)))

    assert supplement_of().get_parent().specific.region.slug == "vastra-gotaland"


def test_regions_may_use_the_same_ids(folder: Path) -> None:
    write(folder, katarakt=article(), vg=supplement(), skane=supplement(region="12"))

    assert published(folder).code == 0
    assert document("utredning", "12")["region"] == "12"


def test_moving_one_within_the_file_keeps_its_page(folder: Path) -> None:
    write(folder, katarakt=article(body=TWO))
    published(write(folder, vg=supplement(placed("A", id="a"), placed("B", id="b"))))
    before = {id: supplement_of(id).pk for id in "ab"}

    moved = supplement(placed("B", id="b", at="behandling"), placed("A", id="a"))
    published(write(folder, vg=moved))

    assert {id: supplement_of(id).pk for id in "ab"} == before
    assert [supplement_of(id).position for id in "ab"] == [2 * SPACING, SPACING]
    assert supplement_of("b").section_id == "behandling"


def test_what_is_published_is_anchored_in_what_is_published(folder: Path) -> None:
    """An editor's draft begins the section with a block that readers do not have yet."""
    published(write(folder, katarakt=article()))
    latest = draft_of()
    raw = latest.sections.get_prep_value()
    raw[0]["value"]["blocks"].insert(0, {"type": "text", "value": {"html": "<p>Utkast.</p>"}})
    latest.sections = raw
    latest.save_revision()

    published(write(folder, vg=supplement(placed(after=1))))

    assert document("utredning")["anchor"]["quote"] == "Första stycket."


def test_a_draft_is_supplemented_as_a_draft(folder: Path) -> None:
    page = draft_article("katarakt")
    edit(page)

    assert run(write(folder, vg=supplement(placed(after=1)))).code == 0
    assert supplement_of().title == "För hand – Utredning"
