"""What a node of the tree is, and how what is looked for is read."""

from __future__ import annotations

import pytest

from content_models.taxonomies.diagnosis import DiagnosisCode, folded
from content_models.taxonomies.finding import Level, _as_folded, level_of


@pytest.mark.parametrize(
    ("code", "depth", "level"),
    [
        ("H00-H59", 1, Level.CHAPTER),
        ("H25-H28", 2, Level.BLOCK),
        ("C00-C14", 3, Level.BLOCK),
        ("H25", 3, Level.CATEGORY),
        ("H25", 1, Level.CATEGORY),
        ("H25.1", 4, Level.CODE),
        ("M80.0F", 5, Level.CODE),
        ("H25-P", 4, Level.CODE),
    ],
)
def test_levels(code: str, depth: int, level: Level) -> None:
    assert level_of(DiagnosisCode(code=code, depth=depth)) is level


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("H25.1", "h25.1"),
        ("h251", "h25.1"),
        ("H28.0*", "h28.0"),
        ("H25–H28", "h25-h28"),
        ("Ögon", "ögon"),
        ("H2", "h2"),
        ("B12-vitamin", "b12-vitamin"),
    ],
)
def test_words_as_they_are_stored(word: str, read: str) -> None:
    assert _as_folded(word) == read


@pytest.mark.parametrize("word", ["H25.1", "h251", "H25", "Kärna", "H25.1*"])
def test_what_is_stored_holds_every_way_to_write_it(word: str) -> None:
    assert _as_folded(word) in folded("H25.1", "Åldersstarr i linsens kärna")
