"""Sanitised HTML → what is compared: units of atoms, each a word or the start of an element.

A word's key holds the inline elements around it, a start's key all of them. So text that becomes
bold or a link to elsewhere differs as words, a paragraph that becomes a heading or an item of
another kind of list as a start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from content_models.documents.comparison.words import words_of

TAG = re.compile(r"""(<(?:"[^"]*"|[^"<>])*>)""")
NAME = re.compile(r"</?([a-z0-9]+)")
INLINE = {"a", "b", "code", "em", "i", "span", "strong"}
VOID = {"br", "hr"}
WITHIN_UNIT = {"br", "td", "th"}
"""Other elements that are not inline end one unit and begin another."""
SEEN_STARTS = {"br", "caption", "h4", "h5", "h6", "hr", "li", "p", "pre", "td", "th"}
"""Elements whose start shows, although they may hold no words."""
ENTITIES = (("&nbsp;", "\xa0"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))

Path = tuple[str, ...]
"""The tags of the inline elements around a text, outermost first, with their attributes."""


@dataclass(frozen=True, slots=True)
class Event:
    """A tag as it stands, or text with its entities resolved."""

    text: str
    is_tag: bool


@dataclass(frozen=True, slots=True)
class Atom:
    """What must be equal; the places in events that a word takes, or the event it starts with."""

    key: tuple[object, ...]
    event: int
    places: tuple[tuple[int, int, int], ...] = ()

    @property
    def is_start(self) -> bool:
        return not self.places


Unit = list[Atom]
"""The atoms of one paragraph, item or row: what is matched as a whole first."""


@dataclass(slots=True)
class Fragment:
    """HTML taken apart."""

    events: list[Event] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)

    @property
    def atoms(self) -> list[Atom]:
        return [atom for unit in self.units for atom in unit]


def fragment_of(html: str) -> Fragment:
    """Takes what `sanitised` gives."""
    reader = _Reader()
    for index, piece in enumerate(TAG.split(html)):
        if index % 2:
            reader.tag(piece)
        elif piece:
            reader.text(unescaped(piece))
    reader.end_unit()
    return reader.fragment


def name_of(tag: str) -> str:
    """The name of a tag's element."""
    found = NAME.match(tag)
    return found[1] if found else ""


def unescaped(text: str) -> str:
    for entity, character in ENTITIES:
        text = text.replace(entity, character)
    return text


def escaped(text: str) -> str:
    for entity, character in reversed(ENTITIES):
        if character != '"':
            text = text.replace(character, entity)
    return text


class _Reader:
    """Events one by one; a run is the text between two tags that are not inline."""

    def __init__(self) -> None:
        self.fragment = Fragment()
        self._unit: Unit = []
        self._path: list[str] = []
        self._run: list[tuple[int, str, Path]] = []

    def text(self, text: str) -> None:
        inline = tuple(tag for tag in self._path if name_of(tag) in INLINE)
        self._run.append((len(self.fragment.events), text, inline))
        self.fragment.events.append(Event(text, is_tag=False))

    def tag(self, tag: str) -> None:
        name = name_of(tag)
        if name not in INLINE:
            self._end_run()
            if name not in WITHIN_UNIT:
                self.end_unit()
        self._follow(tag, name)
        self.fragment.events.append(Event(tag, is_tag=True))

    def _follow(self, tag: str, name: str) -> None:
        if tag.startswith("</"):
            self._path.pop()
            return
        if name in SEEN_STARTS:
            around = [outer for outer in self._path if name_of(outer) not in INLINE]
            self._unit.append(Atom((*around, tag), len(self.fragment.events)))
        if name not in VOID:
            self._path.append(tag)

    def end_unit(self) -> None:
        self._end_run()
        if self._unit:
            self.fragment.units.append(self._unit)
            self._unit = []

    def _end_run(self) -> None:
        run, self._run = self._run, []
        joined = "".join(text for _event, text, _path in run)
        around = tuple(tag for tag in self._path if name_of(tag) not in INLINE)
        if joined.strip() and not (self._unit and self._unit[-1].is_start):
            self._unit.append(Atom((*around, ""), run[0][0]))
        for word in words_of(joined, keep_spaces="<pre>" in around):
            self._unit.append(_atom(word.key, word.start, word.end, run))


def _atom(key: str, start: int, end: int, run: list[tuple[int, str, Path]]) -> Atom:
    """A word may stand in several elements, as in 5<em>0</em> mg."""
    places: list[tuple[int, int, int]] = []
    around: list[tuple[int, Path]] = []
    offset = 0
    for event, text, path in run:
        first, last = max(start - offset, 0), min(end - offset, len(text))
        if first < last:
            places.append((event, first, last))
            around.append((last - first, path))
        offset += len(text)
    return Atom((key, *around), places[0][0], tuple(places))
