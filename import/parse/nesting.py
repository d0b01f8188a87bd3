"""Rules that refuse deep nesting before markdown-it silently drops what lies below it."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from .environment import environment_of
from .limits import MAX_INLINE_NESTING, MAX_NESTING

NEVER_REACHED = 4 * (MAX_NESTING + MAX_INLINE_NESTING)
"""markdown-it's own `maxNesting`, at which it drops content."""

_NESTING = frozenset(
    {"blockquote_open", "list_item_open", "container_open", "footnote_reference_open"}
)
_LEVELS_EACH = 2
"""A list is two of markdown-it's levels: the list and its item."""

_TOO_DEEP = (
    f"more than {MAX_NESTING} lists, quotes and containers inside each other; "
    f"at most {MAX_NESTING} are allowed"
)
_TOO_DEEP_INLINE = (
    f"more than {MAX_INLINE_NESTING} brackets or emphases inside each other; "
    f"at most {MAX_INLINE_NESTING} are allowed"
)


def block_guard(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule that never matches: it stands first, and stops what is far too deep."""
    if state.level > _LEVELS_EACH * MAX_NESTING:
        environment_of(state.env).stop(_TOO_DEEP, start)
    return False


def inline_guard(state: StateInline, silent: bool) -> bool:
    """Inline rule that never matches: it stops brackets inside brackets inside brackets."""
    if state.level > MAX_INLINE_NESTING:
        environment = environment_of(state.env)
        environment.stop(_TOO_DEEP_INLINE, environment.inline_line)
    return False


def check_blocks(state: StateCore) -> None:
    """Core rule after the blocks: counts what stands inside what, exactly."""
    depth = 0
    for token in state.tokens:
        if token.type in _NESTING:
            depth += 1
        elif token.nesting < 0 and token.type.replace("_close", "_open") in _NESTING:
            depth -= 1
        if depth > MAX_NESTING:
            environment_of(state.env).stop(_TOO_DEEP, token.map[0] if token.map else 0)


def check_inline(state: StateCore) -> None:
    """Core rule after the inlines: emphasis gets its depth only then."""
    for token in state.tokens:
        if any(child.level > MAX_INLINE_NESTING for child in token.children or ()):
            environment_of(state.env).stop(_TOO_DEEP_INLINE, token.map[0] if token.map else 0)
