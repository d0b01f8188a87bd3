"""Explaining never disagrees with composing: what it says is shown is what is shown, in order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from content_models.editions.reading import LivePart
from region_overlays.composition import Composition, NationalPart, SupplementPart, compose
from region_overlays.explaining import Explained, explained
from region_overlays.judging import Judged, Reason, judge
from region_overlays.languages import choices_in
from tests.factories import live_parts

from .parts import LEVELS, TODAY, block, editions, national, section, supplement

APPROVED_ON = date(2022, 2, 6)
CHAIN = st.sampled_from([("sv",), ("en", "sv"), ("fi", "en")])
LEVEL = st.sampled_from([None, "primary", "specialised"])
REGION = st.sampled_from([None, "14", "12"])
WITHHELD = {
    *(Reason.NATIONAL_CHANGED, Reason.ANCHOR_LOST),
    *(Reason.EXPIRED, Reason.TRANSLATION_OUTDATED),
}


@st.composite
def published(draw: st.DrawFn) -> LivePart:
    """A supplement's latest edition: of either region, in any language, perhaps a tombstone."""
    region, language = (
        draw(st.sampled_from(["14", "12"])),
        draw(st.sampled_from(["sv", "en", "fi"])),
    )
    name = draw(st.sampled_from(["t1", "t2", "t3"]))
    part = f"katarakt/{language}/{region}/{name}"
    document = supplement(
        draw(editions()),
        draw(st.sampled_from(["s0", "s1", "borta"])),
        draw(st.sampled_from([None, "s0b0", "s1b0"])),
        id=name,
        position=draw(st.integers(0, 2)),
        levels=draw(st.sampled_from([None, *LEVELS[1:]])),
        language=language,
        region=region,
        blocks=[block("r", levels=draw(st.sampled_from(LEVELS)))],
        valid_until=draw(st.sampled_from([None, "2026-11-23", "2026-11-24"])),
    ).document
    found = live_parts.part(
        language,
        name,
        sequence=draw(st.integers(1, 20)),
        withdrawn=draw(st.integers(0, 4)) == 0,
        safety=draw(st.integers(0, 20)),
    )
    text = json.dumps({**document, "part": part})
    return replace(found, edition=found.edition._replace(part=part, region=region, document=text))


PARTS = st.lists(published(), min_size=2, max_size=8, unique_by=lambda part: part.edition.part)


def answered(
    served: NationalPart,
    parts: Sequence[LivePart],
    chain: Sequence[str],
    region: str | None,
    level: str | None,
) -> tuple[Composition, list[Explained]]:
    """What the API composes of these parts, and what it says of them."""

    def read(part: LivePart) -> SupplementPart:
        edition = part.edition
        return SupplementPart(
            json.loads(edition.document), edition.sequence, APPROVED_ON, "Region", None, served
        )

    def judged(part: LivePart) -> Judged:
        return judge(read(part), served, today=TODAY, care_level=level)

    own = choices_in([part for part in parts if part.edition.region == region], chain)
    composed = [read(choice.served) for choice in own if choice.served]
    composition = compose(served, composed, today=TODAY, care_level=level)
    every = explained(choices_in(parts, chain), composition, region=region, judge=judged)
    return composition, every


@given(editions(), PARTS, CHAIN, REGION, LEVEL)
def test_what_it_says_is_shown_is_what_is_composed_in_reading_order(
    served: NationalPart,
    parts: list[LivePart],
    chain: Sequence[str],
    region: str | None,
    level: str | None,
) -> None:
    composition, every = answered(served, parts, chain, region, level)
    read = [
        (item["region"], item["id"], item["language"])
        for section in composition.sections
        for item in section["blocks"]
        if item["type"] == "supplement"
    ]
    shown = [one.part.edition for one in every if one.reason is Reason.SHOWN]
    assert [(one.region, one.supplement, one.language) for one in shown] == read
    assert [one.reason is Reason.SHOWN for one in every] == sorted(
        (one.reason is Reason.SHOWN for one in every), reverse=True
    )


@given(editions(), PARTS, CHAIN, REGION, LEVEL)
def test_every_part_has_one_reason_and_the_one_that_decides(
    served: NationalPart,
    parts: list[LivePart],
    chain: Sequence[str],
    region: str | None,
    level: str | None,
) -> None:
    composition, every = answered(served, parts, chain, region, level)
    names = sorted(part.edition.part for part in parts)
    assert sorted(one.part.edition.part for one in every) == names
    composed = {one.part.document["part"] for one in composition.judged}
    held = {one.part.document["part"]: one.standing.status for one in composition.judged}
    for one in every:
        edition = one.part.edition
        assert (one.judged is None) is edition.tombstone is (one.reason is Reason.WITHDRAWN)
        if edition.tombstone:
            continue
        assert (edition.region != region) is (one.reason is Reason.REGION)
        if one.reason in WITHHELD - {Reason.TRANSLATION_OUTDATED}:
            assert one.reason == held[edition.part]
        if one.reason is Reason.TRANSLATION_OUTDATED:
            assert edition.language in chain
        if one.reason in {Reason.LANGUAGE, Reason.TRANSLATION_OUTDATED}:
            assert edition.part not in composed


@given(editions(), PARTS, REGION)
def test_of_one_supplement_at_most_one_language_is_composed(
    served: NationalPart, parts: list[LivePart], region: str | None
) -> None:
    parts = [replace(part, safety_sequence=0) for part in parts]
    _composition, every = answered(served, parts, ("en", "sv"), region, None)
    for one in every:
        if one.reason is Reason.LANGUAGE and one.part.edition.language != "fi":
            edition = one.part.edition
            [other] = [
                found.part.edition
                for found in every
                if found.reason not in {Reason.LANGUAGE, Reason.WITHDRAWN}
                and found.part.edition.region == region
                and found.part.edition.supplement == edition.supplement
            ]
            assert (edition.language, other.language) == ("sv", "en")


def test_those_that_are_shown_come_first_as_they_are_read() -> None:
    edition = national(section("s0", block("s0b0"), block("s0b1")), section("s1"))
    places = {"t1": ("borta", None), "t2": ("s1", None), "t3": ("s0", None), "t4": ("s0", "s0b0")}
    parts = []
    for name, (at, after) in places.items():
        found = live_parts.part("sv", name)
        document = supplement(edition, at, after, id=name).document
        text = json.dumps({**document, "part": found.edition.part})
        parts.append(replace(found, edition=found.edition._replace(document=text)))
    _composition, every = answered(edition, parts, ("sv",), "14", None)
    assert [one.part.edition.supplement for one in every] == ["t4", "t3", "t2", "t1"]
