"""Loads a list of diagnosis codes; the hierarchy follows from the codes alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category

from django.db import transaction

from content_models.editions.head import bump_reference
from content_models.taxonomies.diagnosis import (
    DiagnosisCode,
    folded,
    normalise_code,
    parent_by_form,
    range_of,
)

Position = tuple[str, int, int]
"""Treebeard's path, depth and number of children."""


class MalformedCodeList(Exception):
    """A list that cannot be loaded; the message begins with the line."""


@dataclass(frozen=True, slots=True)
class Loaded:
    created: int
    updated: int
    retired: int


@dataclass(frozen=True, slots=True)
class Named:
    title: str
    marker: str


def read_codes(lines: Iterable[str]) -> dict[str, Named]:
    """`code<TAB>title` lines in any order → code → name; raises MalformedCodeList."""
    found: dict[str, Named] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        code, tab, title = line.rstrip("\r\n").partition("\t")
        normal = normalise_code(code)
        if not tab or not title.strip():
            raise MalformedCodeList(f"{number}: expected code<TAB>title")
        if normal is None:
            raise MalformedCodeList(f"{number}: “{code}” is not a diagnosis code (such as H26.9)")
        if any(category(sign) == "Cc" for sign in title.strip()):
            raise MalformedCodeList(f"{number}: the title holds a control character")
        if normal[0] in found:
            raise MalformedCodeList(f"{number}: {normal[0]} stands twice")
        if len(title.strip()) > 500:
            raise MalformedCodeList(f"{number}: the title is longer than 500 characters")
        found[normal[0]] = Named(title.strip(), normal[1])
    return found


def parents_of(codes: Iterable[str]) -> dict[str, str | None]:
    """Code → parent for the codes and every missing parent that their forms imply."""
    parents: dict[str, str | None] = {}
    ranges = [(code, span) for code in codes if (span := range_of(code))]
    # Narrow ranges first, so that the first one that holds a category is its block.
    ranges.sort(key=lambda item: (_width(item[1]), item[0]))
    for code in codes:
        wanted: str | None = code
        while wanted is not None and wanted not in parents:
            parent = parent_by_form(wanted) or _enclosing(wanted, ranges)
            parents[wanted] = parent
            wanted = parent
    return parents


def _width(span: tuple[str, str]) -> int:
    first, last = (ord(end[0]) * 100 + int(end[1:]) for end in span)
    return last - first


def _enclosing(code: str, ranges: list[tuple[str, tuple[str, str]]]) -> str | None:
    first, last = range_of(code) or (code[:3], code[:3])
    for name, (start, end) in ranges:
        if name != code and start <= first and last <= end:
            return name
    return None


def positions_of(parents: dict[str, str | None]) -> dict[str, Position]:
    """Code → its place in treebeard's tree, siblings in code order."""
    children: dict[str | None, list[str]] = defaultdict(list)
    for code in sorted(parents):
        children[parents[code]].append(code)
    positions: dict[str, Position] = {}

    def place(parent: str | None, path: str, depth: int) -> None:
        for number, code in enumerate(children[parent], start=1):
            own = DiagnosisCode._get_path(path, depth, number)
            positions[code] = (own, depth, len(children[code]))
            place(code, own, depth + 1)

    place(None, "", 1)
    return positions


@transaction.atomic
def load_codes(named: dict[str, Named], *, edition: str | None = None) -> Loaded:
    """Make the tree hold these codes: titles updated, nothing doubled, nothing deleted.

    With `edition`, codes that the list no longer has are marked retired.
    """
    held = {node.code: node for node in DiagnosisCode.objects.all()}
    positions = positions_of(parents_of([*held, *named]))
    # A parent that a code of the list implies is no more missing than the code.
    present = set(parents_of(named))
    _clear_moved(held, positions)
    created, updated, retired = [], [], 0
    for code, position in positions.items():
        node = held.get(code) or DiagnosisCode(code=code, title=code)
        before, was_retired = _state(node), node.retired
        _describe(node, named.get(code), edition, is_present=code in present)
        node.path, node.depth, node.numchild = position
        retired += node.retired and not was_retired
        if code not in held:
            created.append(node)
        elif _state(node) != before:
            updated.append(node)
    DiagnosisCode.objects.bulk_create(created, batch_size=500)
    DiagnosisCode.objects.bulk_update(updated, FIELDS, batch_size=200)
    if created or updated:
        bump_reference()
    return Loaded(len(created), len(updated), retired)


FIELDS = ["title", "marker", "folded", "edition", "retired", "path", "depth", "numchild"]


def _state(node: DiagnosisCode) -> list[object]:
    return [getattr(node, name) for name in FIELDS]


def _describe(
    node: DiagnosisCode, named: Named | None, edition: str | None, *, is_present: bool
) -> None:
    if named is not None:
        node.title, node.marker = named.title, named.marker
    if is_present:
        node.edition, node.retired = edition or node.edition, False
    elif edition:
        node.retired = True
    node.folded = folded(node.code, node.title)


def _clear_moved(held: dict[str, DiagnosisCode], positions: dict[str, Position]) -> None:
    """Paths are unique: those about to change are put aside first."""
    moved = [node for code, node in held.items() if node.path != positions[code][0]]
    for node in moved:
        node.path = f"~{node.pk}"
    DiagnosisCode.objects.bulk_update(moved, ["path"], batch_size=500)
