"""A national article that is edited, with who each of its blocks and sections is.

The model behind the property tests of staleness: it follows blocks by being told what is done to
them, where the code under test has two documents to compare.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from hypothesis import strategies as st

from region_overlays.anchors import SHORTEST_OPENING

LEVELS = ([], ["primary"], ["specialised"], ["primary", "specialised"])


@dataclass(eq=False)
class Block:
    """One block, the same one however it is moved, reworded or given another id."""

    id: str
    words: str
    spacing: str = " "
    care_levels: list[str] = field(default_factory=list)

    @property
    def html(self) -> str:
        return f"<p>{self.words.replace(' ', self.spacing)}</p>"


@dataclass(eq=False)
class Section:
    id: str
    title: str
    blocks: list[Block]

    @property
    def words(self) -> list[str]:
        return [block.words for block in self.blocks]


class EditedArticle:
    """Sections of so many blocks each; no two blocks ever say the same."""

    def __init__(self, sizes: list[int]) -> None:
        self._numbers = count(1)
        self.sections: list[Section] = []
        for size in sizes:
            self.insert_section(len(self.sections), size)

    def where(self, block: Block) -> Section | None:
        """The section that holds the block; None: it is deleted."""
        return next((one for one in self.sections if block in one.blocks), None)

    def contents(self) -> dict[str, Any]:
        """What each thing that can be anchored to says, by its present id."""
        sections = {f"#{one.id}": one.words for one in self.sections}
        return sections | {block.id: block.words for one in self.sections for block in one.blocks}

    def edit(self, name: str, first: int, second: int) -> None:
        """One of EDITS, to what these numbers point out; nothing if there is nothing to do."""
        EDITS[name](self, first, second)

    def insert(self, first: int, second: int) -> None:
        if self.sections:
            blocks = self._section(first).blocks
            blocks.insert(second % (len(blocks) + 1), self._new())

    def insert_section(self, first: int, second: int) -> None:
        number = next(self._numbers)
        made = Section(f"s{number}", f"Avsnitt {number}", [self._new() for _ in range(second % 3)])
        self.sections.insert(first % (len(self.sections) + 1), made)

    def delete(self, first: int, second: int) -> None:
        self._take(first, second)

    def delete_section(self, first: int, _second: int) -> None:
        if self.sections:
            self.sections.pop(first % len(self.sections))

    def move_within(self, first: int, second: int) -> None:
        if self.sections and (blocks := self._section(first).blocks):
            blocks.insert(second % len(blocks), blocks.pop(first % len(blocks)))

    def move_across(self, first: int, second: int) -> None:
        if taken := self._take(first, second):
            blocks = self._section(second).blocks
            blocks.insert(first % (len(blocks) + 1), taken)

    def move_section(self, first: int, second: int) -> None:
        if self.sections:
            moved = self.sections.pop(first % len(self.sections))
            self.sections.insert(second % (len(self.sections) + 1), moved)

    def reword(self, first: int, second: int) -> None:
        if block := self._block(first, second):
            block.words = self._sentences()

    def add_words(self, first: int, second: int) -> None:
        if block := self._block(first, second):
            block.words += f" Tillagt {next(self._numbers)}."

    def split(self, first: int, second: int) -> None:
        block = self._block(first, second)
        if block and ". " in block.words:
            block.words, rest = block.words.split(". ", 1)
            blocks = self._section(first).blocks
            blocks.insert(blocks.index(block) + 1, Block(self._id(), rest))

    def space(self, first: int, second: int) -> None:
        if block := self._block(first, second):
            block.spacing = ("  ", " \n ", "\t")[second % 3]

    def rename(self, first: int, _second: int) -> None:
        if self.sections:
            self._section(first).title = f"Rubrik {next(self._numbers)}"

    def rename_id(self, first: int, _second: int) -> None:
        if self.sections:
            self._section(first).id = f"s{next(self._numbers)}"

    def limit(self, first: int, second: int) -> None:
        if block := self._block(first, second):
            block.care_levels = list(LEVELS[(first + second) % len(LEVELS)])

    def new_ids(self, _first: int, _second: int) -> None:
        for section in self.sections:
            for block in section.blocks:
                block.id = self._id()

    def _section(self, number: int) -> Section:
        return self.sections[number % len(self.sections)]

    def _block(self, first: int, second: int) -> Block | None:
        blocks = self._section(first).blocks if self.sections else []
        return blocks[second % len(blocks)] if blocks else None

    def _take(self, first: int, second: int) -> Block | None:
        block = self._block(first, second)
        if block:
            self._section(first).blocks.remove(block)
        return block

    def _new(self) -> Block:
        return Block(self._id(), self._sentences())

    def _id(self) -> str:
        return f"00000000-0000-4000-8000-{next(self._numbers):012}"

    def _sentences(self) -> str:
        number = next(self._numbers)
        if number % 3 == 0:
            return f"Nr {number}."
        return f"Stycke {number} säger något alldeles eget. Mer om {number} står här."


EDITS: dict[str, Callable[[EditedArticle, int, int], None]] = {
    method.__name__: method
    for method in (
        *(EditedArticle.insert, EditedArticle.insert_section, EditedArticle.delete),
        *(EditedArticle.delete_section, EditedArticle.move_within, EditedArticle.move_across),
        *(EditedArticle.move_section, EditedArticle.reword, EditedArticle.add_words),
        *(EditedArticle.split, EditedArticle.space, EditedArticle.rename),
        *(EditedArticle.rename_id, EditedArticle.limit, EditedArticle.new_ids),
    )
}
NUMBERS = st.integers(0, 11)
CLASSES = st.sampled_from(["editorial", "substantive", "safety"])
STEPS = st.tuples(st.sampled_from(sorted(EDITS)), NUMBERS, NUMBERS, CLASSES)
"""An edit, what it is done to, and the change class that it is published with."""
SIZES = st.lists(st.integers(0, 3), min_size=1, max_size=4)


@dataclass
class Expected:
    """Where a supplement should stand, and how."""

    section: Section | None
    block: Block | None
    status: str
    is_withheld: bool


@dataclass
class Follower:
    """A supplement's author: remembers what it was written for, and is told what happens."""

    article: EditedArticle
    section: Section
    block: Block | None
    own_changed: bool = False
    """Whether a safety edition changed or removed what has the anchor's id."""
    any_changed: bool = False

    def __post_init__(self) -> None:
        self.section_id, self.words = self.section.id, self.section.words
        if self.block:
            self.block_id, self.block_words = self.block.id, self.block.words

    def see_safety_change(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        touched = {name for name, words in before.items() if after.get(name) != words}
        self.any_changed |= bool(touched)
        self.own_changed |= (self.block_id if self.block else f"#{self.section_id}") in touched

    def expected(self) -> Expected:
        found = self._of_block(self.block) if self.block else self._of_section()
        return found or self._lost()

    def _of_block(self, block: Block) -> Expected | None:
        section = self.article.where(block)
        if section is None:
            return None
        has_id = block.id == self.block_id
        if not has_id and not (section.id == self.section_id and self._is_known(block)):
            return None
        status = "current" if block.words == self.block_words else "national-changed"
        touched = self.own_changed if has_id else self.any_changed
        return Expected(section, block, status, status != "current" and touched)

    def _is_known(self, block: Block) -> bool:
        """By its words, with another id."""
        is_long = len(self.block_words) >= SHORTEST_OPENING
        return block.words == self.block_words or (
            is_long and block.words.startswith(self.block_words)
        )

    def _of_section(self) -> Expected | None:
        if section := self._own_section():
            status = "current" if section.words == self.words else "national-changed"
            return Expected(section, None, status, status != "current" and self.own_changed)
        same = [one for one in self.article.sections if one.words == self.words and one.words]
        return Expected(same[0], None, "current", is_withheld=False) if same else None

    def _own_section(self) -> Section | None:
        return next((one for one in self.article.sections if one.id == self.section_id), None)

    def _lost(self) -> Expected:
        return Expected(self._own_section(), None, "anchor-lost", self.any_changed)
