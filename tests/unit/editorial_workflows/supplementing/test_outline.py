"""The outline: every block once, every supplement once, and room everywhere else."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from editorial_workflows.supplementing.outline import Entry, Outline, Slot, outline_of

BLOCKS = {"s1": ["a", "b"], "s2": [], "s3": ["c"]}
DOCUMENT: Any = {
    "sections": [
        {"id": name, "title": name, "level": 2, "blocks": [{"id": one} for one in ids]}
        for name, ids in BLOCKS.items()
    ],
    "anchors": {one: one for ids in BLOCKS.values() for one in ids}
    | {f"#{name}": name for name in BLOCKS},
}
ROOM = ["a", "+a", "b", "+b", "+#s1", "+#s2", "c", "+c", "+#s3"]
IN_PLACE = ["a", "(t1)", "(t2)", "+a", "b", "+b", "(slut)"]


def entry(id: str, section: str, block: str | None, position: int = 0) -> Entry:
    anchor = {"section": section, "block": block, "hash": "x", "quote": ""}
    document = {"id": id, "anchor": anchor, "position": position, "blocks": []}
    return Entry(None, document, position, "", False, "")


def drawn(outline: Outline) -> list[str]:
    return [_drawn(item) for section in outline.sections for _kind, item in section.rows]


def _drawn(item: Any) -> str:
    if isinstance(item, Slot):
        return f"+{item.block or '#' + item.section}" + (f"<{item.before}" if item.before else "")
    return f"({item.document['id']})" if isinstance(item, Entry) else str(item["id"])


def test_room_after_each_block_and_at_each_end() -> None:
    assert drawn(outline_of(DOCUMENT, [])) == ROOM


def test_supplements_stand_in_place_in_their_order() -> None:
    entries = [entry("t2", "s1", "a", 2), entry("t1", "s1", "a", 1), entry("slut", "s1", None)]
    assert drawn(outline_of(DOCUMENT, entries))[:7] == IN_PLACE


def test_room_between_them_for_one_that_is_moved() -> None:
    entries = [entry("t1", "s1", "a", 1), entry("t2", "s1", "a", 2)]
    rows = drawn(outline_of(DOCUMENT, entries, between=True))
    assert rows[:6] == ["a", "+a<t1", "(t1)", "+a<t2", "(t2)", "+a"]


def test_what_has_lost_its_block_stands_last_in_its_section_and_else_apart() -> None:
    lost, homeless = entry("t1", "s1", "borta"), entry("t2", "borta", None)
    outline = outline_of(DOCUMENT, [lost, homeless])
    assert drawn(outline)[4:6] == ["(t1)", "+#s1"]
    assert list(outline.homeless) == [homeless]


PLACES = st.tuples(
    st.sampled_from([*BLOCKS, "borta"]), st.sampled_from([None, "a", "b", "c", "borta"])
)


@given(st.lists(PLACES, max_size=6), st.booleans())
def test_everything_is_there_once(places: list[Any], between: bool) -> None:
    entries = [entry(f"t{number}", *place) for number, place in enumerate(places)]
    outline = outline_of(DOCUMENT, entries, between=between)
    rows = drawn(outline)
    assert [one for one in rows if one in "abc"] == ["a", "b", "c"]
    shown = [one.strip("()") for one in rows if one.startswith("(")]
    apart = [one.document["id"] for one in outline.homeless]
    assert sorted(shown + apart) == sorted(one.document["id"] for one in entries)
    slots = [one for one in rows if one.startswith("+")]
    assert len(set(slots)) == len(slots) == 6 + (len(shown) if between else 0)
