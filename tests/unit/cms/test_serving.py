"""Choosing the language: every case without a database."""

from __future__ import annotations

import pytest

from cms.api.serving import NotServed, choose
from tests.factories.live_parts import part

FALLBACKS = {"en": ["sv"], "fi": ["sv"], "sv-x-lattlast": ["sv"], "sv": []}


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


def test_a_translation_held_back_further_down_the_chain_is_nothing_to_who_has_their_own():
    source = part("sv", sequence=9, safety=9)
    parts = [source, part("en", sequence=5), part("de", sequence=10)]

    served = choose(parts, "de", {"de": ["en", "sv"]})

    assert (served.language, served.held_back) == ("de", False)


def test_the_languages_are_in_the_order_of_the_settings(settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("fi", "Finska"), ("en", "Engelska")]
    parts = [part("en"), part("fi"), part("sv")]

    assert choose(parts, "sv", FALLBACKS).languages_in_order == ["sv", "fi", "en"]
