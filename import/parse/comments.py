"""Paragraphs that are nothing but an HTML comment: an editor's notes, which say nothing."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)


def drop_comments(state: StateCore) -> None:
    """Core rule before the inlines."""
    kept: list[Token] = []
    for token in state.tokens:
        kept.append(token)
        if token.type == "paragraph_close" and _COMMENT.fullmatch(kept[-2].content):
            del kept[-3:]
    state.tokens = kept
