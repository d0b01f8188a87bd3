"""The best section, and the reader's words in it."""

from __future__ import annotations

from search.analysis.analyser import analyse
from search.documents import Codes, Passage, SearchDocument
from search.engines.stored import StoredDocument, pack, unpack
from search.highlighting import DOTS, LENGTH, Highlight, highlight
from search.query.building import build
from search.query.tree import Filters


def passage(
    section: str | None,
    text: str,
    *,
    heading: str = "",
    region: str = "",
    care_levels: tuple[str, ...] = (),
) -> Passage:
    return Passage(section, region, care_levels, analyse(heading, "sv"), analyse(text, "sv"))


def stored(*passages: Passage) -> StoredDocument:
    document = SearchDocument(
        id="katarakt/sv",
        sequence=1,
        key="katarakt",
        kind="knowledge-support",
        audience="staff",
        language="sv",
        title=analyse("Katarakt", "sv"),
        keywords=analyse("", "sv"),
        codes=Codes((), (), ()),
        programme_area=None,
        care_levels=("primary",),
        ages=None,
        shown=(0, 2**40),
        passages=passages,
    )
    return unpack(pack(document))


def found(
    document: StoredDocument, text: str, *, region: str | None = None, level: str | None = None
) -> Highlight:
    return highlight(document, build(text, Filters(care_level=level), region=region))


SUMMARY = passage(None, "Kort om linsen.")
EXAMINATION = passage("utredning", "Ögats linser undersöks i lampa.", heading="Utredning")
TREATMENT = passage("behandling", "Linsen byts mot en konstgjord lins.", heading="Behandling")


def test_true_words_and_not_stems() -> None:
    document = stored(SUMMARY, EXAMINATION, TREATMENT)
    assert found(document, "undersökning lampor") == Highlight("utredning", EXAMINATION.text.text)


def test_a_section_comes_before_the_summary() -> None:
    assert found(stored(SUMMARY, TREATMENT), "lins").section == "behandling"


def test_a_heading_is_enough() -> None:
    assert found(stored(SUMMARY, EXAMINATION, TREATMENT), "behandling").section == "behandling"


def test_without_a_match_in_text_it_is_how_the_article_begins() -> None:
    assert found(stored(SUMMARY, TREATMENT), "katarakt") == Highlight(None, "Kort om linsen.")
    assert found(stored(), "katarakt") == Highlight(None, "")


def test_a_region_is_only_seen_when_chosen() -> None:
    document = stored(SUMMARY, passage("utredning", "Ring Mölndal.", region="14"))
    assert found(document, "mölndal").section is None
    assert found(document, "mölndal", region="12").section is None
    assert found(document, "mölndal", region="14") == Highlight("utredning", "Ring Mölndal.")


def test_sections_for_another_care_level_are_passed_over() -> None:
    document = stored(SUMMARY, passage("op", "Kirurgi.", care_levels=("specialised",)))
    assert found(document, "kirurgi", level="primary").section is None
    assert found(document, "kirurgi", level="specialised").section == "op"


def test_a_long_text_is_cut_between_words_where_most_is_met() -> None:
    filler = "fyllnad " * 100
    document = stored(passage("a", f"Lins {filler} en lins i ögat {filler}"))
    text = found(document, "lins öga ögat").text
    assert "en lins i ögat" in text
    assert text.startswith(DOTS)
    assert text.endswith(DOTS)
    assert len(text) <= LENGTH + 2
    assert set(text.strip(DOTS).split()) <= {"fyllnad", "en", "lins", "i", "ögat"}


def test_one_endless_word_is_cut_too() -> None:
    text = found(stored(passage("a", "x" * 5_000)), "x" * 5_000).text
    assert len(text) <= LENGTH + 2
