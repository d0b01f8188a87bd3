"""What two sequences have in common, and in which order to show both."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from rapidfuzz.distance import Indel, LCSseq

Item = TypeVar("Item", bound=Hashable)
Pairs = list[tuple[int, int]]
"""Places in two sequences that hold the same, rising in both."""

LONGEST_ISLAND = 3
"""Items in common that may be too few to be worth showing as unchanged."""


def in_common(before: Sequence[Hashable], after: Sequence[Hashable]) -> Pairs:
    """The longest common subsequence."""
    operations = LCSseq.opcodes(*coded(before, after))
    return [
        (step.src_start + offset, step.dest_start + offset)
        for step in operations
        if step.tag == "equal"
        for offset in range(step.src_end - step.src_start)
    ]


def likeness(before: Sequence[Hashable], after: Sequence[Hashable]) -> float:
    """How much of both they have in common, 0 to 1."""
    return float(Indel.normalized_similarity(*coded(before, after)))


def coded(*sequences: Sequence[Hashable]) -> list[list[int]]:
    """The items as small numbers: rapidfuzz compares hashes, and those of two items may collide."""
    codes: dict[Hashable, int] = {}
    return [[codes.setdefault(item, len(codes)) for item in items] for items in sequences]


def without_islands(pairs: Pairs, *, ends: tuple[int, int]) -> Pairs:
    """Leave out short runs between much longer differences, where "och" and "i" are chance.

    `ends` are the sequences' lengths.
    """
    runs = _runs(pairs)
    edges = [[(-1, -1)], *runs, [ends]]
    gaps = [_gap(left[-1], right[0]) for left, right in pairwise(edges)]
    kept: Pairs = []
    for run, (before, after) in zip(runs, pairwise(gaps), strict=True):
        if len(run) > LONGEST_ISLAND or 2 * len(run) > min(before, after):
            kept += run
    return kept


def _runs(pairs: Pairs) -> list[Pairs]:
    runs: list[Pairs] = []
    for left, right in pairs:
        if runs and runs[-1][-1] == (left - 1, right - 1):
            runs[-1].append((left, right))
        else:
            runs.append([(left, right)])
    return runs


def _gap(left: tuple[int, int], right: tuple[int, int]) -> int:
    return max(right[0] - left[0], right[1] - left[1]) - 1


def staying(before: Iterable[Item], after: Iterable[Item]) -> set[Item]:
    """The items of both that keep their order; the others of both have moved."""
    old, new = list(before), list(after)
    shared = set(old) & set(new)
    old = [item for item in old if item in shared]
    new = [item for item in new if item in shared]
    return {old[left] for left, _right in in_common(old, new)}


def both_orders(before: Sequence[Item], after: Sequence[Item]) -> list[Item]:
    """The later order, with items that are not in it after what they stood after."""
    stay, kept = staying(before, after), set(after)
    hung: dict[Item | None, list[Item]] = {}
    place: Item | None = None
    for item in before:
        if item in stay:
            place = item
        elif item not in kept:
            hung.setdefault(place, []).append(item)
    order = list(hung.get(None, []))
    for item in after:
        order += [item, *hung.get(item, [])]
    return order
