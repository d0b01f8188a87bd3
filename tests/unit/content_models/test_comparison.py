"""What an approver is told of two states of a document as a whole, and of its members."""

from __future__ import annotations

import json
from typing import Any

import pytest

from content_models.documents.comparison import (
    Change,
    NotADocument,
    compare,
)
from tests.factories.documents import article, block, section, supplement
from tests.unit.content_models.compared import (
    blocks,
    changed_pieces,
    facts,
)


def test_the_same_document_has_no_changes() -> None:
    document = article(section("a", block("1")), references=("En källa.",))

    found = compare(document, document)

    assert found.is_same
    assert found.count == 0
    assert not found.facts


def test_a_first_document_is_one_change() -> None:
    found = compare(None, article(section("a", block("1")), title="Glaukom"))

    assert found.is_first
    assert not found.is_same
    assert found.count == 1
    assert facts(found)["title"] == (None, "Glaukom")
    assert blocks(found)["1"].after is not None
    assert "reading" not in facts(found)


def test_a_document_that_goes_away_is_one_change() -> None:
    found = compare(article(section("a", block("1"))), None)

    assert found.is_gone
    assert found.count == 1
    assert blocks(found)["1"].kinds == (Change.REMOVED,)


def test_nothing_and_nothing_are_the_same() -> None:
    assert compare(None, None).is_same


@pytest.mark.parametrize("text", ["", "[]", '{"sections": {}}', '{"sections": ["a"]}'])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(NotADocument):
        compare(text, text)


def test_changes_are_counted_in_the_order_of_reading() -> None:
    before = article(section("a", block("1"), block("2")), references=("En.",))
    after = article(
        section("a", block("1", "<p>Två.</p>"), title="Nytt"),
        title="Glaukom",
        references=("En.", "Två."),
    )

    found = compare(before, after)

    part = found.sections[0]
    numbers = [found.facts[0].number, part.number, *(item.number for item in part.blocks)]
    assert [*numbers, found.references[1].number] == [1, 2, 3, 4, 5]
    assert found.count == 5


@pytest.mark.parametrize(
    ("name", "before", "after", "wanted"),
    [
        ("title", "Katarakt", "Grå starr", ("Katarakt", "Grå starr")),
        ("diagnosis_codes", ["H25", "H26"], ["H26", "H28"], ("H25, H26", "H26, H28")),
        ("programme_area", "Ögon", None, ("Ögon", None)),
        ("care_levels", ["primary"], [], ("primary", "")),
        ("ages", None, {"min": 6, "max": 12}, (None, "6–12")),
        ("ages", {"min": 6, "max": 12}, {"min": 6, "max": 17}, ("6–12", "6–17")),
        ("reading", None, "alone", (None, "alone")),
        ("perspective", "patient", "relative", ("patient", "relative")),
        ("adaptations", [], ["npf"], ("", "npf")),
        ("keywords", ["öga"], ["lins"], ("öga", "lins")),
        ("counterpart", None, "gra-starr", (None, "gra-starr")),
        ("review_by", "2027-05-14", "2029-05-14", ("2027-05-14", "2029-05-14")),
        ("unforeseen", {"b": 1}, {"b": 2}, ('{"b": 1}', '{"b": 2}')),
        ("unforeseen", 1, True, ("1", "true")),
        ("unforeseen", 1, "1", ("1", '"1"')),
        ("summary", None, "", (None, "")),
    ],
)
def test_every_member_that_differs_is_a_fact(
    name: str, before: Any, after: Any, wanted: tuple[str | None, str | None]
) -> None:
    found = compare(article(**{name: before}), article(**{name: after}))

    assert facts(found) == {name: wanted}
    assert found.count == 1


def test_a_member_that_only_one_document_has_is_a_fact() -> None:
    found = compare(article(), article(unforeseen=None))

    assert facts(found) == {"unforeseen": (None, "null")}


def test_added_and_removed_codes_are_marked() -> None:
    found = compare(
        article(diagnosis_codes=["H25", "H26"]), article(diagnosis_codes=["H26", "H28"])
    )

    assert changed_pieces(found.facts[0]) == (["H25"], ["H28"])


def test_words_of_a_summary_are_marked() -> None:
    found = compare(article(summary="Ge 5 mg dagligen."), article(summary="Ge 50 mg dagligen."))

    assert changed_pieces(found.facts[0]) == (["5"], ["50"])


def test_where_a_supplement_stands_is_told() -> None:
    place = {"section": "behandling", "block": "7", "hash": "fedcba9876543210", "quote": "Ge"}

    found = compare(supplement(block("1")), supplement(block("1"), anchor=place, position=2))

    assert facts(found) == {
        "position": ("1", "2"),
        "anchor.section": ("utredning", "behandling"),
        "anchor.block": (None, "7"),
        "anchor.quote": ("Mät", "Ge"),
    }
    assert [fact.name for fact in found.technical] == ["anchor.hash"]


@pytest.mark.parametrize("name", ["anchors", "format", "part"])
def test_what_only_a_machine_reads_is_told_as_technical(name: str) -> None:
    found = compare(article(), article(**{name: {"1": "x"}}))

    assert not found.is_same
    assert not found.facts
    assert [fact.name for fact in found.technical] == [name]
    assert found.count == 1


def test_fingerprints_are_not_told_if_their_text_is() -> None:
    found = compare(article(anchors={"1": "a"}), article(anchors={"1": "b"}, title="Glaukom"))

    assert not found.technical


def test_bytes_that_differ_for_no_other_reason_are_told() -> None:
    document = article(section("a", block("1")))

    found = compare(document, json.dumps(json.loads(document), indent=1))

    assert not found.is_same
    assert [fact.name for fact in found.technical] == ["bytes"]
