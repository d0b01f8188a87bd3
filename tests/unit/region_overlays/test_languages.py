"""Which language of a supplement is served, and what is out of date; without a database."""

from __future__ import annotations

from typing import Any

import pytest

from content_models.editions.reading import LivePart
from region_overlays.languages import (
    chain_of,
    choices_in,
    is_behind_source,
    is_older_than_safety_change,
    supplements_in,
    written_for,
)
from tests.factories.live_parts import part

FALLBACKS = {"en": ["sv"], "fi": ["sv"], "de": ["en"], "sv": []}


def shown(asked: str, *parts: LivePart) -> set[tuple[str, str]]:
    chosen = supplements_in(parts, asked, FALLBACKS)
    return {(one.edition.supplement, one.edition.language) for one in chosen}


def test_each_supplement_once_in_the_first_language_that_it_has() -> None:
    parts = [
        part("sv"),
        *(part("sv", "a"), part("en", "a")),
        *(part("sv", "b"), part("en", "b", withdrawn=True)),
        part("fi", "c"),
        part("sv", "d", withdrawn=True),
    ]

    assert shown("en", *parts) == {("a", "en"), ("b", "sv")}
    assert shown("sv", *parts) == {("a", "sv"), ("b", "sv")}


def test_a_safety_change_of_a_supplement_holds_its_older_translations_back() -> None:
    source = part("sv", "a", sequence=9, safety=8)

    assert shown("en", source, part("en", "a", sequence=7)) == {("a", "sv")}
    assert shown("en", source, part("en", "a", sequence=10)) == {("a", "en")}
    assert shown("fi", source, part("en", "a", sequence=7)) == {("a", "sv")}


def test_in_place_of_what_is_held_back_the_source_is_served_beyond_the_chain() -> None:
    source = part("sv", "a", sequence=9, safety=9)

    assert shown("de", source, part("de", "a", sequence=5)) == {("a", "sv")}
    assert shown("de", source) == set()


def test_a_withdrawn_source_with_a_safety_change_leaves_nothing_safe() -> None:
    source = part("sv", "a", sequence=9, withdrawn=True, safety=8)

    assert shown("en", source, part("en", "a", sequence=7)) == set()
    assert shown("en", source, part("en", "a", sequence=10)) == {("a", "en")}


@pytest.mark.parametrize(
    ("language", "sequence", "changed", "behind"),
    [("en", 5, 6, True), ("en", 6, 5, False), ("en", 5, 0, False), ("sv", 5, 6, False)],
)
def test_only_what_is_older_than_its_source_lags(
    language: str, sequence: int, changed: int, behind: bool
) -> None:
    assert is_behind_source(language, sequence, source_substantive_sequence=changed) is behind
    held = is_older_than_safety_change(language, sequence, source_safety_sequence=changed)
    assert held is behind


def test_a_chain_begins_with_the_language_itself() -> None:
    chains: dict[str, Any] = {"en": ["sv"], "de": ["en", "sv"]}
    assert chain_of("de", chains) == ("de", "en", "sv")
    assert chain_of("pl", chains) == ("pl",)


def test_what_is_held_back_is_known_whether_its_source_is_served_or_not() -> None:
    old = part("en", "a", sequence=7)
    for source in (
        part("sv", "a", sequence=9, safety=8),
        part("sv", "a", sequence=9, safety=8, withdrawn=True),
    ):
        [choice] = choices_in([source, old], ("en", "sv"))
        assert choice.held_back == [old]
        assert choice.served is (None if source.edition.tombstone else source)


@pytest.mark.parametrize("chain", [("sv",), ("fi", "sv"), ("fi",)])
def test_a_translation_that_was_not_asked_for_is_not_held_back(chain: tuple[str, ...]) -> None:
    [choice] = choices_in([part("sv", "a", sequence=9, safety=8), part("en", "a")], chain)
    assert choice.held_back == []


def test_a_withdrawn_translation_is_gone_not_held_back() -> None:
    source, gone = part("sv", "a", sequence=9, safety=8), part("en", "a", withdrawn=True)
    [choice] = choices_in([source, gone], ("en", "sv"))
    assert (choice.served, choice.held_back) == (source, [])


def test_a_supplement_is_anchored_in_its_own_language_else_in_the_source() -> None:
    texts = {"sv": "svenska", "en": "English"}
    assert written_for("en", texts, "English") == "English"
    assert written_for("fi", texts, "English") == "svenska"
    assert written_for("fi", {"en": "English"}, "English") == "English"
