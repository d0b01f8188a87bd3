"""Pasted pieces into the sections of an article: those it has, and new ones."""

from __future__ import annotations

from content_models.pages.section_templates import TEMPLATES
from content_models.pasting.pieces import Heading, Paragraph, Piece
from content_models.pasting.placing import Article, Outlined, place
from content_models.vocabulary import Kind

TEMPLATE = TEMPLATES[Kind.KNOWLEDGE_SUPPORT].sections
WORDS = [Paragraph(str(number)) for number in range(9)]


def outline(*titles: str | tuple[str, int]) -> list[Outlined]:
    pairs = [(title, 2) if isinstance(title, str) else title for title in titles]
    return [Outlined(title.lower(), title, level) for title, level in pairs]


def where(pieces: list[Piece], article: Article) -> list[tuple[int, str | None, list[str]]]:
    """(place, the new section's id and level or None, what is there)"""
    return [
        (
            placed.place,
            placed.new and f"{placed.new.id}/{placed.new.level}",
            [
                f"h{piece.level} {piece.text}" if isinstance(piece, Heading) else piece.html
                for piece in placed.pieces
                if isinstance(piece, Heading | Paragraph)
            ],
        )
        for placed in place(pieces, article)
    ]


def test_chapters_become_new_sections_after_the_one_that_was_pasted_into() -> None:
    pieces = [WORDS[0], Heading(2, "Två"), WORDS[1], Heading(3, "Tre"), WORDS[2]]

    assert where(pieces, Article(outline("A", "B"), at=0)) == [
        (0, None, ["0"]),
        (1, "tva/2", ["1"]),
        (1, "tre/3", ["2"]),
    ]


def test_without_a_place_they_come_last_and_the_first_words_are_the_ingress() -> None:
    pieces = [WORDS[0], Heading(2, "Två"), WORDS[1]]

    assert where(pieces, Article(outline("A"))) == [
        (0, "ingress/2", ["0"]),
        (1, "tva/2", ["1"]),
    ]
    assert where(pieces, Article([Outlined("ingress", "", 2)])) == [
        (0, None, ["0"]),
        (1, "tva/2", ["1"]),
    ]


def test_headings_of_level_1_move_all_one_step_down() -> None:
    pieces = [Heading(1, "Ett"), Heading(2, "Två"), Heading(3, "Tre"), Heading(5, "Fem")]

    assert where(pieces, Article([])) == [
        (0, "ett/2", []),
        (0, "tva/3", ["h4 Tre", "h6 Fem"]),
    ]


def test_a_heading_that_is_there_gets_its_text() -> None:
    pieces = [Heading(2, "2.1  BEHANDLING"), WORDS[0], Heading(2, "Nytt"), WORDS[1]]

    assert where(pieces, Article(outline("Utredning", "Behandling", "Slut"), at=0)) == [
        (1, None, ["0"]),
        (2, "nytt/2", ["1"]),
    ]


def test_the_same_subheading_in_two_chapters_is_two_sections() -> None:
    pieces = [
        *(Heading(2, "Symtom"), Heading(3, "Barn"), WORDS[0]),
        *(Heading(2, "Behandling"), Heading(3, "Barn"), WORDS[1]),
    ]

    assert where(pieces, Article(outline("Barn"))) == [
        (1, "symtom/2", []),
        (1, "barn-2/3", ["0"]),
        (1, "behandling/2", []),
        (1, "barn-3/3", ["1"]),
    ]


def test_a_fixed_template_takes_its_own_sections_and_no_others() -> None:
    article = Article(outline("Utredning", "Behandling"), 0, TEMPLATE, is_fixed=True)
    pieces = [
        *(Heading(1, "Behandling"), WORDS[0], Heading(2, "Dosering"), WORDS[1]),
        *(Heading(2, "Symtom"), WORDS[2], Heading(1, "Uppföljning"), WORDS[3]),
    ]

    assert where(pieces, article) == [
        (1, None, ["0", "h4 Dosering", "1"]),
        (1, "symtom/3", ["2"]),
        (2, "uppfoljning/2", ["3"]),
    ]


def test_a_fixed_template_has_its_first_section_for_the_first_words() -> None:
    empty = Article([], None, TEMPLATE, is_fixed=True)
    assert where([WORDS[0]], empty) == [(0, "omfattning/2", ["0"])]
    assert where([WORDS[0]], Article(outline("A"), None, TEMPLATE, is_fixed=True)) == [
        (0, None, ["0"])
    ]


def test_ids_are_made_as_an_import_makes_them() -> None:
    pieces = [Heading(2, "Åtgärder & råd"), Heading(2, "Åtgärder & råd"), Heading(2, "→")]
    made = [found for _place, found, _said in where(pieces, Article([]))]
    assert made == ["atgarder-rad/2", "atgarder-rad-2/2", "avsnitt/2"]

    (long,) = place([Heading(2, "ord " * 60)], Article([]))
    assert long.new is not None
    assert len(long.new.id) <= 80
