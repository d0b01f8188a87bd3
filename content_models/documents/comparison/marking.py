"""Two fragments of HTML with the words marked in which they differ, each in its own markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content_models.documents.comparison.alignment import Flags, differing
from content_models.documents.comparison.fragments import (
    VOID,
    Atom,
    Fragment,
    escaped,
    fragment_of,
    name_of,
)
from content_models.documents.comparison.sanitising import BLANK, sanitised
from content_models.documents.comparison.words import pieces


@dataclass(frozen=True, slots=True)
class Marked:
    """Both sides, with <del> in the first and <ins> in the second."""

    before: str
    after: str
    is_complete: bool
    """Whether what differs is marked, and nothing was left out."""


def marked(before: str, after: str) -> Marked:
    """Marks never cross a tag, so each side stays as well-formed as it was."""
    old, new = sanitised(before), sanitised(after)
    left, right = fragment_of(old), fragment_of(new)
    flags = differing(left.units, right.units)
    return Marked(
        before=_written(left, flags[0], "del"),
        after=_written(right, flags[1], "ins"),
        is_complete=(old, new) == (before, after) and any(flags[0] + flags[1]),
    )


def _written(fragment: Fragment, flags: Flags, mark: str) -> str:
    changed: dict[int, list[tuple[int, int]]] = {}
    for atom, is_changed in zip(fragment.atoms, flags, strict=True):
        if is_changed:
            for event, start, end in atom.places:
                changed.setdefault(event, []).append((start, end))
    starts = set(_bare_starts(fragment.atoms, flags))
    return "".join(_events(fragment, changed, starts, mark))


def _bare_starts(atoms: list[Atom], flags: Flags) -> Iterator[int]:
    """Events where an element starts that the other side has not, and no marked word shows it."""
    for index, atom in enumerate(atoms):
        if flags[index] and atom.is_start:
            is_shown = index + 1 < len(atoms) and flags[index + 1] and atoms[index + 1].places
            if not is_shown:
                yield atom.event


def _events(
    fragment: Fragment, changed: dict[int, list[tuple[int, int]]], starts: set[int], mark: str
) -> Iterator[str]:
    sign = f'<{mark} class="{BLANK}"></{mark}>'
    for index, event in enumerate(fragment.events):
        is_before = index in starts and (not event.is_tag or name_of(event.text) in VOID)
        is_behind = index in starts and not is_before
        text = event.text if event.is_tag else _text(event.text, changed.get(index, []), mark)
        yield f"{sign * is_before}{text}{sign * is_behind}"


def _text(text: str, changed: list[tuple[int, int]], mark: str) -> str:
    written = []
    for piece in pieces(text, changed):
        html = escaped(piece.text)
        if piece.is_changed:
            opening = f'{mark} class="{BLANK}"' if piece.is_blank else mark
            html = f"<{opening}>{html}</{mark}>"
        written.append(html)
    return "".join(written)
