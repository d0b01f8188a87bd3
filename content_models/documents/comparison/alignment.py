"""Which atoms of two fragments have no partner: whole units first, then words within them."""

from __future__ import annotations

from itertools import chain, pairwise

from content_models.documents.comparison.fragments import Unit
from content_models.documents.comparison.sequences import (
    Pairs,
    in_common,
    likeness,
    without_islands,
)

Flags = list[bool]
"""For each atom, whether it differs."""

ALIKE = 0.5
"""Likeness from which two units are one that was changed."""
MOST_UNITS_PAIRED = 400
"""Pairs of units that are tried; past it only words are compared."""


def differing(before: list[Unit], after: list[Unit]) -> tuple[Flags, Flags]:
    """The flags of both sides' atoms, in their order."""
    pairs = in_common([_key(unit) for unit in before], [_key(unit) for unit in after])
    left: Flags = []
    right: Flags = []
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *pairs, (len(before), len(after))]):
        old, new = _in_gap(before[i + 1 : next_i], after[j + 1 : next_j])
        left += old
        right += new
        if next_i < len(before):
            left += [False] * len(before[next_i])
            right += [False] * len(after[next_j])
    return left, right


def words_in(unit: Unit) -> list[tuple[object, ...]]:
    """The keys of a unit's words, without those of its elements."""
    return [atom.key for atom in unit if not atom.is_start]


def _key(unit: Unit) -> tuple[object, ...]:
    return tuple(atom.key for atom in unit)


def _in_gap(before: list[Unit], after: list[Unit]) -> tuple[Flags, Flags]:
    """Unit by unit, since rows and items are read so – unless words alone leave far less marked.

    That is so where a paragraph was split in two.
    """
    by_words = _by_words(before, after)
    if min(len(before), len(after)) == 0 or len(before) == len(after) == 1:
        return by_words
    if len(before) * len(after) > MOST_UNITS_PAIRED:
        return by_words
    by_units = _by_units(before, after)
    return by_words if 2 * _marked(by_words) < _marked(by_units) else by_units


def _marked(flags: tuple[Flags, Flags]) -> int:
    return sum(flags[0]) + sum(flags[1])


def _by_words(before: list[Unit], after: list[Unit]) -> tuple[Flags, Flags]:
    old = [atom.key for unit in before for atom in unit]
    new = [atom.key for unit in after for atom in unit]
    pairs = without_islands(in_common(old, new), ends=(len(old), len(new)))
    left, right = {i for i, _j in pairs}, {j for _i, j in pairs}
    return [i not in left for i in range(len(old))], [j not in right for j in range(len(new))]


def _by_units(before: list[Unit], after: list[Unit]) -> tuple[Flags, Flags]:
    left = [[True] * len(unit) for unit in before]
    right = [[True] * len(unit) for unit in after]
    for i, j in _alike(before, after):
        left[i], right[j] = _by_words([before[i]], [after[j]])
    return list(chain(*left)), list(chain(*right))


def _alike(before: list[Unit], after: list[Unit]) -> Pairs:
    """The pairs of units, in order, that together are most alike."""
    best = [[0.0] * (len(after) + 1) for _unit in range(len(before) + 1)]
    old_words, new_words = [words_in(unit) for unit in before], [words_in(unit) for unit in after]
    alike = [[likeness(old, new) for new in new_words] for old in old_words]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            paired = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: Pairs = []
    i = j = 0
    while i < len(before) and j < len(after):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs
