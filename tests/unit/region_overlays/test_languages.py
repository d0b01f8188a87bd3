"""Which language of a supplement is served, and what is out of date; without a database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from content_models.editions.reading import LivePart, StoredEdition
from region_overlays.languages import (
    chain_of,
    is_behind_source,
    is_older_than_safety_change,
    supplements_in,
)

FALLBACKS = {"en": ["sv"], "fi": ["sv"], "de": ["en"], "sv": []}
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def part(
    language: str, supplement: str = "", *, sequence: int = 1, gone: bool = False, safety: int = 0
) -> LivePart:
    edition = StoredEdition(
        sequence=sequence,
        part=f"katarakt/{language}",
        key="katarakt",
        language=language,
        region="14" if supplement else "",
        supplement=supplement,
        kind="supplement",
        tombstone=gone,
        document="",
        sha256="",
        approved_on=None,
        approved_by="",
        change_class="substantive",
        note="",
        valid_from=MOMENT,
        safety_changes={},
        is_self=False,
    )
    return LivePart(edition, MOMENT, sequence, safety)


def shown(asked: str, *parts: LivePart) -> set[tuple[str, str]]:
    chosen = supplements_in(parts, asked, FALLBACKS)
    return {(one.edition.supplement, one.edition.language) for one in chosen}


def test_each_supplement_once_in_the_first_language_that_it_has() -> None:
    parts = [
        part("sv"),
        *(part("sv", "a"), part("en", "a")),
        *(part("sv", "b"), part("en", "b", gone=True)),
        part("fi", "c"),
        part("sv", "d", gone=True),
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
    source = part("sv", "a", sequence=9, gone=True, safety=8)

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
