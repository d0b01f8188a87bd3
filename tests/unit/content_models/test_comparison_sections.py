"""Sections and blocks that are added, removed, moved or changed, each in its place."""

from __future__ import annotations

from typing import Any

import pytest

from content_models.documents.comparison import (
    Change,
    compare,
)
from tests.factories.documents import article, block, section
from tests.unit.content_models.compared import (
    blocks,
    changed_pieces,
    of_blocks,
    order,
    sides,
)


def test_sections_stand_in_the_later_order_with_removed_ones_where_they_stood() -> None:
    before = article(*(section(name, block(name)) for name in "abcd"))
    after = article(*(section(name, block(name)) for name in "acxd"))

    found = compare(before, after)

    assert [(part.key, part.kinds) for part in found.sections] == [
        ("a", ()),
        ("b", (Change.REMOVED,)),
        ("c", ()),
        ("x", (Change.ADDED,)),
        ("d", ()),
    ]


def test_a_section_that_moves_takes_its_blocks_along() -> None:
    before = article(*(section(name, block(name)) for name in "abc"))
    after = article(*(section(name, block(name)) for name in "cab"))

    found = compare(before, after)

    assert [(part.key, part.kinds) for part in found.sections] == [
        ("c", (Change.MOVED,)),
        ("a", ()),
        ("b", ()),
    ]
    assert all(item.is_same for item in blocks(found).values())


def test_a_heading_and_its_level_are_compared() -> None:
    before = article(section("a", block("1"), title="Om dosen", level=2))
    after = article(section("a", block("1"), title="Om doserna", level=3))

    part = compare(before, after).sections[0]

    assert part.kind is Change.CHANGED
    assert part.title_fact is not None
    assert changed_pieces(part.title_fact) == (["dosen"], ["doserna"])
    assert [(fact.name, *sides(fact)) for fact in part.facts] == [("level", "2", "3")]


def test_a_section_is_changed_if_its_blocks_are() -> None:
    part = of_blocks([block("1")], [block("1", "<p>Nytt.</p>")]).sections[0]

    assert part.kinds == ()
    assert part.kind is Change.CHANGED


def test_an_empty_section_is_compared_too() -> None:
    found = compare(article(section("a", title="En")), article(section("a", title="Två")))

    assert found.sections[0].kinds == (Change.CHANGED,)


def test_blocks_are_added_and_removed_where_they_stand() -> None:
    found = of_blocks([block("1"), block("2"), block("3")], [block("1"), block("4"), block("3")])

    assert order(found.sections[0]) == [
        ("1", ()),
        ("2", (Change.REMOVED,)),
        ("4", (Change.ADDED,)),
        ("3", ()),
    ]


def test_a_block_that_moves_to_another_section_is_a_move() -> None:
    before = article(
        section("a", block("1"), block("2"), title="Före"), section("b", title="Efter")
    )
    after = article(section("a", block("1"), title="Före"), section("b", block("2"), title="Efter"))

    found = compare(before, after)

    assert order(found.sections[0]) == [("1", ()), ("2", (Change.MOVED_AWAY,))]
    assert order(found.sections[1]) == [("2", (Change.MOVED,))]
    move = found.sections[1].blocks[0].move
    assert move is not None
    assert (move.before, move.after, move.is_within) == ("Före", "Efter", False)
    assert found.count == 1


def test_a_block_that_moves_and_changes_is_both() -> None:
    before = article(section("a", block("1", "<p>Ge 5 mg.</p>")), section("b"))
    after = article(section("a"), section("b", block("1", "<p>Ge 50 mg.</p>")))

    moved = blocks(compare(before, after))["1"]

    assert moved.kinds == (Change.CHANGED, Change.MOVED)
    assert moved.before is not None
    assert moved.before.html == "<p>Ge <del>5</del> mg.</p>"


