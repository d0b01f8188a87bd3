"""Which anchors safety changes touched: kept with each edition, so no history need be read."""

from __future__ import annotations

import json


def safety_changes(
    known: dict[str, int], before: str, after: str, *, is_safety: bool, sequence: int
) -> dict[str, int]:
    """Anchor → sequence of the latest safety edition that changed or removed it.

    `before` and `after` are documents; those without anchors (supplements) have no such changes.
    """
    if not is_safety or not before:
        return known
    old: dict[str, str] = json.loads(before).get("anchors", {})
    new: dict[str, str] = json.loads(after).get("anchors", {})
    touched = {anchor: sequence for anchor, content in old.items() if new.get(anchor) != content}
    return known | touched
