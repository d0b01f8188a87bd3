"""YAML front matter → plain values with the line of each; no types are guessed.

Every scalar is text: `no`, `09` and `2022-02-30` stay what the editor wrote, and the field
they stand in decides what they mean. Aliases, anchors, tags and keys given twice are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..source import Refused

Value = str | None | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]

_MAX_DEPTH = 5
_MAX_EVENTS = 3_000
_EMPTY = ("", "~", "null")


@dataclass(slots=True)
class FrontYaml:
    """The members, and the line in the file of every place among them: `("approved", "by")`."""

    members: dict[str, Value] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)

    def line_of(self, place: Place) -> int:
        """The line of that place or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(text: str, *, first_line: int) -> FrontYaml:
    """Read front matter that stands at `first_line` of its file."""
    reader = _Reader(text, first_line)
    try:
        return reader.read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = reader.line_at(mark.index) if mark is not None else reader.last_line
        raise _invalid(error.problem or "unreadable", line) from None
    except yaml.reader.ReaderError as error:
        message = f"the character U+{_code(error):04X} is not allowed"
        raise _invalid(message, reader.line_at(error.position)) from None
    except (ValueError, OverflowError):
        raise _invalid("a character code that does not exist", reader.last_line) from None


def _code(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


def _invalid(problem: str, line: int) -> Refused:
    return Refused(f"the front matter is not valid YAML: {problem}", line=line)


class _Reader:
    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.last_line = first_line
        self.result = FrontYaml()
        self.events: Iterator[Event] = iter(())

    def line_at(self, index: int) -> int:
        return self.first_line + self.text.count("\n", 0, index)

    def read(self) -> FrontYaml:
        self.events = self._checked(yaml.parse(self.text, Loader=yaml.BaseLoader))
        root = next((e for e in self.events if isinstance(e, NodeEvent)), None)
        if not isinstance(root, MappingStartEvent):
            raise Refused("the front matter must be members, each as `name: value`", line=1)
        self.result.members = self._mapping(())
        for _ in self.events:  # what follows the members, if anything, is checked too
            pass
        return self.result

    def _checked(self, events: Iterator[Event]) -> Iterator[Event]:
        documents = 0
        for number, event in enumerate(events):
            if event.start_mark is not None:
                self.last_line = self.line_at(event.start_mark.index)
            documents += isinstance(event, DocumentStartEvent)
            self._refuse_foreign(event)
            if number > _MAX_EVENTS:
                raise Refused("the front matter has too many members", line=self.last_line)
            if documents > 1:
                raise _invalid("more than one document", self.last_line)
            yield event

    def _refuse_foreign(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            self._refuse(f"the YAML alias `*{event.anchor}`")
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            self._refuse(f"the YAML anchor `&{event.anchor}`")
        elif isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            self._refuse(f"the YAML tag `{event.tag}`")

    def _refuse(self, what: str) -> None:
        raise Refused(f"{what} is not allowed; write the value out", line=self.last_line)

    def _mapping(self, place: Place) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise Refused("a member's name must be plain text", line=self.last_line)
            key = event.value
            if key in found:
                message = f"`{key}` is given twice; give it once"
                raise Refused(message, line=self.last_line)
            self.result.lines[(*place, key)] = self.last_line
            found[key] = self._value(next(self.events), (*place, key))
        return found

    def _sequence(self, place: Place) -> list[Value]:
        found: list[Value] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            item = (*place, len(found))
            self.result.lines[item] = self.last_line
            found.append(self._value(event, item))
        return found

    def _value(self, event: Event, place: Place) -> Value:
        if isinstance(event, ScalarEvent):
            empty = event.style is None and event.value in _EMPTY
            return None if empty else str(event.value)
        if len(place) > _MAX_DEPTH:
            message = f"the front matter is nested more than {_MAX_DEPTH} levels deep"
            raise Refused(message, line=self.last_line)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(place)
        return self._mapping(place)
