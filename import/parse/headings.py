"""Headings: `{#id}` at the end of one, and no level 1."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore

from .environment import Environment, environment_of
from .slugs import ID_RULE, is_id

_EXPLICIT_ID = re.compile(r"(?<!\\)\{#([^{}\n]*)\}\s*\Z")


def take_ids(state: StateCore) -> None:
    """Core rule between blocks and inlines: moves `{#id}` to the heading's `meta["id"]`."""
    environment = environment_of(state.env)
    for heading, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type != "heading_open":
            continue
        if heading.tag == "h1":
            message = "a heading of level 1; the title stands in the front matter, use ## and ###"
            environment.fault(message, heading.map[0] if heading.map else 0)
        match = _EXPLICIT_ID.search(inline.content)
        if match:
            inline.content = inline.content[: match.start()].rstrip()
            heading.meta["id"] = match[1]
            _check(heading.tag, match[1], heading.map[0] if heading.map else 0, environment)


def _check(tag: str, wanted: str, line: int, environment: Environment) -> None:
    if tag in ("h4", "h5", "h6"):
        message = "only headings of level 2 and 3 are sections and have an id; take it away"
        environment.fault(message, line)
    elif not is_id(wanted):
        environment.fault(f"`{{#{wanted[:40]}}}` is not an id; {ID_RULE}", line)
