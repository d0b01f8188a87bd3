"""Cursors: what went in comes out, and nothing else does."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cms.api.cursors import CURSOR_PATTERN, cursor_of, place_of, question
from cms.api.problems import NothingThere

WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=50)


@given(WORDS, WORDS)
def test_a_place_survives(first, second):
    asked = question("pages", "sv")
    cursor = cursor_of(asked, (first, second))

    assert re.match(CURSOR_PATTERN, cursor)
    assert place_of(cursor, asked, width=2) == (first, second)


@given(st.from_regex(CURSOR_PATTERN, fullmatch=True))
@example("A")
@example("AAAAA")
@example("W10")
@example("eyJhIjoxfQ")
def test_what_was_never_given_names_nothing(cursor):
    with pytest.raises(NothingThere):
        place_of(cursor, question("pages"), width=2)


def test_a_cursor_is_for_one_question():
    cursor = cursor_of(question("pages", "sv"), ("a", "b"))

    with pytest.raises(NothingThere):
        place_of(cursor, question("pages", "en"), width=2)
    with pytest.raises(NothingThere):
        place_of(cursor, question("pages", "sv"), width=1)
