"""The references before and after: matched by what they say, not by their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content_models.documents.comparison.alignment import words_in
from content_models.documents.comparison.blocks import Numbers
from content_models.documents.comparison.facts import differing_members
from content_models.documents.comparison.fragments import fragment_of
from content_models.documents.comparison.marking import marked
from content_models.documents.comparison.result import Change, Fact, Reference
from content_models.documents.comparison.sanitising import sanitised
from content_models.documents.comparison.sequences import (
    both_orders,
    likeness,
    staying,
)
from content_models.documents.comparison.state import Members, State, same

ALIKE = 0.5
"""Likeness from which two references are one that was changed."""

Matches = dict[int, int]
"""Place in the earlier list → place in the later one."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The references compared, and what became of the numbers of those that were not changed."""

    references: tuple[Reference, ...]
    numbers: Numbers


def compare_references(before: State, after: State) -> Sources:
    old, new = list(before.references), list(after.references)
    exact = _exact(old, new)
    matches = exact | _alike(old, new, exact)
    return Sources(
        tuple(_in_order(old, new, matches)),
        Numbers(dict(_kept_numbers(old, new, exact))),
    )


def _exact(old: list[Members], new: list[Members]) -> Matches:
    matches: Matches = {}
    for j, source in enumerate(new):
        found = (i for i, other in enumerate(old) if i not in matches and _says_same(other, source))
        place = next(found, None)
        if place is not None:
            matches[place] = j
    return matches


def _says_same(before: Members, after: Members) -> bool:
    return same({**before, "number": None}, {**after, "number": None})


def _alike(old: list[Members], new: list[Members], exact: Matches) -> Matches:
    """Of those left, the most alike first."""
    left = {i: _words(old[i]) for i in range(len(old)) if i not in exact}
    right = {j: _words(new[j]) for j in range(len(new)) if j not in exact.values()}
    pairs = ((likeness(left[i], right[j]), i, j) for i in left for j in right)
    matches: Matches = {}
    for alike, i, j in sorted(pairs, reverse=True):
        if alike >= ALIKE and i not in matches and j not in matches.values():
            matches[i] = j
    return matches


def _words(source: Members) -> list[tuple[object, ...]]:
    return words_in(fragment_of(sanitised(_html(source))).atoms)


def _in_order(old: list[Members], new: list[Members], matches: Matches) -> Iterator[Reference]:
    back = {j: i for i, j in matches.items()}
    before = [f"after {matches[i]}" if i in matches else f"before {i}" for i in range(len(old))]
    after = [f"after {j}" for j in range(len(new))]
    stay = staying(before, after)
    for key in both_orders(before, after):
        side, place = key.split()
        index = int(place)
        if side == "before":
            yield _compared(old[index], None)
        else:
            earlier = old[back[index]] if index in back else None
            yield _compared(earlier, new[index], has_moved=key not in stay)


def _compared(
    before: Members | None, after: Members | None, *, has_moved: bool = False
) -> Reference:
    both = marked(_html(before), _html(after)) if before and after else None
    facts: tuple[Fact, ...] = ()
    if before and after and both:
        shown = {"number", "html"} if both.is_complete else {"number"}
        facts = differing_members(before, after, leaving_out=shown)
    return Reference(
        tuple(_kinds(before, after, has_moved=has_moved)),
        _number(before),
        _number(after),
        both.before if both else sanitised(_html(before)),
        both.after if both else sanitised(_html(after)),
        facts,
    )


def _kinds(before: Members | None, after: Members | None, *, has_moved: bool) -> Iterator[Change]:
    if before is None:
        yield Change.ADDED
    elif after is None:
        yield Change.REMOVED
    else:
        if not _says_same(before, after):
            yield Change.CHANGED
        if not same(before.get("number"), after.get("number")):
            yield Change.RENUMBERED
        elif has_moved:
            yield Change.MOVED


def _kept_numbers(
    old: list[Members], new: list[Members], exact: Matches
) -> Iterator[tuple[int, int]]:
    for i, j in exact.items():
        before, after = _number(old[i]), _number(new[j])
        if before is not None and after is not None:
            yield before, after


def _number(source: Members | None) -> int | None:
    number = source.get("number") if source else None
    return number if isinstance(number, int) else None


def _html(source: Members | None) -> str:
    html = source.get("html") if source else None
    return html if isinstance(html, str) else ""
