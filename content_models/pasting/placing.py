"""Where in an article what was pasted goes: into the sections it has, and into new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from anyascii import anyascii

from content_models.pages.section_templates import TemplateSection
from content_models.pasting.pieces import Heading, Piece

INGRESS = "ingress"
LONGEST_ID = 80
SECTION_LEVELS = (2, 3)


@dataclass(frozen=True, slots=True)
class Outlined:
    """A section that is in the form."""

    id: str
    title: str
    level: int


@dataclass(slots=True)
class Placed:
    """Pieces for one section: `place` is an existing section's number, or, where `new` is given,
    that of the section before which the new one comes (after the last: how many there are).
    """

    place: int
    new: Outlined | None = None
    pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Article:
    """What the form holds, and what its kind allows."""

    sections: Sequence[Outlined]
    at: int | None = None
    """The section that was pasted into; None for the article as a whole."""
    template: Sequence[TemplateSection] = ()
    is_fixed: bool = False
    """Only the template's sections may be there."""


def levelled(pieces: Iterable[Piece]) -> list[Piece]:
    """A text that has headings of level 1 has its chapters there: they are sections, level 2."""
    found = list(pieces)
    step = int(any(isinstance(piece, Heading) and piece.level == 1 for piece in found))
    return [
        replace(piece, level=piece.level + step) if isinstance(piece, Heading) else piece
        for piece in found
    ]


def place(pieces: Iterable[Piece], article: Article) -> list[Placed]:
    """The pieces by section, in the order of reading; a section is named once."""
    placing = _Placing(article)
    for piece in levelled(pieces):
        if isinstance(piece, Heading) and piece.level in SECTION_LEVELS:
            if not placing.begin(piece):
                placing.add(replace(piece, level=SECTION_LEVELS[-1] + 1))
        else:
            placing.add(piece)
    return placing.placed


class _Placing:
    def __init__(self, article: Article) -> None:
        self._article = article
        self._free = dict(enumerate(article.sections))
        self._ids = {section.id for section in article.sections}
        self._next = len(article.sections) if article.at is None else article.at + 1
        self._current: Placed | None = None
        self.placed: list[Placed] = []

    def add(self, piece: Piece) -> None:
        if self._current is None:
            self._current = self._beginning()
        self._current.pieces.append(piece)

    def begin(self, heading: Heading) -> bool:
        """Go to the heading's section; False if the article may have none for it."""
        number = self._existing(heading)
        if number is not None:
            self._free.pop(number)
            self._next = number + 1
            self._current = self._at(number)
            return True
        if not self._article.is_fixed:
            self._current = self._add(self._named(heading), self._next)
            return True
        offered = _template_section(heading.text, self._article.template)
        if offered is None or offered.id in self._ids:
            return False
        section = Outlined(offered.id, offered.title, offered.level)
        self._current = self._add(section, self._place_of(offered))
        return True

    def _beginning(self) -> Placed:
        """Where text goes that no heading stands above."""
        article = self._article
        if article.at is not None:
            return self._at(article.at)
        for number, section in enumerate(article.sections):
            if section.id == INGRESS:
                return self._at(number)
        if article.is_fixed and article.sections:
            return self._at(0)
        if article.is_fixed and article.template:
            first = article.template[0]
            return self._add(Outlined(first.id, first.title, first.level), 0)
        return self._add(Outlined(INGRESS, "", SECTION_LEVELS[0]), 0)

    def _existing(self, heading: Heading) -> int | None:
        """The section with this heading, each once; in an article with free headings the levels
        agree as well: a text can have “Barn” under several chapters.
        """
        for number, section in self._free.items():
            agrees = self._article.is_fixed or section.level == heading.level
            if agrees and _same(section, heading.text):
                return number
        return None

    def _at(self, number: int) -> Placed:
        for placed in self.placed:
            if placed.new is None and placed.place == number:
                return placed
        return self._keep(Placed(number))

    def _add(self, section: Outlined, before: int) -> Placed:
        self._ids.add(section.id)
        return self._keep(Placed(before, section))

    def _keep(self, placed: Placed) -> Placed:
        self.placed.append(placed)
        return placed

    def _named(self, heading: Heading) -> Outlined:
        return Outlined(unused_id(heading.text, self._ids), heading.text, heading.level)

    def _place_of(self, offered: TemplateSection) -> int:
        """Before the first section that the template has later."""
        order = [section.id for section in self._article.template]
        later = set(order[order.index(offered.id) + 1 :])
        sections = enumerate(self._article.sections)
        return next(
            (number for number, section in sections if section.id in later),
            len(self._article.sections),
        )


def _same(section: Outlined, title: str) -> bool:
    return _folded(section.title) == _folded(title) or section.id == id_of(title)


def _template_section(title: str, template: Sequence[TemplateSection]) -> TemplateSection | None:
    matching = (one for one in template if _same(Outlined(one.id, one.title, one.level), title))
    return next(matching, None)


def _folded(title: str) -> str:
    """Without a chapter's number: `2.1 Utredning` is Utredning."""
    return " ".join(_unnumbered(title).casefold().split())


def _unnumbered(title: str) -> str:
    return re.sub(r"^[\d.]+\s+", "", title)


def id_of(title: str) -> str:
    plain = re.sub(
        r"[^a-z0-9]+", "-", anyascii(_unnumbered(title)[: 4 * LONGEST_ID]).lower()
    ).strip("-")
    return plain[:LONGEST_ID].strip("-") or "avsnitt"


def unused_id(title: str, taken: set[str]) -> str:
    """The id that the title gives, or with the first number that makes it a new one."""
    return next(candidate for candidate in _candidates(id_of(title)) if candidate not in taken)


def _candidates(wanted: str) -> Iterator[str]:
    yield wanted
    number = 1
    while True:
        number += 1
        end = f"-{number}"
        yield wanted[: LONGEST_ID - len(end)].rstrip("-") + end
