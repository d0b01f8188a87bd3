"""A supplement file's `::: supplement` containers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content_models.vocabulary import CareLevel

from ..source import Reference, SupplementSource
from .blocks import blocks_in
from .citations import citations_in
from .containers import Container
from .limits import MAX_SUPPLEMENTS
from .markdown import Text
from .nodes import Node, nodes
from .slugs import ID_RULE, is_id, unused

_AFTER = re.compile(r"[1-9][0-9]{0,3}")


def read_supplements(text: Text, references: dict[str, Reference]) -> tuple[SupplementSource, ...]:
    """The supplements in order, each with the references that it cites; faults are added."""
    found = list(_containers(text))
    if not found and not text.environment.faults.found:
        end_of_front_matter = -1
        message = "the file holds no supplement; write `::: supplement at=…`"
        text.fault(message, end_of_front_matter)
    taken = _explicit_ids(text, found)
    return tuple(_supplement(text, node, container, taken, references) for node, container in found)


def _containers(text: Text) -> Iterator[tuple[Node, Container]]:
    number = 0
    for node in nodes(text.tokens):
        container = node.container
        if container is not None and container.name == "supplement":
            number += 1
            if number > MAX_SUPPLEMENTS:
                text.environment.stop(f"more than {MAX_SUPPLEMENTS} supplements", node.start)
            yield node, container
        elif node.type != "footnote_reference" and not _is_unreadable(node):
            message = "in a supplement file all text stands inside `::: supplement at=…`"
            text.fault(message, node.start)


def _is_unreadable(node: Node) -> bool:
    """A container whose opening line is a fault already."""
    return node.type == "container" and node.container is None


def _explicit_ids(text: Text, found: list[tuple[Node, Container]]) -> set[str]:
    ids: set[str] = set()
    for node, container in found:
        for name in ("id", "at"):
            value = container.attributes.get(name)
            if value is not None and not is_id(value):
                text.fault(f"`{name}={value[:40]}` is not an id; {ID_RULE}", node.start)
        explicit = container.attributes.get("id")
        if explicit in ids:
            text.fault(f"the id `{explicit}` is used by an earlier supplement", node.start)
        if explicit is not None:
            ids.add(explicit)
    return ids


def _supplement(
    text: Text,
    node: Node,
    container: Container,
    taken: set[str],
    references: dict[str, Reference],
) -> SupplementSource:
    at = container.attributes.get("at", "")
    id_ = container.attributes.get("id") or unused(at, taken)
    taken.add(id_)
    blocks = tuple(blocks_in(text, list(nodes(node.inside))))
    if not blocks:
        text.fault("the supplement is empty; write its text or take it away", node.start)
    cited = dict.fromkeys(citation.label for citation in citations_in(node.inside))
    return SupplementSource(
        id=id_,
        at=at,
        after=_after(text, node, container),
        care_levels=_care_levels(text, node, container),
        blocks=blocks,
        references=tuple(references[label] for label in cited if label in references),
        line=text.file_line(node.start),
    )


def _after(text: Text, node: Node, container: Container) -> int | None:
    value = container.attributes.get("after")
    if value is None:
        return None
    if not _AFTER.fullmatch(value):
        message = f"`after={value[:40]}` is not a block's number; allowed: 1 and up"
        text.fault(message, node.start)
        return None
    return int(value)


def _care_levels(text: Text, node: Node, container: Container) -> tuple[str, ...] | None:
    value = container.attributes.get("care_levels")
    if value is None:
        return None
    named = value.split(",")
    if not set(named) <= set(CareLevel) or len(set(named)) < len(named):
        allowed = f"{', '.join(CareLevel)} or {','.join(CareLevel)}"
        message = f"`care_levels={value[:40]}` is not allowed; allowed: {allowed}"
        text.fault(message, node.start)
    return tuple(level.value for level in CareLevel if level in named)
