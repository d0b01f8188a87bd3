"""Languages of one article: a file each, one key, one translation key."""

from __future__ import annotations

from pathlib import Path

import pytest
from wagtail.models import Page
from wagtail_localize.models import Translation

from .content import (
    article,
    live_parts,
    page_of,
    placed,
    published,
    run,
    sections,
    supplement,
    supplement_of,
    write,
)


def test_a_translation_shares_the_translation_key_and_has_its_own_tree(folder: Path) -> None:
    published(write(folder, en=article(language="en", title="Cataract"), sv=article()))

    source, translation = page_of(), page_of(language="en")
    assert source.translation_key == translation.translation_key
    assert source.get_translation(translation.locale).pk == translation.pk
    folders = [source.get_parent(), translation.get_parent()]
    assert folders[0].translation_key == folders[1].translation_key
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_translation_that_comes_later_joins_its_source(folder: Path) -> None:
    published(write(folder, sv=article()))
    published(write(folder, en=article(language="en")))

    assert page_of().translation_key == page_of(language="en").translation_key


def test_a_source_that_comes_later_joins_its_translation(folder: Path) -> None:
    published(write(folder, en=article(language="en")))
    published(write(folder, sv=article()))

    assert page_of().translation_key == page_of(language="en").translation_key


def test_a_translation_may_hold_fewer_sections_than_its_source(folder: Path) -> None:
    write(
        folder,
        sv=article(body=sections(utredning="Ett.", behandling="Två.")),
        en=article(language="en", body=sections(behandling="Two.")),
    )

    assert published(folder).code == 0
    assert live_parts() == ["katarakt/en", "katarakt/sv"]


def test_no_translation_tool_watches_what_was_imported_as_its_own_file(folder: Path) -> None:
    published(write(folder, sv=article(), en=article(language="en")))

    assert not Translation.objects.filter(enabled=True).exists()


def test_a_region_supplements_each_language_by_itself(folder: Path) -> None:
    write(
        folder,
        sv=article(),
        en=article(language="en"),
        vg=supplement(placed("Text.")),
        vg_en=supplement(placed("Text."), language="en"),
    )

    assert published(folder).code == 0
    assert "katarakt/en/14/utredning" in live_parts()
    assert "katarakt/sv/14/utredning" in live_parts()


def test_a_supplement_needs_the_article_in_its_own_language(folder: Path) -> None:
    write(folder, sv=article(), vg=supplement(language="en"))

    line, message = published(folder).refusal

    assert line == 3
    assert "katarakt" in message
    assert "en" in message


@pytest.mark.parametrize("language", ["fi", "se", "sv-x-lattlast"])
def test_every_language_has_a_tree_when_it_is_needed(folder: Path, language: str) -> None:
    write(folder, sv=article(), other=article(language=language))
    write(folder, vg=supplement(language=language))

    assert run(folder).code == 0
    assert page_of(language=language).locale.language_code == language
    assert supplement_of().locale.language_code == language
