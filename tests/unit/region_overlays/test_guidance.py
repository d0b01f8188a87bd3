"""What a supplement's writer is told: only a link, a dose, longer than its section."""

from __future__ import annotations

from typing import Any

import pytest

from region_overlays.guidance import Advice, advice_on, doses_in

from .parts import block, national, section

ARTICLE: Any = national(
    section(
        "behandling",
        block("a", "<p>Ge paracetamol 500 mg vid behov, högst 4 g per dygn.</p>"),
        block("b", "<p>Följ upp efter två veckor.</p>"),
    )
).document


def told(*html: str, at: str = "behandling") -> list[Advice]:
    blocks = [block(f"r{number}", text) for number, text in enumerate(html)]
    return [one.advice for one in advice_on(blocks, ARTICLE, at)]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://example.org">Läs mer om remisser i vår region här</a></p>',
        '<p>Se <a href="https://example.org">rutinen</a>.</p>',
        '<ul><li><a href="https://a.example">Ett</a></li><li><a href="https://b.example">Två</a></li></ul>',
    ],
)
def test_only_a_link(html: str) -> None:
    assert Advice.ONLY_LINKS in told(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p>Skicka remissen till ögonmottagningen, se <a href="https://example.org">rutinen</a>.</p>',
        "<p>Ring 0500-12 34 56.</p>",
        "",
    ],
)
def test_where_and_how_is_more_than_a_link(html: str) -> None:
    assert Advice.ONLY_LINKS not in told(html)


def test_a_document_alone_is_a_link() -> None:
    file = {"type": "document", "id": "d", "care_levels": [], "src": "/documents/rutin.pdf"}
    assert [one.advice for one in advice_on([file], ARTICLE, "behandling")] == [Advice.ONLY_LINKS]


@pytest.mark.parametrize(
    ("html", "advice"),
    [
        ("<p>Hos oss ges 500 mg som startdos på alla mottagningar.</p>", Advice.REPEATS_DOSE),
        ("<p>Hos oss ges 500&nbsp;mg som startdos på alla mottagningar.</p>", Advice.REPEATS_DOSE),
        ("<p>Hos oss ges 750 mg.</p>", Advice.STATES_DOSE),
        ("<p>Hos oss ges 0,5 ml.</p>", Advice.STATES_DOSE),
        ("<p>Hos oss ges 1 000 IE.</p>", Advice.STATES_DOSE),
        ("<p>Hos oss ges 10 mikrogram/kg eller 5 mg/kg.</p>", Advice.STATES_DOSE),
    ],
)
def test_doses(html: str, advice: Advice) -> None:
    found = told(html)
    assert advice in found
    assert not {Advice.REPEATS_DOSE, Advice.STATES_DOSE} - {advice} & set(found)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 0500-12 34 56 mellan 8 och 16.",
        "Ingång E, plan 5, hiss 2.",
        "Avdelning 12 G",
        "Väntetiden är 30 dagar.",
        "Remissen skickas inom 24 timmar till 3 enheter",
    ],
)
def test_what_is_no_dose(text: str) -> None:
    assert doses_in([block("r", f"<p>{text}</p>")]) == {}


def test_one_dose_in_two_spellings_is_one() -> None:
    spellings = [block("a", "<p>0,5 mg</p>"), block("b", "<p>0.5 mg</p>")]
    assert list(doses_in(spellings)) == ["0.5 mg"]


def test_longer_than_the_section_it_stands_in() -> None:
    assert Advice.LONG in told(f"<p>{'ord ' * 40}</p>")
    assert Advice.LONG not in told("<p>Ring först till mottagningen.</p>")
    assert Advice.LONG not in told(f"<p>{'ord ' * 40}</p>", at="borta")


def test_an_article_that_is_not_published_says_nothing_of_length() -> None:
    advice = advice_on([block("r", f"<p>{'ord ' * 40}</p>")], None, "behandling")
    assert advice == []


def test_the_words_say_what_it_is_about() -> None:
    [advised] = advice_on([block("r", "<p>Hos oss ges alltid 500 mg.</p>")], ARTICLE, "behandling")
    assert "500 mg" in advised.words()
