"""Whatever national editors do, each supplement is shown once, at its place, or is withheld."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from content_models.documents.markup import content_hash
from content_models.editions.staleness import safety_changes
from region_overlays.anchors import anchor_at
from region_overlays.composition import LOST_SECTION, Composition, NationalPart, SupplementPart
from tests.factories.edits import SIZES, STEPS, EditedArticle, Expected, Follower

from .parts import block, merged, section, supplement

FIRST = 10
"""The sequence of the edition that the supplements were written for; theirs is the next."""
POINTS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5)
"""Where supplements are: a section, and a block of it, or with one number more its end."""


def document_of(article: EditedArticle) -> dict[str, Any]:
    sections, anchors = [], {}
    for one in article.sections:
        blocks = [block(item.id, item.html, levels=item.care_levels) for item in one.blocks]
        hashes = {item["id"]: content_hash(item["type"], item["html"]) for item in blocks}
        anchors |= hashes | {f"#{one.id}": content_hash(*hashes.values())}
        sections.append(section(one.id, *blocks, title=one.title))
    return {"sections": sections, "anchors": anchors}


def published(article: EditedArticle, before: NationalPart, sequence: int, kind: str) -> Any:
    """The article's next edition."""
    document = document_of(article)
    changes = safety_changes(
        dict(before.safety_changes),
        json.dumps(before.document),
        json.dumps(document),
        is_safety=kind == "safety",
        sequence=sequence,
    )
    return NationalPart(document, sequence, changes)


def written(
    article: EditedArticle, national: NationalPart, points: list[tuple[int, int]]
) -> dict[str, tuple[Follower, SupplementPart]]:
    """Supplements at these points, by their ids, each with one who remembers the text then."""
    made = {}
    for number, (first, second) in enumerate(points):
        target = article.sections[first % len(article.sections)]
        place = second % (len(target.blocks) + 1)
        after = target.blocks[place] if place < len(target.blocks) else None
        part = supplement(national, target.id, id=f"t{number}", sequence=FIRST + 1)
        anchor = anchor_at(national.document, target.id, after.id if after else None)
        part = replace(part, document={**part.document, "anchor": anchor})
        made[f"t{number}"] = Follower(article, target, after), part
    return made


def found(composition: Composition) -> dict[str, list[tuple[str, str | None, bool, str]]]:
    """Supplement → its section, the national block before it, if any follows, and its status."""
    places: dict[str, list[Any]] = {}
    for one in composition.sections:
        last = None
        for number, item in enumerate(one["blocks"]):
            if item["type"] != "supplement":
                last = item["id"]
                continue
            more = any(other["type"] != "supplement" for other in one["blocks"][number:])
            places.setdefault(item["id"], []).append((one["id"], last, more, item["status"]))
    return places


def check(places: list[tuple[str, str | None, bool, str]], expected: Expected) -> None:
    if expected.is_withheld:
        assert places == []
        return
    [(section_id, before, is_followed, status)] = places
    assert status == expected.status
    assert section_id == (expected.section.id if expected.section else LOST_SECTION)
    if expected.block:
        assert before == expected.block.id
    else:
        assert not is_followed


@given(SIZES, POINTS, st.lists(STEPS, min_size=1, max_size=8))
def test_each_is_shown_once_at_its_place_or_withheld(
    sizes: list[int], points: list[tuple[int, int]], steps: list[Any]
) -> None:
    article = EditedArticle(sizes)
    national = NationalPart(document_of(article), FIRST, {})
    followed = written(article, national, points)
    for number, (name, first, second, kind) in enumerate(steps, start=FIRST + 2):
        before = article.contents()
        article.edit(name, first, second)
        national = published(article, national, number, kind)
        if kind == "safety":
            for follower, _part in followed.values():
                follower.see_safety_change(before, article.contents())
        parts = [replace(part, written_for=national) for _follower, part in followed.values()]
        result = merged(national, parts)
        places = found(result)
        expected = {id: follower.expected() for id, (follower, _part) in followed.items()}
        for id, wanted in expected.items():
            check(places.get(id, []), wanted)
        held = [follower for id, (follower, _part) in followed.items() if expected[id].is_withheld]
        assert sorted((item["section"], item["reason"]) for item in result.withheld) == sorted(
            (follower.section_id, follower.expected().status) for follower in held
        )
