"""The line that opens a container: `::: name attribute=value attribute="with spaces"`."""

from __future__ import annotations

import re
from dataclasses import dataclass

CARE_LEVELS = ("primary", "specialised")
BOXES = ("facts", "warning", "exercise", "links", "contact")
"""One block with the HTML of what they hold."""
FILES = ("document", "video")
"""One block with nothing but attributes."""

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "primary": (),
    "specialised": (),
    "facts": ("title",),
    "warning": ("title",),
    "exercise": ("title",),
    "links": ("title",),
    "contact": ("title",),
    "document": ("src", "title"),
    "video": ("src", "captions", "transcript", "title"),
    "supplement": ("at", "after", "id", "care_levels"),
}
_REQUIRED = {"document": "src", "video": "src", "supplement": "at"}
_MAX_VALUE = 1_000

_NAME = re.compile(r"\s*([^\s=\"]+)(?=\s|$)")
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[a-z_]+)=(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|(?P<bare>[^\s\"“”]+))(?=\s|$)"
)
_ESCAPED = re.compile(r"\\([\"\\])")
_FORM = 'write it as `::: name attribute=value attribute="with spaces"`'


@dataclass(frozen=True, slots=True)
class Container:
    name: str
    attributes: dict[str, str]


class Malformed(ValueError):
    """What is wrong with the line, and what is allowed."""


def read_container(text: str) -> Container:
    """What follows the colons, as a container; raises `Malformed`."""
    match = _NAME.match(text)
    if match is None:
        raise Malformed(f"a container needs a name; {_FORM}")
    name = match[1]
    if name not in ATTRIBUTES:
        allowed = ", ".join(ATTRIBUTES)
        raise Malformed(f"`::: {name[:40]}` is not a container; allowed: {allowed}")
    attributes = _read_attributes(name, text[match.end() :].rstrip())
    required = _REQUIRED.get(name)
    if required and required not in attributes:
        raise Malformed(f"`::: {name}` needs `{required}=…`")
    return Container(name, attributes)


def _read_attributes(container: str, text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    position = 0
    while position < len(text):
        match = _ATTRIBUTE.match(text, position)
        if match is None:
            raise Malformed(f"`{text[position:].strip()[:40]}` is not an attribute; {_FORM}")
        name, value = match["name"], _value(match)
        _check(container, name, value, found)
        if value:
            found[name] = value
        position = match.end()
    return found


def _value(match: re.Match[str]) -> str:
    if match["bare"]:
        return match["bare"]
    return _ESCAPED.sub(r"\1", match["quoted"]).strip()


def _check(container: str, name: str, value: str, found: dict[str, str]) -> None:
    if name not in ATTRIBUTES[container]:
        allowed = ", ".join(ATTRIBUTES[container]) or "none"
        raise Malformed(f"`{name[:40]}` is unknown on `::: {container}`; allowed: {allowed}")
    if name in found:
        raise Malformed(f"`{name}` is given twice on `::: {container}`")
    if len(value) > _MAX_VALUE:
        raise Malformed(f"`{name}` is longer than {_MAX_VALUE} characters")
