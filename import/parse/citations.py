"""Citations `[^label]`: the Markdown rules, and how a citation looks in a block's HTML.

In HTML a citation is the literal text `[^label]`. Text that merely looks like one, since the editor
escaped it, has a backslash: `\\[^label]`. So that a backslash of the text's own is never taken
for that one, **backslashes that stand directly before `[^` are doubled**. A renderer reads, in
text outside `<code>` and `<pre>`, a run of n backslashes and `[^`: n // 2 backslashes are text;
then, if n is even, `[^label]` is a citation; if n is odd, `[^` is text. `CITATION_IN_HTML` is
that pattern. Inside `<code>` and `<pre>` nothing is escaped and nothing is a citation;
attributes never hold `[^`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from .environment import environment_of
from .limits import MAX_ID

CITATION_IN_HTML = re.compile(r"(?<!\\)(?P<backslashes>\\*)\[\^(?P<label>[\w.-]+)\]")
"""Matches citations and lookalikes alike; the number of backslashes tells them apart."""

LABEL_RULE = f"allowed: letters, digits, `_`, `.` and `-`, at most {MAX_ID}"
_LABEL = re.compile(rf"[\w.-]{{1,{MAX_ID}}}")
_CITATION = re.compile(r"\[\^([^\[\]\n]+)\]")
_DEFINITION = re.compile(r"\[\^([^\[\]\n]+)\]:")
_LOOKALIKE = re.compile(r"(?<!\\)(\\*)\[\^")


@dataclass(frozen=True, slots=True)
class Citation:
    label: str
    line: int
    """0-based, in the text."""


def citation(state: StateInline, silent: bool) -> bool:
    """Inline rule, before links: a token `citation` whether or not its label is defined."""
    if state.src[state.pos] != "[":
        return False
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[1]
        token.meta["position"] = state.pos
    state.pos = match.end()
    return True


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule: `[^label]: …` whose label is one; any other label is a fault."""
    if state.is_code_block(start):
        return False
    match = _DEFINITION.match(
        state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start]
    )
    if match is None:
        return False
    if not is_label(match[1]):
        if not silent:
            message = f"`[^{match[1][:40]}]` is not a footnote's label; {LABEL_RULE}"
            environment_of(state.env).fault(message, start)
        return False
    return footnote_def(state, start, end, silent)


def is_label(text: str) -> bool:
    return _LABEL.fullmatch(text) is not None


def citations_in(tokens: Sequence[Token]) -> Iterator[Citation]:
    """The citations in a run of block tokens, in order."""
    for child, line in positioned(tokens):
        if child.type == "citation":
            yield Citation(child.content, line)


def positioned(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """The citations and images in a run of block tokens, each with its 0-based line."""
    for token in tokens:
        line, read = token.map[0] if token.map else 0, 0
        for child in token.children or ():
            if "position" in child.meta:
                line += token.content.count("\n", read, child.meta["position"])
                read = child.meta["position"]
                yield child, line


def escape_lookalikes(text: str, *, before_citation: bool) -> str:
    """Plain text as it stands in HTML, by the rule above; not yet HTML-escaped."""
    escaped = _LOOKALIKE.sub(lambda match: f"{match[1]}{match[1]}\\[^", text)
    if before_citation:
        escaped += "\\" * (len(text) - len(text.rstrip("\\")))
    return escaped
