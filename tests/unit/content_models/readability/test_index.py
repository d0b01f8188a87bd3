"""LIX, counted by hand beside what the module says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content_models.readability import Readability, readability_of, reader_aged
from content_models.readability.index import sentences_in


def test_counted_by_hand():
    """20 words, 4 sentences, 5 of the words longer than six letters: 20/4 + 100 · 5/20 = 30."""
    text = [
        "Läkaren undersöker ditt öga. Det gör inte ont.",
        "Du får droppar i ögat",
        "Pupillen blir större! Då ser du sämre.",
    ]
    found = readability_of(text)
    assert (found.words, found.sentences) == (20, 5)
    assert found.long_words == len(["Läkaren", "undersöker", "droppar", "Pupillen"])
    assert found.lix == round(20 / 5 + 100 * 4 / 20)


def test_a_few_words_have_no_index():
    assert readability_of(["Hej på dig."]).lix is None
    assert readability_of([]) == Readability(0, 0, 0)


def test_a_number_ends_no_sentence_but_an_abbreviation_does():
    assert readability_of(["Ring 08-123 45 67 kl. 8.30 idag"]).sentences == 2
    assert len(list(sentences_in("H26.9 är en kod. Ja."))) == 2


@given(st.lists(st.text()))
def test_any_text_has_counts(paragraphs):
    found = readability_of(paragraphs)
    assert 0 <= found.long_words <= found.words
    assert found.sentences <= found.words


def test_the_young_get_the_lowest_bar():
    bars = [reader_aged(age).highest_lix for age in range(26)]
    assert bars == sorted(bars)
    assert reader_aged(8).highest_lix == 25
    assert reader_aged(None).highest_lix == 40
