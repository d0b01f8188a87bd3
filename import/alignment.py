"""Which new block is which old one: re-imported blocks keep their ids, so supplements stay put.

Pure: stored blocks in, stored blocks with ids out.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

Raw = dict[str, Any]


def align_sections(new: Sequence[Raw], old: Sequence[Raw]) -> list[Raw]:
    """Give the new sections and blocks the ids of the old ones that they are.

    Sections match by their section id. Within a section unchanged blocks keep their ids, and so
    does an edited block that stands where one of the same type stood; a block that was moved
    unchanged to another section keeps its id as well.
    """
    held = {section["value"]["section_id"]: section for section in old}
    sections = []
    for section in new:
        before = held.get(section["value"]["section_id"])
        blocks = align_blocks(
            section["value"]["blocks"], before["value"]["blocks"] if before else []
        )
        value = {**section["value"], "blocks": blocks}
        sections.append({**section, "value": value, "id": before["id"] if before else _new_id()})
    return _with_moved(sections, old)


def align_blocks(new: Sequence[Raw], old: Sequence[Raw]) -> list[Raw]:
    """Ids for one list of blocks; blocks that match nothing are left without one."""
    result = [{**block, "id": None} for block in new]
    if not old:
        return result
    matcher = SequenceMatcher(
        None, [_content(block) for block in old], [_content(block) for block in new], autojunk=False
    )
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            for place in range(new_to - new_from):
                result[new_from + place]["id"] = old[old_from + place]["id"]
        elif tag == "replace":
            _pair_edited(result[new_from:new_to], old[old_from:old_to])
    return result


def _pair_edited(new: list[Raw], old: Sequence[Raw]) -> None:
    """Edited blocks: in order, each takes the id of the next old block of its type."""
    remaining = list(old)
    for block in new:
        for place, candidate in enumerate(remaining):
            if candidate["type"] == block["type"]:
                block["id"] = candidate["id"]
                del remaining[: place + 1]
                break


def _with_moved(sections: list[Raw], old: Sequence[Raw]) -> list[Raw]:
    used = {block["id"] for section in sections for block in section["value"]["blocks"]}
    free: dict[str, list[str]] = {}
    for section in old:
        for block in section["value"]["blocks"]:
            if block["id"] not in used:
                free.setdefault(_content(block), []).append(block["id"])
    for section in sections:
        for block in section["value"]["blocks"]:
            if block["id"] is None:
                candidates = free.get(_content(block)) if free else None
                block["id"] = candidates.pop(0) if candidates else _new_id()
    return sections


def with_ids(blocks: Sequence[Raw]) -> list[Raw]:
    """Blocks that have no id yet get one."""
    return [{**block, "id": block.get("id") or _new_id()} for block in blocks]


def _content(block: Raw) -> str:
    return json.dumps([block["type"], block["value"]], sort_keys=True)


def _new_id() -> str:
    return str(uuid.uuid4())
