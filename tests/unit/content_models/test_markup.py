"""What editors store becomes safe HTML, and its hash moves only when the content does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from content_models.blocks.prose import FEATURES
from content_models.documents.markup import ATTRIBUTES, TAGS, clean, content_hash
from content_models.documents.plain_words import plain_text


def nowhere(_link_type: str, _attributes: dict[str, str]) -> str | None:
    return None


def cleaned(html: str) -> str:
    return clean(html, resolve_link=nowhere)


def hashed(html: str) -> str:
    return content_hash("text", cleaned(html))


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<script>alert(1)</script>Ord", "Ord"),
        ("<style>p{}</style>Ord", "Ord"),
        ('<p onclick="x()" style="color:red" class="a" id="b">Ord</p>', "<p>Ord</p>"),
        ('<a href="javascript:alert(1)">Ord</a>', "<a>Ord</a>"),
        ('<a href=" JaVaScRiPt:alert(1)">Ord</a>', "<a>Ord</a>"),
        ('<a href="&#106;avascript:alert(1)">Ord</a>', "<a>Ord</a>"),
        ('<a href="data:text/html,x">Ord</a>', "<a>Ord</a>"),
        ('<a href="mailto:a@example.org">Ord</a>', '<a href="mailto:a@example.org">Ord</a>'),
        ('<img src="x" onerror="alert(1)">Ord', "Ord"),
        ("<iframe src='//x'></iframe>Ord", "Ord"),
        ("<svg><script>alert(1)</script></svg>Ord", "Ord"),
        ("<math><mtext><style><img onerror=x></style></mtext></math>Ord", "Ord"),
        ('<embed embedtype="image" id="1" alt=""/>Ord', "Ord"),
        ("<b>a</b><i>b</i>", "<strong>a</strong><em>b</em>"),
        ("5 < 6 & 7", "5 &lt; 6 &amp; 7"),
        ("<!-- hemligt -->Ord", "Ord"),
        ("<p>Öppet", "<p>Öppet</p>"),
        ('<a linktype="page" id="7">Ord</a>', "<a>Ord</a>"),
        ('<a linktype="page" id="7" href="javascript:x">Ord</a>', "<a>Ord</a>"),
    ],
)
def test_hostile_text_is_inert(html: str, wanted: str) -> None:
    assert cleaned(html) == wanted


PIECES = st.sampled_from(
    [
        *(
            "<",
            ">",
            "</",
            "/>",
            '"',
            "'",
            "=",
            " ",
            "&",
            ";",
            "&lt;",
            "&#x3c;",
            "ord",
            "\n",
            "\x00",
        ),
        *("script", "img", "a", "b", "p", "svg", "style", "onerror", "href", "javascript:", "<!--"),
        *("-->", "<![CDATA[", "]]>", "<b>", "</b>", "<table><td>", "linktype", "page"),
    ]
)
ALLOWED = re.compile(r'</?([a-z0-9]+)((?: [a-z]+="[^"]*")*)>')


@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_but_the_allowed_comes_out(html: str) -> None:
    result = cleaned(html)
    assert "<" not in ALLOWED.sub("", result)
    for tag, attributes in ALLOWED.findall(result):
        assert tag in TAGS
        assert set(re.findall(r' ([a-z]+)="', attributes)) <= ATTRIBUTES.get(tag, set())
    assert cleaned(result) == result


def test_a_link_is_resolved_to_its_address() -> None:
    html = '<p><a linktype="page" id="7">Ord</a></p>'
    resolved = clean(html, resolve_link=lambda kind, attributes: f"/{kind}/{attributes['id']}/")
    assert resolved == '<p><a href="/page/7/">Ord</a></p>'


TEXTS = [
    "<p>Ett <b>fett</b> och <i>kursivt</i> ord.</p>",
    "<p>Ett <strong>fett</strong> och <em>kursivt</em> ord.</p>",
    "<p>Ett<br/>Två</p><hr/><p>Tre</p>",
    "<h4>Rubrik</h4><p>5 &lt; 6 &amp; 7</p>",
    "<ul><li>Ett</li><li>Två<ul><li>Två ett</li></ul></li></ul><ol><li>Tre</li></ol>",
    '<p><a href="https://example.org/?a=1&amp;b=2">Länk</a></p>',
    "<blockquote>Citat</blockquote><p><code>kod</code> [^1]</p>",
    "<p>Å ä ö – ”citat” 5 mg</p>",
]


@pytest.mark.parametrize("html", TEXTS)
def test_the_editor_opening_and_saving_a_text_does_not_move_its_hash(html: str) -> None:
    converter = ContentstateConverter(features=FEATURES)
    rewritten = converter.to_database_format(converter.from_database_format(html))
    assert "data-block-key" in rewritten
    assert hashed(rewritten) == hashed(html)


@pytest.mark.parametrize(
    "other",
    [
        '<p data-block-key="x1">Ett  <strong>fett</strong>\n ord.</p>',
        "\n<p>Ett <b>fett</b> ord.</p>\n",
        "<p> Ett <b>fett</b> ord. </p>",
    ],
)
def test_form_does_not_count(other: str) -> None:
    assert hashed(other) == hashed("<p>Ett <b>fett</b> ord.</p>")


@pytest.mark.parametrize(
    "other",
    [
        "<p>Ett fett ord.</p>",
        "<p>Ett <b>fet</b>t ord.</p>",
        "<p>Ett <b>fett</b> ord</p>",
        "<p>Ett<b>fett</b> ord.</p>",
        "<p>Ett <i>fett</i> ord.</p>",
        "<h4>Ett <b>fett</b> ord.</h4>",
    ],
)
def test_content_counts(other: str) -> None:
    assert hashed(other) != hashed("<p>Ett <b>fett</b> ord.</p>")


def test_where_one_value_ends_counts() -> None:
    assert content_hash("a", "b") != content_hash("ab", "") != content_hash("", "ab")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Ett</p><p>Två</p>", "Ett Två"),
        ("5 &lt; 6 &amp;amp; 7&nbsp;mg", "5 < 6 &amp; 7 mg"),
        ("<ul><li>Ett<li>Två</ul>", "Ett Två"),
        ("<b>Fe</b>t", "Fe t"),
    ],
)
def test_plain_text(html: str, words: str) -> None:
    assert plain_text(html) == words
