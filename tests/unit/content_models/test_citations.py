"""Citations become numbers by the order of first citing; what is not a citation stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_models.documents.citations import (
    DanglingCitation,
    cited_labels,
    number_references,
    resolve,
)


def link(*numbers: int) -> str:
    links = ", ".join(f'<a href="#ref-{number}">{number}</a>' for number in numbers)
    return f'<span class="citation">[{links}]</span>'


def resolved(html: str, *labels: str) -> str:
    return resolve(html, number_references([html], labels), prefix="ref-")


def test_numbers_follow_the_order_of_citing_not_of_the_list() -> None:
    assert number_references(["[^b] [^a]", "[^b]"], ["a", "b"]) == {"b": 1, "a": 2}


def test_what_nobody_cites_comes_last_in_its_own_order() -> None:
    assert number_references(["[^c]"], ["a", "b", "c"]) == {"c": 1, "a": 2, "b": 3}


def test_a_dangling_citation_is_named() -> None:
    with pytest.raises(DanglingCitation, match="saknas") as raised:
        number_references(["[^a]", "[^saknas]"], ["a"])
    assert raised.value.label == "saknas"


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>Ord.[^a]</p>", f"<p>Ord.{link(1)}</p>"),
        ("[^a] och [^a]", f"{link(1)} och {link(1)}"),
        ("[^a][^b]", link(1, 2)),
        ("[^a] [^b]", link(1, 2)),
        ("[^b][^a][^b]", link(1, 2, 1)),
        ("[^a], [^b]", f"{link(1)}, {link(2)}"),
        ("<b>[^a]</b>[^b]", f"<b>{link(1)}</b>{link(2)}"),
        (r"\[^a]", "[^a]"),
        (r"\\[^a]", rf"\{link(1)}"),
        (r"\\\[^a]", r"\[^a]"),
        (r"[^a]\[^b]", f"{link(1)}[^b]"),
        ("<code>[^a]</code>", "<code>[^a]</code>"),
        ("<pre><code>[^a]</code>[^a]</pre>", "<pre><code>[^a]</code>[^a]</pre>"),
        (r"<code>\[^a]</code>", r"<code>\[^a]</code>"),
        ('<a href="?x=[^a]">[^a]</a>', f'<a href="?x=[^a]">{link(1)}</a>'),
        ('<a href="x>y[^a]">z</a>', '<a href="x>y[^a]">z</a>'),
        ("[^]", "[^]"),
        ("[^a b]", "[^a b]"),
        ("[a] ^a]", "[a] ^a]"),
        ("[^källa_1.a-b]", link(1)),
    ],
)
def test_resolving(html: str, wanted: str) -> None:
    assert resolved(html, *dict.fromkeys([*cited_labels(html)])) == wanted


def test_escaped_and_verbatim_marks_cite_nothing() -> None:
    assert [*cited_labels(r"\[^x] <code>[^y]</code> <pre>[^z]</pre> [^a]")] == ["a"]


PIECES = st.sampled_from(
    ["[^a]", "[^b]", " ", "ord ", "<b>", "</b>", "<code>", "</code>", "\\", "[^", "]", "&lt;"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_each_citation_is_one_link_and_the_text_around_stays(html: str) -> None:
    labels = [*cited_labels(html)]
    numbers = number_references([html], ["a", "b"])
    result = resolve(html, numbers, prefix="ref-")
    assert [int(found) for found in re.findall(r'href="#ref-(\d+)"', result)] == [
        numbers[label] for label in labels
    ]
    assert sorted(numbers.values()) == [1, 2]
    words = re.sub(r"<span.*?</span>", "", result)
    assert words.count("ord") == html.count("ord")
    tags = re.compile(r"</?(?:b|code)>")
    assert tags.findall(words) == tags.findall(html)
