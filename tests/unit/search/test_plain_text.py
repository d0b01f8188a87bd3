"""What is indexed of a block is what a reader sees of it."""

from __future__ import annotations

import pytest

from search.plain_text import plain, words_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Tryck &lt; 5 &amp; puls</p>", "Tryck < 5 & puls"),
        ("<p>ett</p><p>två</p>", "ett två"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<p>hus<strong>et</strong> <em>å</em>t</p>", "huset åt"),
        ('<p>Ja<span class="citation">[<a href="#ref-1">1</a>]</span>.</p>', "Ja."),
        ("<p>&lt;script&gt;</p>", "<script>"),
    ],
)
def test_tags_and_citations_go_and_words_stay_whole(html: str, text: str) -> None:
    assert plain(html) == text


def test_titles_captions_and_alternatives_are_words_too() -> None:
    blocks = [
        {"type": "facts", "title": "Bra att veta", "html": "<p>Text</p>"},
        {"type": "image", "src": "/media/x.png", "alt": "Ett öga", "caption": None},
    ]
    assert words_of(blocks) == "Bra att veta Text Ett öga"
