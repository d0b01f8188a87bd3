"""Links: which schemes may be followed, and what a link by reference refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token

from .environment import environment_of
from .members import one_line

SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def positioned_image(state: StateInline, silent: bool) -> bool:
    """markdown-it's image rule, that also says where the image stands."""
    position = state.pos
    if not image(state, silent):
        return False
    if not silent:
        state.tokens[-1].meta["position"] = position
    return True


def read_inlines(state: StateCore) -> None:
    """Core rule in place of `inline`: as that one, and notes the labels of links."""
    environment = environment_of(state.env)
    for token in state.tokens:
        if token.type != "inline":
            continue
        environment.inline_line = token.map[0] if token.map else 0
        token.children = []
        state.md.inline.parse(token.content, state.md, state.env, token.children)
        token.meta["labels"] = sorted(set(_labels(token.children)))
        _make_inert(token.children)


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if "label" in token.meta:
            yield token.meta["label"]
        yield from _labels(token.children or ())


def _make_inert(tokens: Sequence[Token]) -> None:
    """Links of any other scheme come out as the text that they were written as."""
    opened: list[Token] = []
    for token in tokens:
        if token.type == "link_open":
            opened.append(token)
        elif token.type == "link_close":
            opener = opened.pop()
            if not _may_be_followed(str(opener.attrGet("href"))):
                _as_text(opener, token)


def _as_text(opener: Token, closer: Token) -> None:
    before, after = ("<", ">") if opener.info == "auto" else ("[", f"]({opener.attrGet('href')})")
    for token, content in ((opener, before), (closer, after)):
        token.type, token.tag, token.nesting, token.attrs = "text", "", 0, {}
        token.content = content


def _may_be_followed(href: str) -> bool:
    match = _SCHEME.match(href)
    return match is None or match[1].lower() in SCHEMES


def check_duplicates(state: StateCore) -> None:
    """Core rule: two definitions of one link label must agree, since only the first counts."""
    for later in state.env.get("duplicate_refs", ()):
        first = state.env["references"][later["label"]]
        if link_target(first) != link_target(later):
            message = f"the link `[{later['label'][:40].lower()}]` is defined twice"
            environment_of(state.env).fault(message, later["map"][0])


def link_target(reference: dict[str, str]) -> tuple[str, str]:
    """A link definition's address and title."""
    return reference["href"], one_line(reference["title"])
