"""Rich text as published: an allowlist, and the same hash whoever wrote the same words."""

from __future__ import annotations

import pytest

from content_models.documents.markup import clean, content_hash, plain_text


def published(html: str) -> str:
    return clean(html, resolve_link=lambda _type, attributes: f"/sida-{attributes['id']}/")


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (
            '<p data-block-key="ab1">a <b>b</b> <i>c</i></p>',
            "<p>a <strong>b</strong> <em>c</em></p>",
        ),
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="https://e.se" target="_blank">a</a>', '<a href="https://e.se">a</a>'),
        ('<a linktype="page" id="7">a</a>', '<a href="/sida-7/">a</a>'),
        ("<p>&lt; 5 mg &amp; mer</p>", "<p>&lt; 5 mg &amp; mer</p>"),
        (
            "<table><tbody><tr><td><p>1</p></td></tr></tbody></table>",
            "<table><tbody><tr><td>1</td></tr></tbody></table>",
        ),
        ("<p></p><hr><p></p>", "<hr>"),
    ],
)
def test_clean(stored: str, expected: str) -> None:
    assert published(stored) == expected


@pytest.mark.parametrize(
    "rewritten",
    [
        '<p data-block-key="x">Ge <b>aldrig</b> mer.</p>',
        "<p>Ge\n<strong>aldrig</strong>   mer.</p>\n",
    ],
)
def test_the_editor_rewriting_markup_is_no_change(rewritten: str) -> None:
    original = published("<p>Ge <strong>aldrig</strong> mer.</p>")

    assert content_hash(published(rewritten)) == content_hash(original)


def test_a_word_less_is_a_change() -> None:
    assert content_hash("<p>Ge aldrig mer.</p>") != content_hash("<p>Ge mer.</p>")


def test_values_do_not_run_into_each_other() -> None:
    assert content_hash("ab", "c") != content_hash("a", "bc")


def test_plain_text() -> None:
    assert plain_text("<ul><li>a &lt; b</li><li>c</li></ul>") == "a < b c"
