"""Clipboard HTML → what it holds; pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from content_models.pasting import clipboard
from content_models.pasting.pieces import Noted, Piece
from content_models.pasting.reading import Reader


@dataclass(frozen=True, slots=True)
class Pasted:
    pieces: list[Piece]
    noted: Counter[Noted]
    """How many of each; none is left out."""


def convert(html: str) -> Pasted:
    """Raises TooMuch."""
    reader = Reader()
    reader.read(clipboard.read(html))
    return Pasted(reader.pieces, +reader.noted)
