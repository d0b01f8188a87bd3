"""Titles stand in Swedish alphabetical order on every database."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_models.editions.listing import swedish_order

IN_ORDER = [
    *("", "1 råd", "Abc", "abd", "Artros", "Éclair", "eclaira", "katarakt", "Katarakter"),
    *("Zon", "zoo", "Ål", "åska", "Ägg", "ära", "Öga", "öron"),
]


def test_a_to_z_then_the_three_last() -> None:
    shuffled = IN_ORDER[::2] + IN_ORDER[1::2]
    assert sorted(shuffled, key=swedish_order) == IN_ORDER


@pytest.mark.parametrize(
    ("one", "other"),
    [("KATARAKT", "katarakt"), ("Éclair", "eclair"), ("Møte", "Möte"), ("Ærø", "ärö")],
)
def test_case_and_foreign_marks_do_not_count(one: str, other: str) -> None:
    assert swedish_order(one) == swedish_order(other)


@pytest.mark.parametrize("title", ["Ål", "ägg", "ÖGA", "Grå starr"])
def test_letters_put_together_from_two_signs_are_the_same(title: str) -> None:
    assert swedish_order(unicodedata.normalize("NFD", title)) == swedish_order(title)


@given(st.lists(st.text(alphabet="abcxyzåäöÅÄÖ ", max_size=6), min_size=2, max_size=5))
def test_it_orders_as_the_alphabet_does(titles: list[str]) -> None:
    alphabet = " abcxyzåäö"
    ranked = sorted(titles, key=lambda title: [alphabet.index(sign) for sign in title.lower()])
    for one, other in pairwise(ranked):
        assert swedish_order(one) <= swedish_order(other)


@given(st.text(max_size=255))
def test_any_title_has_a_short_key_of_ascii(title: str) -> None:
    key = swedish_order(title)
    assert key.isascii()
    assert len(key) <= 1100
