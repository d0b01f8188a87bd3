"""Citations: numbered by the order of first citing, and never mistaken."""

from __future__ import annotations

import pytest

from content_models.documents.citations import (
    DanglingCitation,
    cited_labels,
    number_references,
    resolve,
)


@pytest.mark.parametrize(
    ("html", "labels"),
    [
        ("<p>a[^x] b[^y]</p>", ["x", "y"]),
        (r"<p>a\[^x] b[^y]</p>", ["y"]),
        (r"<p>a\\[^x]</p>", ["x"]),
        (r"<p>a\\\[^x]</p>", []),
        ("<p><code>[^x]</code> <pre>[^y]</pre> [^z]</p>", ["z"]),
        ('<p><a href="/?q=[^x]">b</a></p>', []),
        ("<p>[^å.ä-ö_1]</p>", ["å.ä-ö_1"]),
    ],
)
def test_what_is_a_citation(html: str, labels: list[str]) -> None:
    assert list(cited_labels(html)) == labels


def test_numbers_follow_the_order_of_citing_then_the_list() -> None:
    numbers = number_references(["<p>[^c] [^a]</p>", "<p>[^c]</p>"], ["a", "b", "c"])

    assert numbers == {"c": 1, "a": 2, "b": 3}


def test_a_citation_without_a_reference_is_named() -> None:
    with pytest.raises(DanglingCitation, match=r"\[\^x\]"):
        number_references(["<p>[^x]</p>"], ["y"])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a[^x]", 'a<span class="citation">[<a href="#ref-1">1</a>]</span>'),
        (
            "[^x][^y] b",
            '<span class="citation">[<a href="#ref-1">1</a>, <a href="#ref-2">2</a>]</span> b',
        ),
        (r"a\[^x]", "a[^x]"),
        (r"a\\[^", "a\\[^"),
        ("<code>[^x]</code>", "<code>[^x]</code>"),
    ],
)
def test_how_it_is_shown(html: str, expected: str) -> None:
    assert resolve(html, {"x": 1, "y": 2}, prefix="ref-") == expected
