"""The same as on documents alone, through pages, approvals, editions and the API."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cms.api import answering
from region_overlays.composition import LOST_SECTION
from tests.factories.edits import STEPS, EditedArticle, Follower
from tests.factories.published import Raw, article, revise, section, supplement, text

NOT_SHRUNK = [phase for phase in Phase if phase is not Phase.shrink]
"""Publishing takes too long for it; most that fails here fails on documents alone too."""
POINTS = ((0, None), (0, 1), (1, 1))
"""Section, and which block of it the supplement follows; None: the section's end."""


def raw(edited: EditedArticle) -> list[Raw]:
    """The article as Wagtail stores it."""
    return [
        section(
            one.id,
            *(text(b.html, id=b.id, care_levels=tuple(b.care_levels)) for b in one.blocks),
            title=one.title,
        )
        for one in edited.sections
    ]


def places(page: Any) -> dict[str, list[tuple[str, str | None, str]]]:
    """Supplement → its section, the national block before it and its status; once, or not."""
    found: dict[str, list[Any]] = {}
    for one in page["sections"]:
        before = None
        for block in one["blocks"]:
            if block["type"] == "supplement":
                found.setdefault(block["id"], []).append((one["id"], before, block["status"]))
            else:
                before = block["id"]
    return found


def wanted(follower: Follower) -> list[tuple[str, str | None, str]]:
    """Where the model has it; at a section's end, after its last block."""
    expected = follower.expected()
    if expected.is_withheld:
        return []
    if expected.section is None:
        return [(LOST_SECTION, None, expected.status)]
    blocks = expected.section.blocks
    last = blocks[-1].id if blocks else None
    before = expected.block.id if expected.block else last
    return [(expected.section.id, before, expected.status)]


class Edits(TestCase):
    def setup_example(self) -> None:
        super().setup_example()
        # What was answered of an example that is rolled back.
        answering.forget()

    @settings(max_examples=6, phases=NOT_SHRUNK)
    @given(st.lists(STEPS, min_size=1, max_size=4))
    def test_each_is_shown_once_at_its_place_or_withheld(self, steps: list[Any]) -> None:
        edited = EditedArticle([2, 2, 1])
        page = article(sections=raw(edited))
        followers = {}
        for number, (place, after) in enumerate(POINTS):
            target = edited.sections[place]
            block = None if after is None else target.blocks[after - 1]
            followers[f"t{number}"] = Follower(edited, target, block)
            supplement(page, at=target.id, after=after, id=f"t{number}")
        for name, first, second, kind in steps:
            before = edited.contents()
            edited.edit(name, first, second)
            page = revise(page, sections=raw(edited), approval={"change_class": kind})
            if kind == "safety":
                for follower in followers.values():
                    follower.see_safety_change(before, edited.contents())
            self.check(followers)

    def check(self, followers: dict[str, Follower]) -> None:
        page = self.client.get("/api/v1/pages/katarakt", {"region": "14"}).json()
        found = places(page)
        for name, follower in followers.items():
            assert found.get(name, []) == wanted(follower)
        withheld = [one for one in followers.values() if one.expected().is_withheld]
        assert sorted((one["section"], one["reason"]) for one in page["withheld"]) == sorted(
            (one.section_id, one.expected().status) for one in withheld
        )
