"""Finding the place again: by id, else by what is said there, never by a guess."""

from __future__ import annotations

from typing import Any

import pytest

from content_models.documents.block_rendering import Numbering, clean_block, hash_of, render_block
from content_models.documents.markup import content_hash
from region_overlays.anchors import LONGEST_QUOTE, NoSuchPlace, Place, anchor_at, place_of, quote_of
from tests.factories.published import text

from .parts import block, national, section

LONG = "<p>Remiss skickas till ögonkliniken vid misstanke om starr.</p>"
SECOND = "<p>Mät synskärpan på båda ögonen, med och utan glasögon.</p>"
FIRST = national(
    section("utredning", block("a", LONG), block("b", SECOND)),
    section("behandling", block("c", "<p>Operation erbjuds båda ögonen.</p>")),
).document


def place(later: Any, at: str = "utredning", after: str | None = "a") -> Place:
    """Where what was written for FIRST stands in a later edition."""
    return place_of(anchor_at(FIRST, at, after), later.document)


def test_an_anchor_remembers_what_is_written_there() -> None:
    assert anchor_at(FIRST, "utredning", "a") == {
        "section": "utredning",
        "block": "a",
        "hash": LONG,
        "quote": "Remiss skickas till ögonkliniken vid misstanke om starr.",
    }
    end = anchor_at(FIRST, "utredning", None)
    assert (end["block"], end["hash"], end["quote"]) == (None, f"{LONG}|{SECOND}", "")
    assert anchor_at(FIRST, "utredning", "") == end


@pytest.mark.parametrize(("at", "after"), [("borta", None), ("utredning", "c"), ("borta", "a")])
def test_there_is_no_anchor_where_nothing_is(at: str, after: str | None) -> None:
    with pytest.raises(NoSuchPlace):
        anchor_at(FIRST, at, after)


def test_a_quote_is_words_or_what_stands_for_them() -> None:
    assert quote_of({"html": "<p>Ett <strong>ord</strong></p>"}) == "Ett ord"
    assert quote_of({"alt": "Ett öga"}) == "Ett öga"
    assert quote_of({"title": "Blankett"}) == "Blankett"
    assert quote_of({}) == ""
    assert len(quote_of({"html": f"<p>{'ord ' * 100}</p>"})) == LONGEST_QUOTE


BY_ID = {
    "as it was": national(section("utredning", block("a", LONG), block("b", SECOND))),
    "reworded": national(section("utredning", block("a", "<p>Nytt</p>"))),
    "moved within": national(section("utredning", block("b", SECOND), block("a", LONG))),
    "moved across": national(section("utredning"), section("behandling", block("a", LONG))),
    "in a section with another id": national(section("diagnostik", block("a", LONG))),
}


@pytest.mark.parametrize("case", BY_ID)
def test_a_block_is_known_by_its_id_wherever_it_is(case: str) -> None:
    later = BY_ID[case].document
    found = place(BY_ID[case])
    assert found.name == "a"
    assert found.section is not None
    assert found.block is not None
    assert later["sections"][found.section]["blocks"][found.block]["id"] == "a"


def test_blocks_with_new_ids_are_known_by_what_they_say() -> None:
    later = national(section("utredning", block("x", SECOND), block("y", LONG)))
    assert place(later) == Place(0, 1, "y")
    assert place(later, after="b") == Place(0, 0, "x")


def test_or_by_how_they_begin() -> None:
    longer = LONG.replace("</p>", " Svar inom två veckor.</p>")
    later = national(section("utredning", block("x", longer), block("y", SECOND)))
    assert place(later) == Place(0, 0, "x")


def test_a_citation_after_the_opening_does_not_count() -> None:
    written = "<p>Remiss skickas till ögonkliniken.[^starr] Svar dröjer.</p>"
    first = national(section("utredning", block("a", written)))
    anchor = anchor_at(first.document, "utredning", "a")
    later = national(section("utredning", block("x", written.replace("[^starr]", "[1]"))))
    assert place_of(anchor, later.document) == Place(0, 0, "x")


