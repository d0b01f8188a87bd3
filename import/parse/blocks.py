"""Nodes → blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..source import Block, BlockType
from .containers import BOXES, CARE_LEVELS, FILES, Container
from .files import LOCAL_RULE, is_local_file, is_web_address
from .images import image_attributes, lone_image, refuse_images
from .markdown import Text
from .nodes import Node, line_of, nodes
from .origin import source_of

_TYPES: dict[str, BlockType] = {
    "bullet_list": "list",
    "ordered_list": "list",
    "table": "table",
}
_BOX_TYPES: dict[str, BlockType] = {
    "facts": "facts",
    "warning": "warning",
    "exercise": "exercise",
    "links": "links",
    "contact": "contact",
    "document": "document",
    "video": "video",
}
_SECTION_TAGS = ("h2", "h3")


def blocks_in(
    text: Text, found: Sequence[Node], care_levels: tuple[str, ...] = ()
) -> Iterator[Block]:
    """The blocks that those nodes make; the nodes of a care-level container are blocks each."""
    for node in found:
        if node.type == "footnote_reference" or _says_nothing(node):
            continue
        if node.type == "container":
            yield from _container(text, node, care_levels)
        else:
            yield _plain_block(text, node, care_levels)


def refuse_inside(text: Text, node: Node) -> None:
    """Faults for what may not stand inside a list, quote, table, box or footnote."""
    for token in node.tokens[1:]:
        if token.type == "container_open":
            message = "a container cannot stand inside a box, list, quote or footnote"
            text.fault(f"{message}; close that first", line_of(token))
        elif token.type == "footnote_reference_open":
            message = "a footnote's definition cannot stand inside a box, list, quote or footnote"
            text.fault(f"{message}; move it to the end of the text", line_of(token))
        elif token.type == "heading_open" and token.tag in _SECTION_TAGS:
            message = "a heading of level 2 or 3 cannot stand inside a box, list or quote"
            text.fault(f"{message}; close the container first", line_of(token))
    refuse_images(text, node.tokens)
    _refuse_unclosed_code(text, node)


def _says_nothing(node: Node) -> bool:
    return node.type == "paragraph" and not node.tokens[1].content


def _plain_block(text: Text, node: Node, care_levels: tuple[str, ...]) -> Block:
    image = lone_image(node)
    kind: BlockType = "image" if image else _TYPES.get(node.type, "text")
    attributes: dict[str, str] = {}
    if image:
        attributes = image_attributes(text, node, image)
    else:
        refuse_inside(text, node)
        _refuse_heading(text, node)
    return Block(
        type=kind,
        html="" if image else text.html(node.tokens),
        care_levels=care_levels,
        attributes=attributes,
        source=source_of(text, node),
        line=text.file_line(node.start),
    )


def _refuse_heading(text: Text, node: Node) -> None:
    if node.type == "heading" and node.tag in _SECTION_TAGS:
        message = f"a heading of level {node.tag[1]} begins a section and cannot stand inside "
        text.fault(f"{message}a container; close the container first", node.start)


def _refuse_unclosed_code(text: Text, node: Node) -> None:
    for token in node.tokens:
        if token.type != "fence" or token.map is None:
            continue
        inside = token.map[1] - token.map[0] - 2
        if token.content.count("\n") != inside:
            message = f"the code block is never closed; close it with `{token.markup}`"
            text.fault(message, line_of(token))


def _container(text: Text, node: Node, care_levels: tuple[str, ...]) -> Iterator[Block]:
    container = node.container
    if container is None:  # a fault already
        return
    if container.name in CARE_LEVELS:
        yield from _care_level(text, node, container.name, care_levels)
    elif container.name in BOXES:
        yield _box(text, node, container, care_levels)
    elif container.name in FILES:
        yield _file(text, node, container, care_levels)
    else:
        message = "`::: supplement` stands in files with `kind: supplement`, at the top level"
        text.fault(message, node.start)


def _care_level(text: Text, node: Node, name: str, care_levels: tuple[str, ...]) -> Iterator[Block]:
    if care_levels:
        message = f"`::: {name}` cannot stand inside `::: {care_levels[0]}`; close that first"
        text.fault(message, node.start)
    _refuse_empty(text, node, name)
    yield from blocks_in(text, list(nodes(node.inside)), (name,))


def _refuse_empty(text: Text, node: Node, name: str) -> None:
    if all(_says_nothing(inner) for inner in nodes(node.inside)):
        text.fault(f"`::: {name}` is empty; write its text or take it away", node.start)


def _box(text: Text, node: Node, container: Container, care_levels: tuple[str, ...]) -> Block:
    _refuse_empty(text, node, container.name)
    refuse_inside(text, node)
    return Block(
        type=_BOX_TYPES[container.name],
        html=text.html(node.inside),
        care_levels=care_levels,
        attributes=container.attributes,
        source=source_of(text, node),
        line=text.file_line(node.start),
    )


def _file(text: Text, node: Node, container: Container, care_levels: tuple[str, ...]) -> Block:
    for token in node.inside[:1]:
        message = f"`::: {container.name}` holds no text; its attributes say all"
        text.fault(message, line_of(token))
    for name in ("src", "captions", "transcript"):
        reference = container.attributes.get(name)
        if reference and not (is_local_file(reference) or is_web_address(reference)):
            message = f"`{name}={reference[:80]}` is not a file; {LOCAL_RULE}, or https://…"
            text.fault(message, node.start)
    return Block(
        type=_BOX_TYPES[container.name],
        care_levels=care_levels,
        attributes=container.attributes,
        source=source_of(text, node),
        line=text.file_line(node.start),
    )
