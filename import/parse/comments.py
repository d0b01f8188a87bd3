"""Empty HTML comments, Markdown's way to keep two lists apart; others are text like any HTML."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_COMMENT = re.compile(r"<!--\s*-->")


def drop_comments(state: StateCore) -> None:
    """Core rule before the inlines."""
    kept: list[Token] = []
    for token in state.tokens:
        kept.append(token)
        if token.type == "paragraph_close" and _COMMENT.fullmatch(kept[-2].content):
            del kept[-3:]
    state.tokens = kept
