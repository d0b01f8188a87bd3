"""Marks are added; the words and their elements stay."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from content_models.readability import marked
from content_models.readability.marking import paragraphs_of

HTML = "<p>Kort. Detta är en mening som har <em>alldeles</em> för många ord i sig.</p><p>Ja.</p>"


def test_long_words_and_sentences_are_marked():
    soup = BeautifulSoup(marked(HTML, longest_sentence=10), "html.parser")
    assert [mark.get_text() for mark in soup.select("mark")] == ["alldeles"]
    sentence = "".join(piece.get_text() for piece in soup.select(".long-sentence"))
    assert sentence.strip() == "Detta är en mening som har alldeles för många ord i sig."
    assert soup.select("em mark") or soup.select("em .long-sentence mark")


def test_a_sentence_of_the_longest_allowed_is_not_marked():
    assert "long-sentence" not in marked(HTML, longest_sentence=12)


def test_list_items_are_sentences_of_their_own():
    html = "<ul><li>ett två tre</li><li>fyra fem sex<ul><li>sju</li></ul></li></ul>"
    assert "long-sentence" not in marked(html, longest_sentence=3)
    assert [text for text in paragraphs_of(html) if text] == ["ett två tre", "fyra fem sex", "sju"]


texts = st.text(alphabet="ab åäö.!? &<>'\"1-", max_size=80)


@given(texts, texts, st.integers(min_value=1, max_value=5))
def test_the_words_stay_as_they_are(first, second, longest):
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    html = f"<p>{escaped(first)}<strong>{escaped(second)}</strong></p>"
    result = BeautifulSoup(marked(html, longest_sentence=longest), "html.parser")
    assert result.get_text() == first + second
    assert result.strong.get_text() == second
