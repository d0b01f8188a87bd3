"""Whatever is pasted: nothing comes out but what is allowed, and every word that was seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from content_models.documents import markup
from content_models.pasting.blocks import blocks_of, running_html
from content_models.pasting.conversion import convert
from content_models.pasting.pieces import Heading, Item, Paragraph, Piece, Table, TooMuch
from content_models.pasting.placing import Article, levelled, place
from content_models.pasting.plain import text_of

ALLOWED = re.compile(
    r'</?(?:p|b|i|ul|ol|li|h4|h5|a)>|<br/>|<a href="(?:https?://|mailto:|tel:)[^"<>]*">'
)
TAGS = [
    *("p", "div", "span", "b", "i", "h1", "h2", "h5", "ul", "ol", "li", "a", "sup", "sub"),
    *("table", "tr", "td", "th", "blockquote", "o:p", "ins", "font", "script", "style", "img"),
]
ATTRIBUTES = [
    "",
    " class=MsoNormal",
    " style='mso-list:l0 level2 lfo1'",
    " style='font-family:Symbol'",
    " style='font-weight:700;color:red'",
    ' href="javascript:alert(1)" onclick="x"',
    ' href="https://example.org/?a=1&b=\'"',
    " colspan=3 rowspan=2",
    " role=heading aria-level=2",
]
TEXT = st.sampled_from(
    ["ord", "5 &nbsp;mg", "<", "&lt;script&gt;", "[^a]", "•", " ", "\x00", "\ue000"]
)
TREE = st.recursive(
    TEXT,
    lambda inside: st.builds(
        lambda tag, attribute, parts: f"<{tag}{attribute}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(ATTRIBUTES),
        st.lists(inside, max_size=4),
    ),
    max_leaves=20,
)
WORD = st.from_regex(r"[a-zåäö]{2,8}", fullmatch=True)


@given(st.one_of(TREE, st.text(max_size=200), st.lists(TREE).map("".join)))
def test_nothing_comes_out_but_what_is_allowed(html: str) -> None:
    try:
        found = convert(html)
    except TooMuch:
        return
    for text in _htmls(found.pieces):
        rest = ALLOWED.sub("", text)
        assert "<" not in rest
        assert ">" not in rest
        assert "\x00" not in text
        assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', text))


@given(st.one_of(TREE, st.lists(TREE).map("".join)))
def test_blocks_are_those_of_the_stream_and_stay_what_they_are(html: str) -> None:
    found = convert(html).pieces
    for block in blocks_of(levelled(found)):
        assert block["type"] in ("text", "list", "table")
        kept = block["value"].get("html")
        if kept:
            # The publishing allowlist takes all of it.
            assert text_of(kept) == text_of(markup.clean(kept, resolve_link=lambda *_: None))


PART = st.one_of(
    st.builds("<p class=MsoNormal>{}</p>".format, WORD),
    st.builds("<h2>{}</h2>".format, WORD),
    st.builds("<p>{} <b>{}</b> <i>{}</i></p>".format, WORD, WORD, WORD),
    st.builds("<ul><li>{}<ol><li>{}</ol><li>{}</ul>".format, WORD, WORD, WORD),
    st.builds(
        "<p class=MsoListParagraph style='mso-list:l0 level{} lfo1'>"
        "<span style='mso-list:Ignore'>·</span>{}</p>".format,
        st.integers(1, 9),
        WORD,
    ),
    st.builds("<table><tr><td>{}<td>{}<tr><td>{}<td>{}</table>".format, WORD, WORD, WORD, WORD),
    st.builds("<div>{}<br>{}<br><br>{}</div>".format, WORD, WORD, WORD),
)
HIDDEN = "<p><del>BORTA</del><span style='display:none'>BORTA</span><!--BORTA--></p>"


@given(st.lists(PART, max_size=8))
def test_every_word_is_kept_in_its_order(parts: list[str]) -> None:
    seen = re.findall(r"[a-zåäö]{2,8}", re.sub(r"<[^>]*>", " ", " ".join(parts)))
    html = HIDDEN.join(parts)
    pieces = convert(html).pieces

    assert _words(running_html(pieces)) == seen
    assert "BORTA" not in running_html(pieces)
    placed = [piece for one in place(pieces, Article([])) for piece in _with_heading(one)]
    assert _words(running_html(placed)) == seen


def _with_heading(placed: Any) -> Iterator[Piece]:
    if placed.new and placed.new.title:
        yield Heading(4, placed.new.title)
    yield from placed.pieces


def _words(html: str) -> list[str]:
    return re.findall(r"[a-zåäö]{2,8}", text_of(html))


def _htmls(pieces: list[Piece]) -> Iterator[str]:
    yield running_html(pieces)
    for piece in pieces:
        if isinstance(piece, Paragraph | Item):
            yield piece.html
        elif isinstance(piece, Table):
            yield from (cell for row in piece.rows for cell in row)
        else:
            yield escape(piece.text)
