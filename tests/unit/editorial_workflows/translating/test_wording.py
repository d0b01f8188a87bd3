"""What a translator writes, what is stored of it, and what is refused in which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.strings import StringValue

from editorial_workflows.translating.wording import LONGEST, Mould, Unfit, shown, stored

PLAIN = Mould("Titel")
LINES = Mould("Rad", has_lines=True)
RICH = Mould('Läs <a id="a1">mer</a> om <b>dos</b>.', is_rich=True)
CITING = Mould("Vanligt.[^a][^b]", is_rich=True)
RLO, NUL = "\u202e", "\x00"


@pytest.mark.parametrize(
    ("written", "mould", "data"),
    [
        ("  Title ", PLAIN, "Title"),
        ("A < B & C > D", PLAIN, "A &lt; B &amp; C &gt; D"),
        ("<script>x</script>", PLAIN, "&lt;script&gt;x&lt;/script&gt;"),
        ("two\r\nlines", PLAIN, "two lines"),
        ("two\r\nlines", LINES, "two<br/>lines"),
        ("   ", PLAIN, ""),
        ("😀 مرحبا", PLAIN, "😀 مرحبا"),
        (
            'Read <a id="a1">more</a> on <b>dose</b> <5 mg, R&D',
            RICH,
            'Read <a id="a1">more</a> on <b>dose</b> &lt;5 mg, R&amp;D',
        ),
        ("Common.[^b][^a]", CITING, "Common.[^b][^a]"),
    ],
)
def test_what_is_stored(written: str, mould: Mould, data: str) -> None:
    assert stored(written, mould) == data


@pytest.mark.parametrize(
    ("written", "mould", "says"),
    [
        (f"Ti{NUL}tle", PLAIN, "inte syns"),
        (f"Ti{RLO}tle", PLAIN, "inte syns"),
        ("x" * 256, Mould("Titel", longest=255), "256 tecken lång. Högst 255"),
        ("x" * (LONGEST + 1), LINES, str(LONGEST)),
        ('<a id="a1">x</a><script>x</script>', RICH, "<script>"),
        ('<a id="a1">x</a><img src=x onerror=y>', RICH, "<img>"),
        ('<a id="a1" href="javascript:x">more</a>', RICH, "källan"),
        ('<a id="a1">x</a> <b onclick="x">y</b>', RICH, "källan"),
        ("Read more.", RICH, '<a id="a1">…</a>'),
        ('<a id="a1">x</a><a id="a1">y</a>', RICH, '<a id="a1">…</a>'),
        ('<a id="a2">x</a>', RICH, '<a id="a1">…</a>'),
        ("Common.[^a]", CITING, "[^a], [^b]"),
        ("Common.[^a][^b][^c]", CITING, "[^a], [^b]"),
        ("Title.[^a]", PLAIN, "det finns inga"),
    ],
)
def test_what_does_not_fit_says_why(written: str, mould: Mould, says: str) -> None:
    with pytest.raises(Unfit) as unfit:
        stored(written, mould)
    assert says in str(unfit.value)


def test_a_new_line_in_rich_text_is_a_space() -> None:
    assert shown("Ett <b>stycke</b>\n på två rader.", is_rich=True) == (
        "Ett <b>stycke</b> på två rader."
    )
    assert shown("Ett<br/>två", is_rich=False) == "Ett\ntvå"


@given(st.text())
def test_a_plain_text_comes_back_as_it_was_written(written: str) -> None:
    try:
        data = stored(written, Mould("", longest=None, has_lines=True))
    except Unfit:
        return
    assert stored(shown(data, is_rich=False), Mould("", has_lines=True)) == data


@given(st.text(alphabet="ab <>&;/\"'i=b1\n"))
def test_a_rich_text_holds_inline_tags_and_nothing_else(written: str) -> None:
    mould = Mould("", is_rich=True)
    try:
        data = stored(written, mould)
    except Unfit:
        return
    StringValue.from_translated_html(data)
    assert stored(shown(data, is_rich=True), mould) == data
