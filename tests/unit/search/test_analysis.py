"""Tokens: Swedish letters kept, foreign ones folded, codes recognised, and nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import codes
from search.analysis.analyser import analyse
from search.analysis.folding import fold
from search.analysis.stemming import stem
from search.analysis.stopwords import is_stopword
from search.analysis.tokens import LONGEST, normal, words

LANGUAGES = st.sampled_from(["sv", "en", "fi", "se", "sv-x-lattlast", "xx"])


def texts(text: str) -> list[str]:
    return [word.text for word in words(normal(text))]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ÅLDER", "ålder"),
        ("a\u030aa\u0308o\u0308", "åäö"),
        ("Ménière", "meniere"),
        ("Müller", "muller"),
        ("Ærø", "ärö"),
        ("kata\u00adrakt", "katarakt"),
        ("Straße", "strasse"),
        ("čáhci", "cahci"),
    ],
)
def test_folds_what_readers_write_in_more_than_one_way(written: str, folded: str) -> None:
    assert texts(written) == [folded]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("H25.1", ["h251"]),
        ("(h251)", ["h251"]),
        ("H26.9*", ["h269"]),
        ("Se H25.Därefter", ["se", "h25", "därefter"]),
        ("H25-P och I10-", ["h25-p", "och", "i10"]),
        ("H25–H28", ["h25", "h28"]),
        ("B12-brist", ["b12", "brist"]),
        ("covid-19, 3,5 mg/ml", ["covid", "19", "3", "5", "mg", "ml"]),
        ("d-vitamin \x00 😀 _x_", ["d", "vitamin", "x"]),
        ("", []),
    ],
)
def test_finds_words_and_codes(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_a_word_knows_its_place_in_the_text() -> None:
    text = "Ögats lins, H25.1."
    assert [text[word.start : word.end] for word in words(text)] == ["Ögats", "lins", "H25.1"]


def test_stems_by_language() -> None:
    assert analyse("Linserna i ögonen", "sv").tokens == ("lins", "i", "ögon")
    assert analyse("Cataracts", "en").tokens == ("cataract",)
    assert analyse("linserna", "se").tokens == ("linserna",)
    assert stem("linserna", "sv-x-lattlast") == "lins"


def test_documents_keep_stop_words_and_queries_may_know_them() -> None:
    assert "i" in analyse("ont i halsen", "sv").tokens
    assert is_stopword("och", "sv")
    assert not is_stopword("och", "se")


def test_overlong_words_are_cut_alike() -> None:
    assert texts("a" * 10_000) == ["a" * LONGEST]


@given(st.text(), LANGUAGES)
def test_never_raises_and_places_are_in_order(text: str, language: str) -> None:
    found = analyse(text, language)
    assert len(found.tokens) == len(found.starts) == len(found.ends)
    assert list(found.starts) == sorted(found.starts)
    assert all(token and not any(sign.isspace() for sign in token) for token in found.tokens)
    assert found.stream.split() == list(found.tokens)


@given(st.text())
def test_words_of_words_are_the_same_words(text: str) -> None:
    found = texts(text)
    assert texts(" ".join(found)) == found


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("code", "above"), [("h251", ("h25",)), ("h2511", ("h251", "h25")), ("h25-p", ("h25",))]
)
def test_a_code_lies_beneath_what_its_form_says(code: str, above: tuple[str, ...]) -> None:
    assert codes.ancestors(code) == above


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("H25-H28", (725, 728)),
        ("h25–h28", (725, 728)),
        ("A00-B99", (0, 199)),
        ("H28-H25", None),
        ("H25.1-H28", None),
        ("katarakt", None),
    ],
)
def test_a_range_is_two_categories(text: str, span: tuple[int, int] | None) -> None:
    assert codes.range_of(text) == span
