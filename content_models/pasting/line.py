"""A line of text while it is read: runs of one format each, then HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

BREAK = "\n"
HARD = "\u00a0"
_PARTS = re.compile(r"\s+|\S+")
_WEB = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"<>]{1,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    bold: bool = False
    italic: bool = False
    href: str = ""


PLAIN = Format()


@dataclass(slots=True)
class Line:
    """White space is folded as it comes; one hard space between two words is kept."""

    runs: list[tuple[str, Format]] = field(default_factory=list)
    _space: str = ""
    _space_format: Format = PLAIN

    def add(self, text: str, look: Format) -> None:
        for part in _PARTS.findall(without_invisible(text)):
            if part.isspace():
                self._add_space(part, look)
            else:
                self._end_space(look)
                self.runs.append((part, look))

    def add_break(self) -> None:
        self._space = ""
        if self.runs:
            self.runs.append((BREAK, PLAIN))

    def ends_in_break(self) -> bool:
        return bool(self.runs) and self.runs[-1][0] == BREAK

    def _add_space(self, space: str, look: Format) -> None:
        self._space, self._space_format = self._space + space, look

    def _end_space(self, look: Format) -> None:
        space, self._space = self._space, ""
        if space and self.runs and not self.ends_in_break():
            same = self._space_format == look == self.runs[-1][1]
            self.runs.append((HARD if space == HARD else " ", look if same else PLAIN))

    @property
    def text(self) -> str:
        return "".join(text for text, _look in self.runs).replace(BREAK, " ").strip()

    @property
    def is_bold(self) -> bool:
        return all(look.bold for text, look in self.runs if not text.isspace())

    @property
    def html(self) -> str:
        runs = self.runs[: -1 if self.ends_in_break() else None]
        return "".join(_written(runs))


def _written(runs: list[tuple[str, Format]]) -> Iterator[str]:
    for look, group in groupby(_joined(runs), key=lambda run: run[1]):
        html = escape("".join(text for text, _look in group), quote=False)
        html = html.replace(BREAK, "<br/>")
        html = f"<i>{html}</i>" if look.italic else html
        html = f"<b>{html}</b>" if look.bold else html
        yield f'<a href="{escape(look.href)}">{html}</a>' if look.href else html


def _joined(runs: list[tuple[str, Format]]) -> Iterator[tuple[str, Format]]:
    """A space between two runs of one format belongs to them."""
    for place, (text, look) in enumerate(runs):
        between = text in (" ", HARD) and 0 < place < len(runs) - 1
        if between and runs[place - 1][1] == runs[place + 1][1]:
            yield text, runs[place - 1][1]
        else:
            yield text, look


def web_address(href: str) -> str:
    """The address if it leads somewhere a reader can go, else nothing."""
    href = href.strip()
    return href if _WEB.fullmatch(href) else ""


def without_invisible(text: str) -> str:
    """Without control characters, soft hyphens and marks of no width."""
    return "".join(letter for letter in text if letter.isspace() or not _is_invisible(letter))


def _is_invisible(letter: str) -> bool:
    return (
        unicodedata.category(letter) in ("Cc", "Cs", "Cn") or letter in "\u00ad\u200b\u2060\ufeff"
    )
