"""Sections and their blocks before and after, each in the place where a reader looks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content_models.documents.comparison.blocks import Numbers, alone, both
from content_models.documents.comparison.facts import differing_members, texts
from content_models.documents.comparison.result import Block, Change, Fact, Move, Section
from content_models.documents.comparison.sequences import both_orders, staying
from content_models.documents.comparison.state import (
    BlockState,
    Members,
    SectionState,
    State,
    levels_of,
)

LEVEL = 2
"""Of a section that does not say its own."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A block and the section that it stands in."""

    section: SectionState
    block: BlockState


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both documents, by key."""

    before: Mapping[str, SectionState]
    after: Mapping[str, SectionState]
    blocks_before: Mapping[str, _Place]
    blocks_after: Mapping[str, _Place]
    numbers: Numbers
    levels: Mapping[str, tuple[Fact, ...]]
    """Block's key → how its care levels differ, for blocks that only these add or remove."""

    def move_of(self, key: str) -> Move:
        old, new = self.blocks_before[key], self.blocks_after[key]
        return Move(
            before=_title(old.section),
            after=_title(new.section),
            is_within=old.section.key == new.section.key,
        )


def compare_sections(
    before: State, after: State, numbers: Numbers, *, whole: tuple[State, State]
) -> tuple[Section, ...]:
    """`whole` are the documents before blocks were left out that a care level does not show."""
    sides = _Sides(
        before={section.key: section for section in before.sections},
        after={section.key: section for section in after.sections},
        blocks_before=_places(before),
        blocks_after=_places(after),
        numbers=numbers,
        levels=_levels(*whole),
    )
    stay = staying(sides.before, sides.after)
    order = both_orders(list(sides.before), list(sides.after))
    return tuple(_section(key, sides, has_moved=key not in stay) for key in order)


def _places(state: State) -> dict[str, _Place]:
    return {
        block.key: _Place(section, block) for section in state.sections for block in section.blocks
    }


def _levels(before: State, after: State) -> dict[str, tuple[Fact, ...]]:
    old, new = _places(before), _places(after)
    return {
        key: differing_members(_only_levels(old[key].block), _only_levels(new[key].block))
        for key in old
        if key in new
    }


def _only_levels(block: BlockState) -> Members:
    return {"care_levels": block.members.get("care_levels")}


def _title(section: SectionState) -> str:
    return str(section.members.get("title") or "")


def _section(key: str, sides: _Sides, *, has_moved: bool) -> Section:
    before, after = sides.before.get(key), sides.after.get(key)
    title_before, title_after = texts("title", before and _title(before), after and _title(after))
    facts = _facts(before, after)
    shown = after or before
    assert shown is not None  # noqa: S101
    level = shown.members.get("level")
    return Section(
        key=key,
        kinds=tuple(_kinds(before, after, facts, has_moved=has_moved)),
        before=title_before,
        after=title_after,
        level=level if isinstance(level, int) else LEVEL,
        care_levels=levels_of(shown.members),
        facts=facts,
        blocks=tuple(_blocks(before, after, sides)),
    )


def _facts(before: SectionState | None, after: SectionState | None) -> tuple[Fact, ...]:
    if before is None or after is None:
        return ()
    shown = {"title"} if _title(before) != _title(after) else set()
    return differing_members(before.members, after.members, leaving_out=shown)


def _kinds(
    before: SectionState | None,
    after: SectionState | None,
    facts: tuple[Fact, ...],
    *,
    has_moved: bool,
) -> Iterator[Change]:
    if before is None:
        yield Change.ADDED
    elif after is None:
        yield Change.REMOVED
    else:
        names = {fact.name for fact in facts}
        if names - {"care_levels"} or _title(before) != _title(after):
            yield Change.CHANGED
        if "care_levels" in names:
            yield Change.LEVELS
        if has_moved:
            yield Change.MOVED


def _blocks(
    before: SectionState | None, after: SectionState | None, sides: _Sides
) -> Iterator[Block]:
    old = [block.key for block in before.blocks] if before else []
    new = [block.key for block in after.blocks] if after else []
    stay = staying(old, new)
    places = [(key, key in stay) for key in old]
    for key, is_here in both_orders(places, [(key, True) for key in new]):
        yield _here(key, sides, stays=key in stay) if is_here else _gone(key, sides)


def _gone(key: str, sides: _Sides) -> Block:
    """In the place of a block that stands here no more."""
    if key in sides.blocks_after:
        return Block(key, (Change.MOVED_AWAY,), None, None, move=sides.move_of(key))
    block = sides.blocks_before[key].block
    return alone(block, Change.REMOVED, facts=sides.levels.get(key, ()))


def _here(key: str, sides: _Sides, *, stays: bool) -> Block:
    block = sides.blocks_after[key].block
    if key not in sides.blocks_before:
        return alone(block, Change.ADDED, facts=sides.levels.get(key, ()))
    move = None if stays else sides.move_of(key)
    return both(sides.blocks_before[key].block, block, sides.numbers, move)
