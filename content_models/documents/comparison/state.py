"""A document's JSON → its parts, and what of them a reader at one care level sees."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

Members = Mapping[str, Any]
"""A JSON object whose members this package need not foresee."""


class NotADocument(ValueError):
    """The text is not the JSON of an article's or a supplement's document."""

    def __init__(self, fault: str) -> None:
        super().__init__(f"not a document: {fault}")


@dataclass(frozen=True, slots=True)
class BlockState:
    """`key` is its id, told apart from others with the same id."""

    key: str
    members: Members

    @property
    def type(self) -> str:
        return str(self.members.get("type"))

    @property
    def html(self) -> str:
        html = self.members.get("html")
        return html if isinstance(html, str) else ""

    @property
    def care_levels(self) -> tuple[str, ...]:
        return levels_of(self.members)


@dataclass(frozen=True, slots=True)
class SectionState:
    key: str
    members: Members
    blocks: tuple[BlockState, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A document; a supplement's blocks are one section without members."""

    facts: Members
    sections: tuple[SectionState, ...]
    references: tuple[Members, ...]


NOTHING = State({}, (), ())


def read(text: str | None) -> State:
    """Raises NotADocument."""
    if text is None:
        return NOTHING
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotADocument(str(error)) from error
    if not isinstance(document, dict):
        raise NotADocument("it is not a JSON object")
    sections = tuple(_sections(document))
    references = tuple(_objects(document.pop("references", [])))
    return State(document, sections, references)


def at_level(state: State, care_level: str | None) -> State:
    """What is shown at the level; sections and supplements with nothing for it are left out."""
    if care_level is None:
        return state
    if "region" in state.facts and not _is_for(levels_of(state.facts), care_level):
        return replace(state, sections=())
    sections = (_section_at(section, care_level) for section in state.sections)
    return replace(state, sections=tuple(section for section in sections if section.blocks))


def same(before: Any, after: Any) -> bool:
    """Whether two JSON values are the same; 1, 1.0 and true are not."""
    return written(before) == written(after)


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def levels_of(members: Members) -> tuple[str, ...]:
    levels = members.get("care_levels")
    return tuple(str(level) for level in levels) if isinstance(levels, list) else ()


def _is_for(levels: tuple[str, ...], care_level: str) -> bool:
    return not levels or care_level in levels


def _section_at(section: SectionState, care_level: str) -> SectionState:
    blocks = (block for block in section.blocks if _is_for(block.care_levels, care_level))
    return replace(section, blocks=tuple(blocks))


def _sections(document: dict[str, Any]) -> Iterator[SectionState]:
    section_keys: set[str] = set()
    block_keys: set[str] = set()
    for section in _objects(document.pop("sections", [])):
        members = {name: value for name, value in section.items() if name != "blocks"}
        blocks = _blocks(section.get("blocks", []), block_keys)
        yield SectionState(_key(section, section_keys), members, blocks)
    if "blocks" in document:
        blocks = _blocks(document.pop("blocks"), block_keys)
        yield SectionState(_key({"id": ""}, section_keys), {}, blocks)


def _blocks(values: Any, keys: set[str]) -> tuple[BlockState, ...]:
    return tuple(BlockState(_key(block, keys), block) for block in _objects(values))


def _key(value: Members, taken: set[str]) -> str:
    """Its id, or the id with a number if another has it."""
    name = str(value.get("id"))
    tries = (name if number == 1 else f"{name} ({number})" for number in count(1))
    key = next(key for key in tries if key not in taken)
    taken.add(key)
    return key


def _objects(values: Any) -> list[Members]:
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise NotADocument(f"a list of objects was expected, not {written(values)[:80]}")
    return values
