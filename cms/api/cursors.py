"""Opaque cursors: the place in a list after which to go on, bound to the question it was for.

A place is values, not a row: a cursor goes on working when what it points at is withdrawn.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Any

import orjson

from cms.api.problems import NothingThere

CURSOR_PATTERN = r"^[A-Za-z0-9_-]+$"


def question(*parts: Any) -> str:
    """A short name for what is asked, so that a cursor is only good for the same."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:10]


def cursor_of(asked: str, place: tuple[str, ...]) -> str:
    """The cursor that goes on after `place`."""
    return base64.urlsafe_b64encode(orjson.dumps([asked, *place])).decode().rstrip("=")


def place_of(cursor: str, asked: str, *, width: int) -> tuple[str, ...]:
    """The place that a cursor names; raises NothingThere if it was not given for this question."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found = orjson.loads(base64.urlsafe_b64decode(padded))
    except (binascii.Error, ValueError):
        found = None
    match found:
        case [name, *place] if name == asked and len(place) == width:
            if all(isinstance(value, str) and "\0" not in value for value in place):
                return tuple(place)
    raise NothingThere("this cursor was not given for this question; begin without it")
