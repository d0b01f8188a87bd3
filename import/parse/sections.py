"""Headings of level 2 and 3 → sections, flat and in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from ..source import Section
from .blocks import blocks_in
from .citations import citations_in
from .html import plain_text
from .images import refuse_images
from .limits import MAX_BLOCKS, MAX_SECTIONS, MAX_TITLE
from .markdown import Text
from .members import one_line
from .nodes import Node, nodes
from .slugs import slug, unused

LEAD_ID = "ingress"
"""The section of what comes before the first heading."""


@dataclass(slots=True)
class _Part:
    heading: Node | None
    nodes: list[Node] = field(default_factory=list)


def read_sections(text: Text) -> tuple[Section, ...]:
    """An article's sections; faults of its headings and blocks are added."""
    sections = [_section(text, part) for part in _parts(text)]
    if not sections[0].blocks:
        sections.pop(0)
    _check_blocks(text, sections)
    return tuple(_with_ids(text, sections))


def _parts(text: Text) -> list[_Part]:
    parts = [_Part(heading=None)]
    for node in nodes(text.tokens):
        if node.type == "heading" and node.tag in ("h2", "h3"):
            if len(parts) > MAX_SECTIONS:
                message = f"more than {MAX_SECTIONS} sections"
                text.environment.stop(f"{message}, the most an article may hold", node.start)
            parts.append(_Part(heading=node))
        else:
            parts[-1].nodes.append(node)
    return parts


def _section(text: Text, part: _Part) -> Section:
    blocks = tuple(blocks_in(text, part.nodes))
    if part.heading is None:
        line = blocks[0].line if blocks else text.file_line(0)
        return Section(id=LEAD_ID, title="", level=2, blocks=blocks, line=line)
    level: Literal[2, 3] = 2 if part.heading.tag == "h2" else 3
    return Section(
        id=part.heading.tokens[0].meta.get("id", ""),
        title=_title(text, part.heading),
        level=level,
        blocks=blocks,
        line=text.file_line(part.heading.start),
    )


def _title(text: Text, heading: Node) -> str:
    title = one_line(plain_text(heading.tokens[1].children or ()))
    if not title:
        text.fault("a heading without text; write its title or take it away", heading.start)
    if len(title) > MAX_TITLE:
        text.fault(f"the heading is longer than {MAX_TITLE} characters", heading.start)
    for citation in citations_in(heading.tokens):
        text.fault("a citation cannot stand in a section's heading; put it below", citation.line)
    refuse_images(text, heading.tokens)
    return title


def _check_blocks(text: Text, sections: list[Section]) -> None:
    blocks = [block for section in sections for block in section.blocks]
    if len(blocks) > MAX_BLOCKS:
        message = f"more than {MAX_BLOCKS} blocks, which is the most an article may hold"
        text.environment.faults.add(message, line=blocks[MAX_BLOCKS].line)


def _with_ids(text: Text, sections: list[Section]) -> Iterator[Section]:
    taken: dict[str, int] = {}
    for section in sections:
        if section.id and section.id in taken:
            message = f"the id `{section.id}` is used twice, first on line {taken[section.id]}"
            text.environment.faults.add(message, line=section.line)
        elif section.id:
            taken[section.id] = section.line
    for section in sections:
        made = section.id or unused(slug(section.title), taken)
        taken.setdefault(made, section.line)
        yield replace(section, id=made)
