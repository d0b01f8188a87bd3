"""What a comparison says: values only, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Change(StrEnum):
    """How a section, a block or a reference differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    LEVELS = "care-levels"
    MOVED = "moved"
    MOVED_AWAY = "moved-away"
    """Where a block stood that now stands elsewhere; it is shown and counted there."""
    RENUMBERED = "renumbered"
    """Only the numbers of references differ, since sources were added or left out before them."""


UNCOUNTED = {Change.MOVED_AWAY, Change.RENUMBERED}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text, or one item of a list."""

    text: str
    is_changed: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the eye sees nothing of it."""
        return not any(
            character.isprintable() and not character.isspace() for character in self.text
        )


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text on one side, with what differs from the other side marked."""

    pieces: tuple[Piece, ...] = ()
    is_list: bool = False

    def __str__(self) -> str:
        return (", " if self.is_list else "").join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Fact:
    """A member that differs. None: it is not there, or says nothing."""

    name: str
    before: Text | None
    after: Text | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A block as it was or is. `html` is sanitised, what differs is in <del> or <ins>."""

    type: str
    care_levels: tuple[str, ...]
    html: str
    members: Mapping[str, Text]
    """What else it has: title, caption, alt, src …"""


@dataclass(frozen=True, slots=True)
class Move:
    """From one section to another, by their titles, or to another place in the same one."""

    before: str
    after: str
    is_within: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A block's two sides; no kinds means that nothing differs."""

    key: str
    kinds: tuple[Change, ...]
    before: Side | None
    after: Side | None
    facts: tuple[Fact, ...] = ()
    """The members that differ and that the sides' rendering does not mark."""
    move: Move | None = None
    number: int | None = None

    @property
    def is_same(self) -> bool:
        return not self.kinds

    @property
    def is_counted(self) -> bool:
        return not UNCOUNTED.issuperset(self.kinds)

    @property
    def is_renumbered(self) -> bool:
        return Change.RENUMBERED in self.kinds

    @property
    def has_two_sides(self) -> bool:
        """Whether the sides read differently; else one is enough."""
        return Change.CHANGED in self.kinds or self.is_renumbered

    @property
    def side(self) -> Side | None:
        """The later side, or the earlier one of a block that is removed."""
        return self.after or self.before

    @property
    def which(self) -> str:
        """Which side `side` is."""
        return "after" if self.after else "before"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its blocks. `kinds` are the heading's own; its blocks have theirs."""

    key: str
    kinds: tuple[Change, ...]
    before: Text | None
    after: Text | None
    """The titles; None on the side where there is no such section."""
    level: int
    care_levels: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    number: int | None = None

    @property
    def is_same(self) -> bool:
        return not self.kinds and all(block.is_same for block in self.blocks)

    @property
    def kind(self) -> Change | None:
        """Of the section as a whole: changed if only its blocks are."""
        if self.kinds:
            return self.kinds[0]
        return None if self.is_same else Change.CHANGED

    @property
    def title(self) -> str:
        return str(self.after if self.after is not None else self.before)

    @property
    def title_fact(self) -> Fact | None:
        """Both titles, if they differ."""
        if self.before is None or self.after is None or str(self.before) == str(self.after):
            return None
        return Fact("title", self.before, self.after)

    def runs(self) -> Iterator[tuple[bool, list[Block]]]:
        """Neighbouring blocks together: (whether nothing differs in them, the blocks)."""
        for is_same, blocks in groupby(self.blocks, key=lambda block: block.is_same):
            yield is_same, list(blocks)


@dataclass(frozen=True, slots=True)
class Reference:
    """A source; numbers are None on the side where it is not in the list."""

    kinds: tuple[Change, ...]
    number_before: int | None
    number_after: int | None
    before: str
    after: str
    facts: tuple[Fact, ...] = ()
    number: int | None = None

    @property
    def is_same(self) -> bool:
        return not self.kinds

    @property
    def is_counted(self) -> bool:
        return not UNCOUNTED.issuperset(self.kinds)

    @property
    def has_two_sides(self) -> bool:
        return Change.CHANGED in self.kinds

    @property
    def html(self) -> str:
        return self.before if self.which == "before" else self.after

    @property
    def which(self) -> str:
        """Which side `html` is."""
        return "before" if Change.REMOVED in self.kinds else "after"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a document. `number` in its parts counts the changes from 1 to `count`."""

    is_same: bool
    is_first: bool
    """There was nothing before: all of it is one change."""
    is_gone: bool
    """There is nothing after: all of it is one change."""
    care_level: str | None = None
    elsewhere: Fact | None = None
    """How many sections and blocks differ that the care level does not show."""
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    technical: tuple[Fact, ...] = ()
    renumbering: int | None = None
    """The change that sources have new numbers, however many."""
    count: int = 0

    @property
    def is_whole(self) -> bool:
        return self.is_first or self.is_gone

    @property
    def has_same_text(self) -> bool:
        return all(section.is_same for section in self.sections)

    @property
    def keeps_references(self) -> bool:
        """Whether some are as they were."""
        return any(reference.is_same for reference in self.references)