def test_a_block_that_moves_within_its_section_leaves_a_trace() -> None:
    found = of_blocks([block("1"), block("2"), block("3")], [block("3"), block("1"), block("2")])

    assert order(found.sections[0]) == [
        ("3", (Change.MOVED,)),
        ("1", ()),
        ("2", ()),
        ("3", (Change.MOVED_AWAY,)),
    ]
    assert found.count == 1


def test_care_levels_that_change_are_told() -> None:
    found = of_blocks([block("1")], [block("1", care_levels=["primary"])])

    limited = blocks(found)["1"]
    assert limited.kinds == (Change.LEVELS,)
    assert [(fact.name, *sides(fact)) for fact in limited.facts] == [("care_levels", "", "primary")]


@pytest.mark.parametrize(
    ("type", "name", "before", "after"),
    [
        ("image", "src", "/media/published/a.png", "/media/published/b.png"),
        ("image", "decorative", False, True),
        ("image", "width", 640, 800),
        ("image", "height", 480, 600),
        ("video", "src", "/media/a.mp4", "/media/b.mp4"),
        ("video", "captions", None, "/media/a.vtt"),
        ("video", "transcript", "/media/a.txt", None),
        ("document", "src", "/media/a.pdf", "/media/b.pdf"),
        ("text", "unforeseen", "a", "b"),
        ("image", "caption", None, ""),
        ("video", "title", "", None),
        ("never-seen", "title", "a", "b"),
    ],
)
def test_members_that_the_rendering_does_not_mark_are_facts(
    type: str, name: str, before: Any, after: Any
) -> None:
    found = of_blocks(
        [block("1", type=type, **{name: before})], [block("1", type=type, **{name: after})]
    )

    changed = blocks(found)["1"]
    assert changed.kinds == (Change.CHANGED,)
    assert [fact.name for fact in changed.facts] == [name]


@pytest.mark.parametrize(
    ("type", "name"),
    [
        ("image", "alt"),
        ("image", "caption"),
        ("table", "caption"),
        ("video", "title"),
        ("document", "title"),
        ("warning", "title"),
    ],
)
def test_members_that_are_shown_are_marked(type: str, name: str) -> None:
    found = of_blocks(
        [block("1", type=type, **{name: "Högst 5 mg"})],
        [block("1", type=type, **{name: "Högst 50 mg"})],
    )

    changed = blocks(found)["1"]
    assert changed.before is not None
    assert changed.after is not None
    assert not changed.facts
    assert [piece.text for piece in changed.before.members[name].pieces if piece.is_changed] == [
        "5"
    ]
    assert [piece.text for piece in changed.after.members[name].pieces if piece.is_changed] == [
        "50"
    ]


def test_a_block_of_another_type_is_a_change() -> None:
    found = of_blocks(
        [block("1", type="facts", title=None)], [block("1", type="warning", title=None)]
    )

    assert [fact.name for fact in blocks(found)["1"].facts] == ["type"]


def test_addresses_of_links_that_change_are_told() -> None:
    html = '<p><a href="https://example.org/{}">Fass</a> <a href="https://example.org/z">z</a></p>'

    found = of_blocks([block("1", html.format("a?x=1&amp;y=2"))], [block("1", html.format("b"))])

    (fact,) = blocks(found)["1"].facts
    assert fact.name == "addresses"
    assert sides(fact) == ("https://example.org/a?x=1&y=2", "https://example.org/b")


def test_unforeseen_members_of_an_added_block_are_told() -> None:
    found = of_blocks([], [block("1", unforeseen="x")])

    assert [fact.name for fact in blocks(found)["1"].facts] == ["unforeseen"]


def test_blocks_with_the_same_id_are_all_compared() -> None:
    before = article(section("a", block("1"), block("1")), section("b", block("1")))
    after = article(section("a", block("1"), block("1")), section("b", block("1", "<p>Ny.</p>")))

    found = compare(before, after)

    assert len(blocks(found)) == 3
    assert found.count == 1
