"""A supplement file's containers."""

import pytest


def test_ids_follow_the_anchor_unless_given(supplement):
    body = "\n\n".join(
        f"::: supplement {attributes}\nx\n:::"
        for attributes in (
            "at=utredning",
            "at=utredning after=2",
            "at=utredning id=egen",
            "at=behandling id=utredning-3",
            "at=utredning",
        )
    )

    assert [(s.id, s.at, s.after) for s in supplement(body).supplements] == [
        ("utredning", "utredning", None),
        ("utredning-2", "utredning", 2),
        ("egen", "utredning", None),
        ("utredning-3", "behandling", None),
        ("utredning-4", "utredning", None),
    ]


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("", None),
        (" care_levels=primary", ("primary",)),
        (" care_levels=specialised,primary", ("primary", "specialised")),
    ],
)
def test_care_levels_are_the_anchors_unless_given(supplement, written, levels):
    (found,) = supplement(f"::: supplement at=a{written}\nx\n:::").supplements

    assert found.care_levels == levels


def test_each_has_the_references_that_it_cites_in_order(supplement):
    first, second = supplement(
        "[^z]: Z\n\n::: supplement at=a\nx[^b][^a]\n\n::: primary\n[^b]\n:::\n\n[^b]: B\n:::\n\n"
        "::: supplement at=a\n#### y[^z]\n:::\n\n[^a]: A\n[^unused]: U"
    ).supplements

    assert [reference.label for reference in first.references] == ["b", "a"]
    assert [block.care_levels for block in first.blocks] == [(), ("primary",)]
    assert [reference.label for reference in second.references] == ["z"]
    assert second.blocks[0].html == "<h4>y[^z]</h4>"


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("", 5, "the file holds no supplement"),
        ("::: supplement\nx\n:::", 6, "`::: supplement` needs `at=…`"),
        ("::: supplement at=Å\nx\n:::", 6, "`at=Å` is not an id"),
        ("::: supplement at=a id=Å\nx\n:::", 6, "`id=Å` is not an id"),
        ("::: supplement at=a after=0\nx\n:::", 6, "`after=0` is not a block's number"),
        ("::: supplement at=a after=x\nx\n:::", 6, "`after=x` is not a block's number"),
        ("::: supplement at=a care_levels=both\nx\n:::", 6, "allowed: primary, specialised or"),
        ("::: supplement at=a care_levels=primary,primary\nx\n:::", 6, "is not allowed"),
        ("::: supplement at=a region=14\nx\n:::", 6, "`region` is unknown on `::: supplement`"),
        ("::: supplement at=a\n:::", 6, "the supplement is empty"),
        ("::: supplement at=a\n[^1]: x\n:::", 6, "the supplement is empty"),
        (
            "::: supplement at=a id=b\nx\n:::\n::: supplement at=c id=b\nx\n:::",
            9,
            "the id `b` is used by an earlier supplement",
        ),
        ("Text\n\n::: supplement at=a\nx\n:::", 6, "all text stands inside `::: supplement"),
        ("::: supplement at=a\nx\n:::\n\n## A", 10, "all text stands inside"),
        ("::: primary\n::: supplement at=a\nx\n:::\n:::", 6, "all text stands inside"),
        ("::: supplement at=a\n## A\n:::", 7, "cannot stand inside a container"),
        ("::: supplement at=a\nx\n\n::: supplement at=a\nx\n:::\n:::", 9, "at the top level"),
        ("::: supplement at=a\nx", 6, "is never closed"),
        ("::: supplement at=a\nx[^1]\n:::", 7, "`[^1]` has no footnote"),
        ("::: supplement at=a\nx\n:::\n" * 301, 906, "more than 300 supplements"),
    ],
)
def test_refusals(supplement, refusal, body, line, part):
    found = refusal(supplement, body)

    assert found[0] == line
    assert part in found[1]
