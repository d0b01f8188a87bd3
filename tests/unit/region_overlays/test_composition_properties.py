"""Whatever is merged: the national text is untouched, in order, and no supplement is lost."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from region_overlays.composition import Composition, NationalPart, SupplementPart, is_for

from .parts import editions, merged, supplements

LEVEL = st.sampled_from([None, "primary", "specialised"])


def blocks_of(composition: Composition) -> list[Any]:
    return [item for section in composition.sections for item in section["blocks"]]


def shown_ids(composition: Composition) -> list[str]:
    return [item["id"] for item in blocks_of(composition) if item["type"] == "supplement"]


@given(editions(), supplements(), LEVEL)
def test_national_blocks_are_the_same_objects_in_the_same_order(
    national: NationalPart, regional: list[SupplementPart], level: str | None
) -> None:
    before = copy.deepcopy(national)
    found = [id(b) for b in blocks_of(merged(national, regional, care_level=level)) if "html" in b]
    wanted = [
        id(block)
        for section in national.document["sections"]
        for block in section["blocks"]
        if is_for(block["care_levels"], level)
    ]
    assert found == wanted
    assert national == before


@given(editions(), supplements(), LEVEL)
def test_sections_keep_their_order_and_all_but_their_blocks(
    national: NationalPart, regional: list[SupplementPart], level: str | None
) -> None:
    sections = merged(national, regional, care_level=level).sections
    known = {section["id"]: section for section in national.document["sections"]}
    ids = [section["id"] for section in sections]
    assert [name for name in known if name in ids] == [name for name in ids if name in known]
    assert [name for name in ids if name not in known] in ([], ids[-1:])
    for section in sections:
        assert section["blocks"]
        if section["id"] in known:
            assert {**section, "blocks": []} == {**known[section["id"]], "blocks": []}


@given(editions(), supplements())
def test_each_supplement_stands_once_or_is_withheld(
    national: NationalPart, regional: list[SupplementPart]
) -> None:
    result = merged(national, regional)
    withheld = [item["section"] for item in result.withheld]
    ids = shown_ids(result)
    assert len(ids) == len(set(ids)) == len(regional) - len(withheld)
    assert sorted(part.document["id"] for part in result.shown) == sorted(ids)
    hidden = [part for part in regional if part.document["id"] not in ids]
    assert sorted(part.document["anchor"]["section"] for part in hidden) == sorted(withheld)


@given(editions(), supplements(), LEVEL)
def test_a_supplement_is_the_same_text_whatever_its_place(
    national: NationalPart, regional: list[SupplementPart], level: str | None
) -> None:
    texts = {part.document["id"]: part.document for part in regional}
    for item in blocks_of(merged(national, regional, care_level=level)):
        if item["type"] == "supplement":
            document = texts[item["id"]]
            assert is_for(item["care_levels"], level)
            assert item["blocks"] == [
                inner for inner in document["blocks"] if is_for(inner["care_levels"], level)
            ]
            assert item["region"] == document["region"]


@given(editions(), supplements(), LEVEL, st.randoms())
def test_the_order_in_which_supplements_arrive_does_not_matter(
    national: NationalPart, regional: list[SupplementPart], level: str | None, random: Any
) -> None:
    shuffled = random.sample(regional, len(regional))
    one = merged(national, regional, care_level=level)
    other = merged(national, shuffled, care_level=level)
    assert one.sections == other.sections
    assert one.withheld == other.withheld


@given(editions(), LEVEL)
def test_without_supplements_nothing_is_added(national: NationalPart, level: str | None) -> None:
    result = merged(national, [], care_level=level)
    assert (shown_ids(result), result.shown, result.withheld) == ([], [], [])
