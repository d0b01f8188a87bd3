"""Blocks that a new version of a file leaves as they were keep their ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from content_models.editions.models import CurrentEdition

from .content import article, blocks_of, page_of, placed, published, sections, supplement, write

BEFORE = sections(utredning="Ett ord.\n\nTvå ord.\n\nTre ord.", behandling="Fyra ord.")


@pytest.mark.parametrize(
    "body",
    [
        sections(utredning="Ett ord.\n\nTvå nya ord.\n\nTre ord.", behandling="Fyra ord."),
        sections(utredning="Noll.\n\nEtt ord.\n\nTvå ord.\n\nTre ord.", behandling="Fyra ord."),
        sections(utredning="Två ord.\n\nTre ord.", behandling="Fyra ord."),
        sections(utredning="Tre ord.\n\nEtt ord.\n\nTvå ord.", behandling="Fyra ord."),
        sections(utredning="Annat.\n\nTre ord.", behandling="Fyra ord.\n\nEtt ord.\n\nTvå ord."),
        sections(utvardering="Ett ord.\n\nTvå ord.\n\nTre ord.", behandling="Fyra ord."),
        sections(behandling="Fyra ord.", utredning="Ett ord.\n\nTvå ord.\n\nTre ord."),
        sections(behandling="Fyra ord.\n\nEtt ord.\n\nTvå ord.\n\nTre ord."),
    ],
    ids=["edit", "insert", "remove", "reorder", "move", "rename", "swap sections", "merge"],
)
def test_what_is_left_as_it_was_is_the_same_block(folder: Path, body: str) -> None:
    published(write(folder, katarakt=article(body=BEFORE)))
    before = blocks_of(page_of())

    published(write(folder, katarakt=article(body=body)))

    after = blocks_of(page_of())
    assert {text: after[text] for text in after if text in before} == {
        text: before[text] for text in before if text in after
    }
    assert len(set(after.values())) == len(after)


def test_an_edited_block_keeps_its_id(folder: Path) -> None:
    published(write(folder, katarakt=article(body=BEFORE)))
    before = blocks_of(page_of())

    published(write(folder, katarakt=article(body=BEFORE.replace("Två ord", "Två andra ord"))))

    assert blocks_of(page_of())["Två andra ord."] == before["Två ord."]


def test_an_edit_beside_a_removal_keeps_the_id_of_what_was_edited(folder: Path) -> None:
    published(write(folder, katarakt=article(body=BEFORE)))
    before = blocks_of(page_of())

    body = BEFORE.replace("Ett ord.\n\n", "").replace("Två ord", "Två andra ord")
    published(write(folder, katarakt=article(body=body)))

    assert blocks_of(page_of())["Två andra ord."] == before["Två ord."]


def test_supplements_stay_where_they_are_anchored(folder: Path) -> None:
    write(folder, katarakt=article(body=BEFORE))
    published(write(folder, vg=supplement(placed("Ring.", after=2))))

    published(write(folder, katarakt=article(body=BEFORE.replace("Ett ord", "Noll.\n\nEtt ord"))))

    anchor = _document("katarakt/sv/14/utredning")["anchor"]
    national = _document("katarakt/sv")
    assert anchor["block"] == blocks_of(page_of())["Två ord."]
    assert national["anchors"][anchor["block"]] == anchor["hash"]


def _document(part: str) -> dict:  # type: ignore[type-arg]
    return dict(json.loads(CurrentEdition.objects.get(part=part).edition.document))
