"""Choosing the language: every case without a database."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cms.api.serving import NotServed, choose
from content_models.editions.reading import LivePart, StoredEdition

FALLBACKS = {"en": ["sv"], "fi": ["sv"], "sv-x-lattlast": ["sv"], "sv": []}
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def part(language="sv", *, sequence=1, withdrawn=False, safety=0, substantive=1, supplement=""):
    region = "14" if supplement else ""
    edition = StoredEdition(
        sequence=sequence,
        part=f"katarakt/{language}",
        key="katarakt",
        language=language,
        region=region,
        supplement=supplement,
        kind="knowledge-support",
        tombstone=withdrawn,
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
    return LivePart(edition, MOMENT, substantive, safety)


@pytest.mark.parametrize(
    ("parts", "asked", "served"),
    [
        ([part("sv")], "sv", "sv"),
        ([part("sv"), part("en")], "en", "en"),
        ([part("sv")], "en", "sv"),
        ([part("sv"), part("en", withdrawn=True)], "en", "sv"),
        ([part("sv", withdrawn=True), part("en")], "en", "en"),
        ([part("sv"), part("fi")], "en", "sv"),
    ],
)
def test_the_first_live_language_of_the_chain(parts, asked, served):
    assert choose(parts, asked, FALLBACKS).language == served


@pytest.mark.parametrize(
    ("parts", "asked", "gone"),
    [
        ([], "sv", False),
        ([part("en")], "sv", False),
        ([part("en"), part("sv", withdrawn=True)], "sv", True),
        ([part("sv", withdrawn=True)], "en", True),
        ([part("en", withdrawn=True)], "sv", True),
        ([part("fi")], "en", False),
        ([part("sv", supplement="ensam")], "sv", False),
    ],
)
def test_nothing_served_is_gone_only_if_it_was_there(parts, asked, gone):
    with pytest.raises(NotServed) as reason:
        choose(parts, asked, FALLBACKS)
    assert reason.value.gone is gone


def test_older_than_a_safety_change_the_source_is_served():
    source = part("sv", sequence=9, safety=9)
    translation = part("en", sequence=5)

    served = choose([source, translation], "en", FALLBACKS)

    assert (served.language, served.held_back) == ("sv", True)
    newer = choose([source, part("en", sequence=10)], "en", FALLBACKS)
    assert (newer.language, newer.held_back) == ("en", False)


def test_a_source_withdrawn_after_its_safety_change_leaves_nothing_safe():
    source = part("sv", sequence=9, safety=8, withdrawn=True)

    with pytest.raises(NotServed) as reason:
        choose([source, part("en", sequence=5)], "en", FALLBACKS)
    assert reason.value.gone


@pytest.mark.parametrize(("substantive", "is_out_of_date"), [(4, False), (6, True)])
def test_out_of_date_after_more_than_an_editorial_change(substantive, is_out_of_date):
    source = part("sv", sequence=6, substantive=substantive)

    served = choose([source, part("en", sequence=5)], "en", FALLBACKS)

    assert served.is_out_of_date is is_out_of_date


def test_a_translation_held_back_is_none_of_the_languages_served():
    source = part("sv", sequence=9, safety=9)
    parts = [source, part("en", sequence=5), part("fi", sequence=10)]

    assert choose(parts, "sv", FALLBACKS).languages == {"sv", "fi"}
    assert choose(parts, "sv", FALLBACKS).held_back is False
