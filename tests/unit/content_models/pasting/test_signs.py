"""Signs that would say something else without their font or their place on the line."""

from __future__ import annotations

import pytest

from content_models.pasting.conversion import convert
from content_models.pasting.pieces import Noted, Paragraph

SYMBOL = "<span style='font-family:Symbol;mso-char-type:symbol'>{}</span>"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (f"5 {SYMBOL.format('m')}g", "5 μg"),
        (f"{SYMBOL.format('£')} 3", "≤ 3"),
        ("\uf0b3 3", "≥ 3"),
        ("<font face=Symbol>a</font>-blockare", "α-blockare"),
        (SYMBOL.format("<span style='font-family:Arial'>m</span>"), "m"),
        ("<span style='font-family:Wingdings'>à</span> nästa", "→ nästa"),
        ("10<sup>-9</sup> mol", "10⁻⁹ mol"),
        ("H<sub>2</sub>O", "H₂O"),
        ("m<span style='vertical-align:super'>2</span>", "m²"),
        ("CO­operera\u200b", "COoperera"),
    ],
)
def test_a_sign_is_what_it_looked_like(html: str, said: str) -> None:
    found = convert(f"<p>{html}</p>")
    assert found.pieces == [Paragraph(said)]
    assert not found.noted


def test_what_has_no_sign_is_told_of() -> None:
    found = convert("<p>x<sup>abc</sup></p>")
    assert found.pieces == [Paragraph("xabc")]
    assert found.noted == {Noted.RAISED: 1}


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///C:/a", "#_Toc1", "\\\\server\\a", "https://a b"]
)
def test_a_link_that_leads_nowhere_keeps_its_words(href: str) -> None:
    assert convert(f'<p><a href="{href}">ord</a></p>').pieces == [Paragraph("ord")]


def test_a_heading_too_long_for_one_is_a_paragraph() -> None:
    found = convert(f"<h2>{'a' * 256}</h2>")
    assert found.pieces == [Paragraph("a" * 256)]
    assert found.noted == {Noted.LONG_HEADING: 1}
