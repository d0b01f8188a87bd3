"""compare(): two documents in, what differs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from content_models.documents.comparison.facts import differing_members, fact, opened
from content_models.documents.comparison.numbering import numbered
from content_models.documents.comparison.result import Comparison, Fact, Section
from content_models.documents.comparison.sections import compare_sections
from content_models.documents.comparison.sources import compare_references
from content_models.documents.comparison.state import Members, State, at_level, read

DERIVED = ("anchors",)
"""Follows from the text: shown only if nothing else differs."""
TECHNICAL = ("format", "part", "anchor.hash")
"""What a machine reads."""


def compare(before: str | None, after: str | None, *, care_level: str | None = None) -> Comparison:
    """What differs between two documents' JSON; None is no document.

    With a care level, blocks for other levels are left out on both sides; that they differ is
    still said. Raises NotADocument.
    """
    old, new = read(before), read(after)
    found = _compared(old, new, before, after, care_level)
    if before == after:
        return found
    if care_level is not None:
        hidden = _changed(_compared(old, new, before, after, None)) - _changed(found)
        found = replace(found, elsewhere=fact("elsewhere", None, len(hidden)) if hidden else None)
    if not (found.is_whole or found.count or found.elsewhere):
        found = replace(found, technical=tuple(_unseen(old.facts, new.facts)))
    return numbered(found)


def _compared(
    old: State, new: State, before: str | None, after: str | None, care_level: str | None
) -> Comparison:
    shown = at_level(old, care_level), at_level(new, care_level)
    sources = compare_references(*shown)
    whole = before is None or after is None
    facts = differing_members(
        _facts_of(old, with_null=not whole),
        _facts_of(new, with_null=not whole),
        leaving_out=DERIVED,
    )
    comparison = Comparison(
        is_same=before == after,
        is_first=before is None and after is not None,
        is_gone=after is None and before is not None,
        care_level=care_level,
        facts=tuple(item for item in facts if item.name not in TECHNICAL),
        sections=compare_sections(*shown, sources.numbers, whole=(old, new)),
        references=sources.references,
        technical=tuple(item for item in facts if item.name in TECHNICAL),
    )
    return numbered(comparison)


def _facts_of(state: State, *, with_null: bool) -> Members:
    members = opened(state.facts, "anchor")
    return {name: value for name, value in members.items() if with_null or value is not None}


def _changed(comparison: Comparison) -> set[tuple[str, str]]:
    blocks = {
        ("block", block.key)
        for section in comparison.sections
        for block in section.blocks
        if block.kinds
    }
    return blocks | {("section", section.key) for section in _own(comparison)}


def _own(comparison: Comparison) -> Iterator[Section]:
    return (section for section in comparison.sections if section.kinds)


def _unseen(before: Members, after: Members) -> Iterator[Fact]:
    """Two texts that differ, and nothing that was looked at does."""
    derived = tuple(item for item in differing_members(before, after) if item.name in DERIVED)
    yield from derived
    if not derived:
        yield Fact("bytes", None, None)
