"""What is copied in the programs that people write in, as it lies on the clipboard."""

from __future__ import annotations

from pathlib import Path

from content_models.pasting.conversion import Pasted, convert
from content_models.pasting.pieces import Heading, Item, Noted, Paragraph, Table

CLIPBOARDS = Path(__file__).parent / "clipboards"


def pasted(program: str) -> Pasted:
    return convert((CLIPBOARDS / f"{program}.html").read_text(encoding="utf-8"))


def test_word() -> None:
    found = pasted("word")

    assert found.pieces == [
        Heading(1, "Om hälsotillståndet"),
        Paragraph(
            "Ett <b>viktigt</b> stycke med <i>kursiv</i> och en "
            '<a href="https://example.org/rad?a=1&amp;b=2">länk</a>, skriven till.'
            "Kommenterat ord."
        ),
        Heading(2, "Förekomst"),
        Paragraph("Dosen är 5\u00a0μg vid 10⁹/L → klart."),
        Item(0, False, "Första punkten"),
        Item(1, False, "Under den första"),
        Item(0, False, "Andra punkten"),
        Paragraph("Sedan i ordning:"),
        Item(0, True, "Mät"),
        Item(0, True, "Väg"),
        Table(
            "",
            ("Läkemedel", "Dos", "Dos"),
            (
                ("<p>Alfa</p>", "<p>5 mg</p>", "<p>10 mg</p>"),
                ("<p>Alfa</p>", "<p>6 mg</p>", ""),
            ),
        ),
    ]
    assert found.noted == {
        Noted.DELETION: 1,
        Noted.COMMENT: 1,
        Noted.FOOTNOTE: 1,
        Noted.HIDDEN: 1,
        Noted.MERGED_CELLS: 1,
        Noted.IMAGE: 1,
    }


def test_libreoffice() -> None:
    found = pasted("libreoffice")

    assert found.pieces == [
        Heading(1, "Behandling"),
        Paragraph("Börja med <b>låg dos</b>."),
        Item(0, False, "Ett"),
        Item(1, False, "Ett under"),
        Item(0, False, "Två<br/>andra raden"),
        Table("", ("Kön", "Antal"), (("<p>Kvinnor</p>", "<p>12</p>"),)),
    ]
    assert found.noted == {Noted.FOOTNOTE: 1}


def test_google_docs() -> None:
    found = pasted("google_docs")

    assert found.pieces == [
        Heading(2, "Uppföljning"),
        Paragraph("Efter <b>en vecka</b> <i>eller två</i> vid H₂O."),
        Item(0, True, "Ring"),
        Item(1, False, "på dagen"),
        Item(0, True, '<a href="https://example.org/boka">Boka</a>'),
        Table(
            "",
            ("", ""),
            (("<p>Vecka</p>", "<p>Kontroll</p>"), ("<p>1</p>", "<p>Blodtryck</p>")),
        ),
    ]
    assert found.noted == {Noted.NO_HEADINGS: 1, Noted.IMAGE: 1}


def test_word_online() -> None:
    assert pasted("word_online").pieces == [
        Heading(1, "Prevention"),
        Paragraph("<b>Sluta</b> röka."),
        Item(0, False, "Rör på dig"),
        Item(1, False, "varje dag"),
    ]


def test_a_pdf_file() -> None:
    assert pasted("pdf").pieces == [
        Paragraph("När ska du söka vård"),
        Paragraph("Ring om du<br/>• har ont"),
        Item(0, False, "har feber"),
        Paragraph("Annars kan du vänta."),
    ]
