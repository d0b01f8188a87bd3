"""The changes counted, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from content_models.documents.comparison.result import (
    Block,
    Change,
    Comparison,
    Fact,
    Reference,
    Section,
)


def numbered(comparison: Comparison) -> Comparison:
    """With all its changes counted from 1."""
    if comparison.is_whole:
        return replace(comparison, count=1)
    numbers = count(1)
    comparison = replace(
        comparison,
        elsewhere=next(iter(_facts((comparison.elsewhere,), numbers)), None),
        facts=_facts(comparison.facts, numbers),
        sections=tuple(_section(section, numbers) for section in comparison.sections),
        references=tuple(_reference(reference, numbers) for reference in comparison.references),
        renumbering=next(numbers) if _has_renumbering(comparison) else None,
        technical=_facts(comparison.technical, numbers),
    )
    return replace(comparison, count=next(numbers) - 1)


def _facts(facts: tuple[Fact | None, ...], numbers: Iterator[int]) -> tuple[Fact, ...]:
    return tuple(replace(fact, number=next(numbers)) for fact in facts if fact)


def _section(section: Section, numbers: Iterator[int]) -> Section:
    return replace(
        section,
        number=next(numbers) if section.kinds else None,
        blocks=tuple(_block(block, numbers) for block in section.blocks),
    )


def _block(block: Block, numbers: Iterator[int]) -> Block:
    return replace(block, number=next(numbers)) if block.is_counted else block


def _reference(reference: Reference, numbers: Iterator[int]) -> Reference:
    return replace(reference, number=next(numbers)) if reference.is_counted else reference


def _has_renumbering(comparison: Comparison) -> bool:
    return any(Change.RENUMBERED in reference.kinds for reference in comparison.references)
