"""How much one file may hold: what is within these limits is parsed in a second or two.

markdown-it, PyYAML and nh3 have inputs that cost them seconds a kilobyte, or that they
silently drop; counting beforehand keeps every one of those out of reach.
"""

from __future__ import annotations

import re

from ..source import Refused

MAX_BYTES = 1024 * 1024
MAX_LINES = 10_000
MAX_MARKS = 50_000
"""Characters that can be markup, and hard spaces, on which nh3 is quadratic; in the whole file."""
MAX_FRONT_MATTER = 32 * 1024
"""Characters."""
MAX_NESTING = 20
"""Lists, quotes, containers and footnotes inside each other."""
MAX_INLINE_NESTING = 30
"""Brackets or emphasis inside each other in one paragraph."""
MAX_COLUMNS = 50
MAX_CELLS = 20_000
"""In all tables of the file, with the empty ones that fill up short rows."""
MAX_SECTIONS = 300
MAX_BLOCKS = 3_000
MAX_FOOTNOTES = 1_000
MAX_SUPPLEMENTS = 300
MAX_ID = 80
"""Characters of a section's or supplement's id, and of a citation's label."""
MAX_TITLE = 255

_MARKS = re.compile(r"[*_\[\]!<>&`\\|^\u00a0]")


def check_size(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES} bytes, which is the most one may hold"
        raise Refused(message, line=None)


def check_body(body: str, *, first_line: int) -> None:
    """Refuse what markdown-it would chew on for too long, before it starts."""
    if body.count("\n") > MAX_LINES:
        message = f"the text has more than {MAX_LINES} lines, which is the most a file may hold"
        raise Refused(message, line=first_line + MAX_LINES)
    for number, mark in enumerate(_MARKS.finditer(body)):
        if number == MAX_MARKS:
            _refuse_marks(first_line + body.count("\n", 0, mark.start()))


def _refuse_marks(line: int) -> None:
    message = (
        f"the text has more than {MAX_MARKS} characters of markup "
        "(* _ [ ] ! < > & ` \\ | ^ and hard spaces), which is the most a file may hold"
    )
    raise Refused(message, line=line)
