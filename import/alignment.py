"""Which new block is which old one: re-imported blocks keep their ids, so supplements stay put.

Pure: stored blocks in, stored blocks with ids out.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

Raw = dict[str, Any]
Gap = tuple[list[Raw], list[Raw]]
"""New blocks without an id, and the old ones that stood in their place."""

COMPARED = 2_000
"""Pairs of blocks in one gap that are compared by their words; beyond that, by order alone."""


def align_sections(new: Sequence[Raw], old: Sequence[Raw]) -> list[Raw]:
    """Give the new sections and blocks the ids of the old ones that they are.

    Sections match by their section id. A block that is unchanged keeps its id, wherever it has
    been moved to; an edited one that stands where one of the same type stood keeps that one's.
    """
    held = {section["value"]["section_id"]: section for section in old}
    pairs = [(section, held.get(section["value"]["section_id"])) for section in new]
    blocks = _align([(_blocks(section), _blocks(before)) for section, before in pairs], old)
    return [
        {
            **section,
            "value": {**section["value"], "blocks": aligned},
            "id": before["id"] if before else _new_id(),
        }
        for (section, before), aligned in zip(pairs, blocks, strict=True)
    ]


def align_blocks(new: Sequence[Raw], old: Sequence[Raw]) -> list[Raw]:
    """Ids for one list of blocks."""
    whole = {"value": {"blocks": list(old)}}
    return _align([(new, old)], [whole])[0]


def with_ids(blocks: Sequence[Raw]) -> list[Raw]:
    """Blocks that have no id yet get one."""
    return [{**block, "id": block.get("id") or _new_id()} for block in blocks]


def _align(
    pairs: Sequence[tuple[Sequence[Raw], Sequence[Raw]]], sections: Sequence[Raw]
) -> list[list[Raw]]:
    """Unchanged where they stood, then unchanged but moved, then edited; the rest is new."""
    if not sections:
        return [with_ids(new) for new, _old in pairs]
    results, gaps = [], []
    for new, old in pairs:
        result = [{**block, "id": None} for block in new]
        gaps += list(_unchanged(result, old))
        results.append(result)
    _moved(results, sections)
    used = {block["id"] for result in results for block in result}
    for blocks, before in gaps:
        _edited(
            [block for block in blocks if block["id"] is None],
            [block for block in before if block["id"] not in used],
        )
    return [with_ids(result) for result in results]


def _blocks(section: Raw | None) -> list[Raw]:
    return list(section["value"]["blocks"]) if section else []


def _unchanged(result: list[Raw], old: Sequence[Raw]) -> Iterator[Gap]:
    """Ids to blocks that stand as they stood; gives the gaps between them."""
    before, after = [_content(block) for block in old], [_content(block) for block in result]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    codes = matcher.get_opcodes() if before != after else [("equal", 0, len(old), 0, len(old))]
    for tag, old_from, old_to, new_from, new_to in codes:
        if tag == "equal":
            for place in range(new_to - new_from):
                result[new_from + place]["id"] = old[old_from + place]["id"]
        elif tag == "replace":
            yield result[new_from:new_to], list(old[old_from:old_to])


def _moved(results: Sequence[list[Raw]], sections: Sequence[Raw]) -> None:
    used = {block["id"] for result in results for block in result}
    free: dict[str, list[str]] = {}
    for section in sections:
        for block in _blocks(section):
            if block["id"] not in used:
                free.setdefault(_content(block), []).append(block["id"])
    for result in results:
        for block in result:
            candidates = free.get(_content(block)) if block["id"] is None else None
            if candidates:
                block["id"] = candidates.pop(0)


def _edited(new: list[Raw], old: list[Raw]) -> None:
    """Block by block the old one of its type with the most words in common."""
    for kind in {block["type"] for block in new}:
        blocks = [block for block in new if block["type"] == kind]
        before = [block for block in old if block["type"] == kind]
        if len(blocks) != len(before) and len(blocks) * len(before) <= COMPARED:
            _by_likeness(blocks, before)
        else:
            for block, candidate in zip(blocks, before, strict=False):
                block["id"] = candidate["id"]


def _by_likeness(new: Sequence[Raw], old: Sequence[Raw]) -> None:
    words = [set(_content(block).split()) for block in new]
    earlier = [set(_content(block).split()) for block in old]
    likeness = sorted(
        (-len(mine & theirs) / len(mine | theirs), place, before)
        for place, mine in enumerate(words)
        for before, theirs in enumerate(earlier)
    )
    taken: set[int] = set()
    for _score, place, before in likeness:
        if new[place]["id"] is None and before not in taken:
            new[place]["id"] = old[before]["id"]
            taken.add(before)


def _content(block: Raw) -> str:
    return json.dumps([block["type"], block["value"]], sort_keys=True)


def _new_id() -> str:
    return str(uuid.uuid4())