@pytest.mark.parametrize(
    "blocks",
    [
        [block("x", LONG), block("y", LONG)],
        [block("x", LONG.replace("</p>", " A.</p>")), block("y", LONG.replace("</p>", " B.</p>"))],
        [block("x", "<p>Helt annat.</p>")],
        [],
    ],
    ids=["twins", "two that begin alike", "nothing alike", "nothing"],
)
def test_what_is_not_one_block_is_not_guessed(blocks: list[Any]) -> None:
    assert place(national(section("utredning", *blocks))) == Place(0, None, None)


def test_a_short_text_begins_too_many_blocks() -> None:
    first = national(section("utredning", block("a", "<p>Se ovan.</p>")))
    later = national(section("utredning", block("x", "<p>Se ovan. Eller nedan.</p>")))
    anchor = anchor_at(first.document, "utredning", "a")
    assert place_of(anchor, later.document) == Place(0, None, None)


def test_what_another_section_happens_to_say_is_not_it() -> None:
    later = national(section("utredning"), section("behandling", block("x", LONG)))
    assert place(later) == Place(0, None, None)


def test_without_block_and_section_it_is_the_articles_end() -> None:
    assert place(national(section("behandling", block("c")))) == Place(None, None, None)
    assert place(national()) == Place(None, None, None)


def test_a_section_is_known_by_its_id_whatever_it_is_called() -> None:
    later = national(section("utredning", block("x", "<p>Nytt</p>"), title="Diagnostik"))
    assert place(later, after=None) == Place(0, None, "#utredning")


def test_or_by_saying_exactly_the_same_under_another_id() -> None:
    later = national(
        section("behandling", block("c")),
        section("diagnostik", block("x", LONG), block("y", SECOND)),
    )
    assert place(later, after=None) == Place(1, None, "#diagnostik")


@pytest.mark.parametrize(
    "sections",
    [
        [section("diagnostik", block("a", LONG), block("b", "<p>Nytt</p>"))],
        [section(id, block(f"{id}1", LONG), block(f"{id}2", SECOND)) for id in ("x", "y")],
    ],
    ids=["renamed and changed", "twins"],
)
def test_else_it_is_the_articles_end(sections: list[Any]) -> None:
    assert place(national(*sections), after=None) == Place(None, None, None)


def test_an_empty_section_is_not_taken_for_another() -> None:
    first = national(section("utredning"), section("behandling", block("c")))
    later = national(section("diagnostik"), section("behandling", block("c")))
    anchor = anchor_at(first.document, "utredning", None)
    assert place_of(anchor, later.document) == Place(None, None, None)


WHITE_SPACE = (
    "<p>Ett <strong>viktigt</strong> ord.</p><ul><li>Punkt</li></ul>",
    "<p>Ett  <strong>viktigt</strong>\n ord.</p>\n<ul>\n  <li>Punkt</li>\n</ul>\n",
    "<p> Ett\t<strong>viktigt</strong> ord. </p> <ul> <li> Punkt </li> </ul>",
)


@pytest.mark.parametrize("html", WHITE_SPACE)
def test_white_space_is_no_change_of_what_is_rendered(html: str) -> None:
    first, later = (clean_block(text(words, id="a")) for words in (WHITE_SPACE[0], html))
    assert hash_of(first) == hash_of(later)
    assert content_hash(WHITE_SPACE[0]) == content_hash(html)
    quotes = {quote_of(render_block(one, Numbering()).model_dump()) for one in (first, later)}
    assert quotes == {"Ett viktigt ord. Punkt"}


@pytest.mark.parametrize("html", ["<p>Ettviktigt ord.</p>", "<p>Ett viktigt ord</p>"])
def test_all_else_is(html: str) -> None:
    assert content_hash("<p>Ett viktigt ord.</p>") != content_hash(html)
