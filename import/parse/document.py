"""Bytes → text, and text → front matter and body."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape

from ..source import Refused
from .limits import MAX_FRONT_MATTER, check_body, check_size
from .unseen import unseen_fault

_NEWLINE = re.compile(r"\r\n?")
_FENCE = re.compile(r"---[ \t]*")


@dataclass(frozen=True, slots=True)
class Document:
    """A file's two halves, each with the line in the file where it begins (1-based)."""

    front_matter: str
    front_matter_line: int
    body: str
    body_line: int


def read(content: bytes) -> Document:
    """Split a file at its front matter; line ends come out as `\\n`."""
    check_size(content)
    lines = _NEWLINE.sub("\n", _decode(content)).split("\n")
    _refuse_unseen(lines)
    end = _front_matter_end(lines)
    document = Document(
        front_matter="\n".join(lines[1:end]),
        front_matter_line=2,
        body="\n".join([*lines[end + 1 :], ""]),
        body_line=end + 2,
    )
    if len(document.front_matter) > MAX_FRONT_MATTER:
        message = f"the front matter is longer than {MAX_FRONT_MATTER} characters"
        raise Refused(f"{message}, which is the most it may hold", line=1)
    check_body(document.body, first_line=document.body_line)
    return document


def _decode(content: bytes) -> str:
    if b"\0" in content:
        line = _line_at(content, content.index(b"\0"))
        raise Refused("a NUL character; files are text in UTF-8 without NUL", line=line)
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
        # Some systems write å as two characters: one spelling, so that hashes and search agree.
        return unicodedata.normalize("NFC", text)
    except UnicodeDecodeError as error:
        byte = content[error.start]
        message = f"the byte 0x{byte:02x} is not UTF-8; save the file as UTF-8"
        raise Refused(message, line=_line_at(content, error.start)) from None


def _refuse_unseen(lines: list[str]) -> None:
    """Written as an entity too: Markdown reads `&#x202e;` as the character."""
    for number, line in enumerate(lines, start=1):
        if fault := unseen_fault(unescape(line)):
            raise Refused(fault, line=number)


def _line_at(content: bytes, position: int) -> int:
    before = content[:position].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


def _front_matter_end(lines: list[str]) -> int:
    if not _FENCE.fullmatch(lines[0]):
        message = "the file must begin with front matter: YAML between two lines of `---`"
        raise Refused(message, line=1)
    for number, line in enumerate(lines[1:], start=1):
        if _FENCE.fullmatch(line):
            return number
    raise Refused("the front matter is never closed; close it with a line of `---`", line=1)
