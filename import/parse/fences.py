"""The block rule for `:::`: a bare fence closes the innermost container that is open.

Unlike mdit-py-plugins' container plugin, which looks for the end first, this reads on until a
fence closes it: equal colons nest, `:::` in fenced code is code, and nothing closes by itself.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from .containers import Malformed, read_container
from .environment import OpenContainer, environment_of

_FENCE = re.compile(r"(?P<colons>:{3,})(?P<rest>.*)", re.DOTALL)


def fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it block rule: tokens `container_open` (meta: container) and `container_close`."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _FENCE.match(line)
    if match is None:
        return False
    if not silent:
        handle = _open if match["rest"].strip() else _close
        handle(state, start, end, match)
    return True


def _open(state: StateBlock, start: int, end: int, match: re.Match[str]) -> None:
    environment = environment_of(state.env)
    token = state.push("container_open", "div", 1)
    try:
        token.meta["container"] = read_container(match["rest"])
    except Malformed as error:
        environment.fault(str(error), start)
    opened = OpenContainer(colons=len(match["colons"]), level=state.level)
    environment.open.append(opened)
    _read_inside(state, start, end)
    environment.open.pop()
    state.push("container_close", "div", -1)
    if opened.closed_at is None:
        message = f"`{match[0].strip()[:60]}` is never closed; close it with `{match['colons']}`"
        environment.fault(message, start)
    else:
        state.line = opened.closed_at + 1
    token.map = [start, state.line]


def _read_inside(state: StateBlock, start: int, end: int) -> None:
    parent = state.parentType
    state.parentType = "container"
    state.line = start + 1
    state.md.block.tokenize(state, start + 1, end)
    state.parentType = parent


def _close(state: StateBlock, start: int, end: int, match: re.Match[str]) -> None:
    environment = environment_of(state.env)
    innermost = environment.open[-1] if environment.open else None
    if innermost is None:
        environment.fault("this `:::` closes nothing; no container is open", start)
    elif state.level != innermost.level:
        message = "this `:::` stands inside a list, quote or footnote; begin it at the margin"
        environment.fault(message, start)
    elif len(match["colons"]) < innermost.colons:
        message = f"the container open here closes with at least {innermost.colons} colons"
        environment.fault(message, start)
    else:
        innermost.closed_at = start
        state.line = end
        return
    state.line = start + 1
