"""compose(): whatever is merged, the national text stays as it is and in order."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from region_overlays.composition import (
    LOST_SECTION,
    NationalPart,
    SupplementPart,
    compose,
)

LEVELS: list[list[str]] = [[], ["primary"], ["specialised"], ["primary", "specialised"]]
IDS = [f"block-{number}" for number in range(12)]


def block(id: str, levels: list[str] | None = None, html: str = "") -> dict[str, Any]:
    return {"type": "text", "id": id, "care_levels": levels or [], "html": html or f"<p>{id}</p>"}


def national(
    *sections: tuple[str, list[dict[str, Any]]], safety: dict[str, int] | None = None
) -> NationalPart:
    """Each block's hash is its HTML; each section's all of them."""
    anchors = {item["id"]: item["html"] for _id, blocks in sections for item in blocks}
    anchors |= {f"#{id}": "".join(item["html"] for item in blocks) for id, blocks in sections}
    document = {
        "sections": [
            {"id": id, "title": id, "level": 2, "care_levels": [], "blocks": blocks}
            for id, blocks in sections
        ],
        "anchors": anchors,
    }
    return NationalPart(document, 1, safety or {})


def supplement(
    origin: NationalPart,
    section: str,
    after: str | None = None,
    *,
    id: str = "s",
    levels: list[str] | None = None,
    position: int = 0,
    sequence: int = 2,
) -> SupplementPart:
    name = after or f"#{section}"
    document = {
        "id": id,
        "region": "14",
        "language": "sv",
        "position": position,
        "anchor": {
            "section": section,
            "block": after,
            "hash": origin.document["anchors"].get(name, "gone"),
            "quote": "",
        },
        "care_levels": levels,
        "blocks": [block(f"{id}-own")],
        "references": [],
    }
    return SupplementPart(document, sequence, date(2022, 2, 6), "Region", None, origin)


def shown(sections: list[dict[str, Any]]) -> list[str]:
    return [item["id"] for section in sections for item in section["blocks"]]


@st.composite
def articles(draw: st.DrawFn) -> NationalPart:
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS)))
    cuts = sorted(draw(st.lists(st.integers(0, len(ids)), min_size=2, max_size=2)))
    pieces = [ids[: cuts[0]], ids[cuts[0] : cuts[1]], ids[cuts[1] :]]
    return national(
        *(
            (name, [block(id, draw(st.sampled_from(LEVELS))) for id in piece])
            for name, piece in zip(("ett", "tva", "tre"), pieces, strict=True)
        )
    )


@st.composite
def supplements(draw: st.DrawFn, origin: NationalPart) -> list[SupplementPart]:
    return [
        supplement(
            origin,
            draw(st.sampled_from(["ett", "tva", "tre", "borta"])),
            draw(st.none() | st.sampled_from(IDS)),
            id=f"s{number}",
            levels=draw(st.none() | st.sampled_from(LEVELS)),
            position=draw(st.integers(0, 3)),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


@given(data=st.data(), care_level=st.sampled_from([None, "primary", "specialised"]))
def test_the_national_text_is_never_changed(data: st.DataObject, care_level: str | None) -> None:
    article = data.draw(articles())
    added = data.draw(supplements(article))
    before = copy.deepcopy(article.document)

    result = compose(article, added, care_level=care_level)

    expected = [
        item
        for section in before["sections"]
        for item in section["blocks"]
        if care_level is None or not item["care_levels"] or care_level in item["care_levels"]
    ]
    found = [
        item
        for section in result.sections
        for item in section["blocks"]
        if item["type"] != "supplement"
    ]
    assert found == expected
    assert article.document == before


@given(data=st.data())
def test_each_supplement_is_shown_once_with_its_state(data: st.DataObject) -> None:
    article = data.draw(articles())
    added = data.draw(supplements(article))

    result = compose(article, added)

    placed = {
        item["id"]: (section["id"], item)
        for section in result.sections
        for item in section["blocks"]
        if item["type"] == "supplement"
    }
    assert sorted(placed) == sorted(part.document["id"] for part in added)
    assert len(result.shown) == len(added)
    for part in added:
        section, item = placed[part.document["id"]]
        anchor = part.document["anchor"]
        if item["status"] == "current":
            assert section != LOST_SECTION
        elif section != LOST_SECTION:
            # A lost block leaves its supplement in its own section, never in another.
            assert section == anchor["section"]


@given(positions=st.lists(st.integers(0, 3), max_size=5), after=st.none() | st.just("a"))
def test_supplements_at_one_place_keep_their_order(positions: list[int], after: str | None) -> None:
    article = national(("u", [block("a"), block("b")]))
    added = [
        supplement(article, "u", after, id=f"s{number}", position=position)
        for number, position in enumerate(positions)
    ]

    found = shown(compose(article, added).sections)

    expected = [
        f"s{number}"
        for _position, number in sorted(
            (position, number) for number, position in enumerate(positions)
        )
    ]
    assert found == (["a", *expected, "b"] if after else ["a", "b", *expected])


def test_a_supplement_follows_its_block() -> None:
    article = national(("utredning", [block("a"), block("b")]), ("behandling", [block("c")]))

    result = compose(article, [supplement(article, "utredning", "a")])

    assert shown(result.sections) == ["a", "s", "b", "c"]


def test_without_a_block_it_stands_at_the_sections_end() -> None:
    article = national(("utredning", [block("a"), block("b")]), ("behandling", [block("c")]))

    assert shown(compose(article, [supplement(article, "utredning")]).sections) == list("absc")


def test_it_has_its_anchors_care_levels_unless_it_says_its_own() -> None:
    article = national(("utredning", [block("a", ["primary"]), block("b")]))
    inherits = supplement(article, "utredning", "a")
    says = supplement(article, "utredning", "a", levels=["specialised"])

    assert shown(compose(article, [inherits], care_level="specialised").sections) == ["b"]
    assert shown(compose(article, [says], care_level="specialised").sections) == ["s", "b"]


def test_a_section_without_visible_content_is_left_out() -> None:
    article = national(("ett", [block("a", ["primary"])]), ("tva", [block("b")]))

    sections = compose(article, [], care_level="specialised").sections

    assert [section["id"] for section in sections] == ["tva"]


@pytest.mark.parametrize(
    ("now", "status", "place"),
    [
        (national(("u", [block("a"), block("b")])), "current", ["a", "s", "b"]),
        (national(("u", [block("b"), block("a")])), "current", ["b", "a", "s"]),
        (national(("u", [block("a", html="nytt"), block("b")])), "national-changed", list("asb")),
        (national(("u", [block("b")])), "anchor-lost", ["b", "s"]),
        (national(("v", [block("b")])), "anchor-lost", ["b", "s"]),
        (national(("v", [block("a"), block("b")])), "current", ["a", "s", "b"]),
    ],
)
def test_staleness(now: NationalPart, status: str, place: list[str]) -> None:
    written = national(("u", [block("a"), block("b")]))
    part = supplement(written, "u", "a")
    moved_on = SupplementPart(part.document, 2, part.approved_on, "Region", None, now)

    result = compose(now, [moved_on])

    assert shown(result.sections) == place
    statuses = [
        item["status"]
        for section in result.sections
        for item in section["blocks"]
        if item["type"] == "supplement"
    ]
    assert statuses == [status]


@pytest.mark.parametrize(("approved_after", "is_held"), [(2, True), (9, False)])
def test_after_a_safety_change_it_is_held_back_until_confirmed(
    approved_after: int, is_held: bool
) -> None:
    written = national(("u", [block("a")]))
    now = national(("u", [block("a", html="nytt")]), safety={"a": 5})
    part = supplement(written, "u", "a")
    moved_on = SupplementPart(part.document, approved_after, part.approved_on, "R", None, now)

    result = compose(now, [moved_on])

    held = [{"region": "14", "section": "u", "reason": "national-changed"}]
    assert result.withheld == (held if is_held else [])
    assert ("s" in shown(result.sections)) is not is_held


def test_in_another_language_it_meets_its_section() -> None:
    swedish = national(("utredning", [block("a"), block("b")]))
    english = national(("utredning", [block("x"), block("y")]))

    result = compose(english, [supplement(swedish, "utredning", "a")])

    assert shown(result.sections) == ["x", "y", "s"]
    assert result.sections[0]["blocks"][2]["status"] == "current"
