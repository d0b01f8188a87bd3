"""An image that stands alone in its paragraph, and images that do not."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from .citations import positioned
from .files import LOCAL_RULE, is_local_file
from .html import plain_text
from .markdown import Text
from .members import one_line
from .nodes import Node

_STANDS_ALONE = "an image stands alone in its own paragraph, not in text, a list, table or box"


def lone_image(node: Node) -> Token | None:
    """The image, if the node is a paragraph with nothing else."""
    if node.type != "paragraph":
        return None
    children = node.tokens[1].children or []
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def image_attributes(text: Text, node: Node, image: Token) -> dict[str, str]:
    """`src`, `alt` (empty where decorative) and, if there is one, `caption`."""
    line = node.start
    src = unquote(str(image.attrGet("src")))
    if not is_local_file(src):
        text.fault(f"`{src[:80]}` is not an image's file; {LOCAL_RULE}", line)
    if any(child.type == "citation" for child in image.children or ()):
        message = "a citation cannot stand in an image's alternative text; put it in the text"
        text.fault(message, line)
    attributes = {"src": src, "alt": one_line(plain_text(image.children or ()))}
    caption = one_line(str(image.attrGet("title") or ""))
    return attributes | ({"caption": caption} if caption else {})


def refuse_images(text: Text, tokens: Sequence[Token]) -> None:
    """A fault for every image among those tokens."""
    for child, line in positioned(tokens):
        if child.type == "image":
            text.fault(_STANDS_ALONE, line)
