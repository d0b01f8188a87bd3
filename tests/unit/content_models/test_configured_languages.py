"""MORE_LANGUAGES: what it adds, and what is refused in which words."""

from __future__ import annotations

import pytest

from content_models.configured_languages import FROM_THE_START, with_more


def test_nothing_more_than_from_the_start() -> None:
    assert with_more("") == FROM_THE_START
    assert with_more(" , ") == FROM_THE_START


def test_languages_are_added_last_and_fall_back_to_swedish_or_as_said() -> None:
    known = with_more("de, pl=en+sv,uk = pl + sv")
    assert list(known)[-3:] == ["de", "pl", "uk"]
    assert (known["de"], known["pl"], known["uk"]) == (["sv"], ["en", "sv"], ["pl", "sv"])


@pytest.mark.parametrize(
    ("entries", "named"),
    [("sv", "sv"), ("de,en=sv", "en"), ("de=de", "de"), ("de=xx", "de"), ("=sv", "")],
)
def test_what_cannot_be_is_refused_by_name(entries: str, named: str) -> None:
    with pytest.raises(ValueError, match=f"MORE_LANGUAGES: “{named}” is wrong"):
        with_more(entries)
