"""Which words are marked: all that differ, each whole, and nothing that a reader relies on less."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content_models.documents import markup
from content_models.documents.comparison import sanitising
from content_models.documents.comparison.marking import marked
from content_models.documents.comparison.sanitising import sanitised
from content_models.documents.comparison.words import marked_texts
from tests.factories.documents import cited

MARKS = re.compile(r"</?(?:ins|del)\b[^>]*>")
MARKED = re.compile(r"<(ins|del)\b[^>]*>.*?</\1>", re.DOTALL)


def stripped(html: str) -> str:
    return MARKS.sub("", html)


def unmarked_words(html: str) -> list[str]:
    """The words of what is not marked."""
    return (
        unescape(re.sub(r"<[^>]*>", "\x00", MARKED.sub("\x00", html))).replace("\x00", " ").split()
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ge <del>5</del> mg", "Ge <ins>50</ins> mg"),
        ("Ge <del>2,5</del> mg", "Ge <ins>2.5</ins> mg"),
        ("Ge <del>1 000</del> mg", "Ge <ins>1 500</ins> mg"),
        ("Ge <del>5–10</del> mg", "Ge <ins>5–100</ins> mg"),
        ("eGFR <del>&lt;30</del>", "eGFR <ins>&gt;30</ins>"),
        ("Vid <del>&lt;30</del>", "Vid<ins>&lt;30</ins>"),
        ("Basöverskott <del>-5</del>", "Basöverskott <ins>5</ins>"),
        ("Ge 5 <del>mg</del>", "Ge 5 <ins>µg</ins>"),
        ("Minska med <del>5%</del>", "Minska med <ins>5‰</ins>"),
        ("Tryck <del>140/90</del>", "Tryck <ins>140/80</ins>"),
        ("Ge <del>5</del><strong><del>0</del></strong> mg", "Ge <ins>5</ins> mg"),
        ("Ge <del>5</del> mg", "Ge <strong><ins>5</ins></strong> mg"),
        ('<a href="/a"><del>Fass</del></a>', '<a href="/b"><ins>Fass</ins></a>'),
        ("Ge inte<del>,</del> mer", "Ge inte mer"),
        ('5<del class="blank">&nbsp;</del>mg', "5 mg"),
    ],
)
def test_what_differs_is_marked_in_whole_words(before: str, after: str) -> None:
    found = marked(f"<p>{stripped(before)}</p>", f"<p>{stripped(after)}</p>")

    assert (found.before, found.after) == (f"<p>{before}</p>", f"<p>{after}</p>")
    assert found.is_complete


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>A b. C d.</p>", '<p>A b.</p><p><ins class="blank"></ins>C d.</p>'),
        ('<p>A<del class="blank"></del><br>b</p>', "<p>A b</p>"),
        ('<p>A</p><del class="blank"></del><hr><p>b</p>', "<p>A</p><p>b</p>"),
        ('<p><del class="blank"></del>A</p>', '<h4><ins class="blank"></ins>A</h4>'),
        (
            '<ul><li><del class="blank"></del>Ge <del>5</del> mg</li></ul>',
            '<ol><li><ins class="blank"></ins>Ge <ins>50</ins> mg</li></ol>',
        ),
        (
            '<ol start="2"><li><del class="blank"></del>A</li></ol>',
            '<ol start="3"><li><ins class="blank"></ins>A</li></ol>',
        ),
        ('<pre>a<del class="blank">  </del>b</pre>', "<pre>a b</pre>"),
        (
            "<blockquote>A</blockquote><p>b</p>",
            '<blockquote><ins class="blank"></ins>A</blockquote><p>b</p>',
        ),
    ],
)
def test_what_differs_without_words_is_marked_by_a_sign(before: str, after: str) -> None:
    plain = stripped(before)
    if plain == stripped(after):
        plain = "<p>A</p><p>b</p>"
        before = '<p><del class="blank"></del>A</p><p>b</p>'

    found = marked(plain, stripped(after))

    assert (found.before, found.after) == (before, after)
    assert found.is_complete


def test_a_row_that_is_put_in_leaves_the_others_alone() -> None:
    rows = [
        f"<tr><td>{name}</td><td>5 mg × 1</td><td>10 mg</td></tr>"
        for name in ("Ena", "Losa", "Amlo")
    ]
    new = "<tr><td>Felo</td><td>5 mg × 1</td><td></td></tr>"

    found = marked(
        f"<table><tbody>{''.join(rows)}</tbody></table>",
        f"<table><tbody>{rows[0]}{new}{rows[1]}{rows[2].replace('5 mg', '15 mg')}</tbody></table>",
    )

    assert found.before.count("<del") == 1
    assert "<td><del>5</del> mg × 1</td>" in found.before
    assert (
        "<tr><td><ins>Felo</ins></td><td><ins>5 mg × 1</ins></td>"
        '<td><ins class="blank"></ins></td></tr>'
    ) in found.after
    assert found.after.count("<ins") == 4


def test_only_the_number_of_a_citation_is_marked() -> None:
    found = marked(f"<p>Ge.{cited(1, 2)}</p>", f"<p>Ge.{cited(1, 3)}</p>")

    assert found.after == f"<p>Ge.{cited(1, 3)}</p>".replace(">3<", "><ins>3</ins><")


def test_chance_words_in_a_rewritten_text_are_marked_too() -> None:
    found = marked(
        "<p>Alla vuxna kan få stöd och hjälp hos oss.</p>",
        "<p>Ingen behöver vänta länge på sjukhuset och återbesök sker digitalt.</p>",
    )

    assert "och" not in unmarked_words(found.after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>A  b</p>", "<p>A b</p>"),
        ("<p>A</p>", "<p>A<strong></strong></p>"),
        ("<p>A</p>", "<p>A</p><ul></ul>"),
        ("<p>A</p>", "<p>A</p><script>b</script>"),
        ("<p>A</p>", '<p class="x">B</p>'),
    ],
)
def test_what_marks_cannot_show_is_known(before: str, after: str) -> None:
    assert not marked(before, after).is_complete


def test_marks_in_a_document_are_no_marks_of_ours() -> None:
    found = marked("<p><ins>A</ins> b</p>", "<p>A c</p>")

    assert found.before == "<p>A <del>b</del></p>"


def test_the_allowlist_is_that_of_documents() -> None:
    assert markup.TAGS | {"span"} == sanitising.TAGS
    assert markup.ATTRIBUTES == sanitising.ATTRIBUTES
    assert markup.SCHEMES == sanitising.SCHEMES


def test_a_table_of_a_thousand_rows_is_compared() -> None:
    rows = "".join(f"<tr><td>{number}</td><td>{number * 7} mg</td></tr>" for number in range(1000))
    table = f"<table><tbody>{rows}</tbody></table>"

    found = marked(table, table.replace(" mg", " g"))

    assert found.after.count("<ins>") == 1000


WORDS = st.sampled_from(
    [
        "Ge",
        "5",
        "50",
        "0,5",
        "mg",
        "1 000",
        "&lt;30",
        "och",
        "i",
        "(",
        ")",
        ".",
        "5&nbsp;mg",
        "å&amp;ä",
        "×",
    ]
)
INLINE = st.builds(
    str.format,
    st.sampled_from(
        [
            *("{0} {1}", "{0}{1}", "<strong>{0}</strong>{1}", "{0} <em>{1}</em>", "{0}<br>{1}"),
            '<a href="/{0}">{1}</a>',
            '<span class="citation">[<a href="#ref-1">1</a>]</span> {0}{1}',
        ]
    ),
    WORDS,
    WORDS,
)
RUN = st.lists(INLINE, min_size=1, max_size=3).map(" ".join)
ELEMENT = st.one_of(
    st.builds(
        str.format, st.sampled_from(["<p>{0}</p>", "<h4>{0}</h4>", "<pre>{0}  {0}</pre>"]), RUN
    ),
    st.builds(
        "<{0}><li>{1}</li><li>{2}</li></{0}>".format, st.sampled_from(["ul", "ol"]), RUN, RUN
    ),
    st.builds("<ul><li>{0}<ul><li>{1}</li></ul>{1}</li></ul>".format, RUN, RUN),
    st.builds(
        "<table><thead><tr><th>{0}</th><th></th></tr></thead>"
        "<tbody><tr><td>{1}</td><td>{0}</td></tr></tbody></table>".format,
        RUN,
        RUN,
    ),
    st.builds("<blockquote>{0}</blockquote>".format, RUN),
    st.just("<hr>"),
    RUN,
)
HTML = st.lists(ELEMENT, max_size=4).map("".join).map(sanitised)


@given(HTML, HTML)
@settings(max_examples=50)
def test_without_marks_each_side_is_what_it_was(before: str, after: str) -> None:
    found = marked(before, after)

    assert stripped(found.before) == before
    assert stripped(found.after) == after


@given(HTML, HTML)
@settings(max_examples=50)
def test_what_is_not_marked_is_the_same_on_both_sides(before: str, after: str) -> None:
    found = marked(before, after)

    assert "".join(unmarked_words(found.before)) == "".join(unmarked_words(found.after))
    assert found.is_complete or before == after or not MARKS.search(found.before + found.after)


@given(HTML, HTML)
@settings(max_examples=50)
def test_marks_survive_the_sanitiser_and_the_browser(before: str, after: str) -> None:
    found = marked(before, after)

    assert sanitising.sanitised_with_marks(found.before) == found.before
    assert sanitising.sanitised_with_marks(found.after) == found.after


TEXT = st.lists(
    st.sampled_from(["5", "50", "mg", " ", "  ", "\n", "\xa0", "ö", ".", "<", "&"])
).map("".join)


@given(TEXT, TEXT)
@settings(max_examples=50)
def test_plain_texts_are_cut_and_nothing_is_lost(before: str, after: str) -> None:
    left, right = marked_texts(before, after)

    assert "".join(piece.text for piece in left) == before
    assert "".join(piece.text for piece in right) == after
    assert any(piece.is_changed for piece in left + right) == (before != after)
