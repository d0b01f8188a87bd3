"""A tree of what was copied → headings, paragraphs, items and tables in the order of reading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from bs4 import Tag
from bs4.element import NavigableString

from content_models.pasting import styles, symbols, tables
from content_models.pasting.line import PLAIN, Format, Line, web_address
from content_models.pasting.pieces import Heading, Item, Noted, Paragraph, Piece

MAX_HEADING = 255
_LISTS = {"ul", "ol"}
_BLOCKS = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "blockquote", "pre"),
    *("center", "section", "article", "figure", "figcaption", "address", "caption"),
    *("tr", "td", "th", "thead", "tbody", "tfoot"),
}
_NUMBER = re.compile(r"\(?(?:\d+|[a-zA-Z]|[ivxlcIVXLC]+)(?:\.\d+)*[.)]\)?")
_BULLET = re.compile(r"[•▪◦●‣·][ \u00a0]*(?=\S)")


@dataclass(frozen=True, slots=True)
class Place:
    """What a line becomes where the reader stands."""

    heading: int | None = None
    depth: int | None = None
    """In a list, 0 for the outermost."""
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How the words look where the reader stands."""

    form: Format = PLAIN
    font: str = ""
    moved: str = ""
    """`sup` or `sub`."""


TEXT = Place()


@dataclass
class Reader:
    """Reads one tree; `pieces` and `noted` grow with it."""

    pieces: list[Piece] = field(default_factory=list)
    noted: Counter[Noted] = field(default_factory=Counter)
    _line: Line = field(default_factory=Line)
    _place: Place = TEXT
    lines_bold: list[bool] = field(default_factory=list)

    def read(self, tree: Tag) -> None:
        self._inside(tree, TEXT, Look())
        self._end_line()

    def _inside(self, tag: Tag, place: Place, look: Look) -> None:
        for child in tag.children:
            if isinstance(child, Tag):
                self._element(child, place, look)
            elif isinstance(child, NavigableString):
                self._words(str(child), look)

    def _words(self, text: str, look: Look) -> None:
        text = symbols.in_unicode(text, look.font)
        if look.moved:
            text, is_said = symbols.moved(text, look.moved)
            self.noted[Noted.RAISED] += not is_said
        self._line.add(text, look.form)

    def _element(self, tag: Tag, place: Place, look: Look) -> None:
        style = styles.style_of(tag)
        is_gone, told = styles.gone(tag, style)
        if told:
            self.noted[told] += 1
        if is_gone:
            return
        if tag.name == "br":
            self._break(place, style)
        elif tag.name == "table":
            self._table(tag, place, look)
        elif tag.name in _LISTS:
            self._list(tag, place, look)
        elif tag.name == "li" or tag.name in _BLOCKS:
            self._block(tag, style, place, look)
        else:
            self._inside(tag, place, _look(tag, style, look))

    def _break(self, place: Place, style: styles.Style) -> None:
        if styles.is_page_break(style):
            return
        if self._line.ends_in_break() and place.depth is None:
            self._end_line()
        elif not self._line.ends_in_break():
            self._line.add_break()

    def _list(self, tag: Tag, place: Place, look: Look) -> None:
        self._end_line()
        depth = 0 if place.depth is None else place.depth + 1
        self._inside(tag, Place(depth=depth, ordered=tag.name == "ol"), look)
        self._end_line()
        self._place = place

    def _block(self, tag: Tag, style: styles.Style, place: Place, look: Look) -> None:
        inner = self._place_of(tag, style, place)
        if tag.name != "li" and inner == place and place.depth is not None:
            # A paragraph in an item is a line of it.
            if self._line.runs and not self._line.ends_in_break():
                self._line.add_break()
            self._inside(tag, place, _look(tag, style, look))
            return
        self._end_line()
        self._place = inner
        self._inside(tag, inner, _look(tag, style, look))
        self._end_line()
        self._place = place

    def _place_of(self, tag: Tag, style: styles.Style, place: Place) -> Place:
        level = styles.heading_level(tag, style)
        if level is not None and place.depth is None:
            return Place(heading=level)
        depth = styles.list_level(tag, style)
        if depth is None or level is not None:
            return place
        if tag.name == "li":
            return replace(place, depth=depth)
        return Place(depth=depth, ordered=_is_numbered(tag))

    def _table(self, tag: Tag, place: Place, look: Look) -> None:
        self._end_line()
        grid = tables.grid_of(tag)
        if len(grid.rows) == 1 and len(grid.rows[0]) == 1:
            # A frame around text.
            self._inside(grid.rows[0][0].tag, place, look)
        elif grid.rows:
            self.pieces.append(tables.table_of(grid, self.read_cell, self.noted))
        self._end_line()

    def read_cell(self, tag: Tag) -> tables.Words:
        """A cell's content as lines; a table inside it too."""
        reader = Reader(noted=self.noted)
        reader.read(tag)
        return tables.Words(reader.pieces, all(reader.lines_bold) and bool(reader.lines_bold))

    def _end_line(self) -> None:
        line, self._line = self._line, Line()
        html = line.html
        if not html:
            return
        self.lines_bold.append(line.is_bold)
        place = self._place
        if place.heading and len(line.text) > MAX_HEADING:
            self.noted[Noted.LONG_HEADING] += 1
            place = TEXT
        if place.heading:
            self.pieces.append(Heading(place.heading, line.text))
        elif place.depth is not None:
            self.pieces.append(Item(place.depth, place.ordered, html))
        else:
            self.pieces.append(_paragraph(html))


def _paragraph(html: str) -> Paragraph | Item:
    """From PDF files the signs of a list come as text."""
    bullet = _BULLET.match(html)
    return Item(0, False, html[bullet.end() :]) if bullet else Paragraph(html)


def _look(tag: Tag, style: styles.Style, before: Look) -> Look:
    form = before.form
    href = web_address(str(tag.get("href") or "")) if tag.name == "a" else form.href
    raised = style.get("vertical-align", "")
    moved = {"super": "sup", "sub": "sub"}.get(raised) or (
        tag.name if tag.name in ("sup", "sub") else before.moved
    )
    return Look(
        Format(
            styles.is_bold(tag, style, form.bold), styles.is_italic(tag, style, form.italic), href
        ),
        symbols.font_of(style, str(tag.get("face") or ""), before.font),
        moved,
    )


def _is_numbered(tag: Tag) -> bool:
    """By the sign that Word draws before the text, for programs that know no lists."""
    for inside in tag.find_all("span"):
        if styles.style_of(inside).get("mso-list") == "ignore":
            return _NUMBER.fullmatch(inside.get_text(strip=True)) is not None
    return False
