"""A region's words are found with that region chosen, and never otherwise."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from content_models.regions import REGIONS
from content_models.vocabulary import ChangeClass
from search import indexing, sources
from search.engines.embedded.folder import IndexFolder
from search.indexing import Indexer, catch_up
from tests.factories import published
from tests.factories.published import section, text
from tests.integration.search.conftest import Find, Keys


def test_only_with_that_region(keys: Keys, find: Find) -> None:
    katarakt = published.article(sections=[section("utredning", text("Nationellt.", id="b1"))])
    published.supplement(katarakt, "14", blocks=[text("Remiss till Mölndal.")])
    published.supplement(katarakt, "12", blocks=[text("Remiss till Malmö.")])
    catch_up()
    for region in (None, *(region.code for region in REGIONS)):
        assert keys("Mölndal", region=region) == (["katarakt"] if region == "14" else [])
        assert keys("Malmö", region=region) == (["katarakt"] if region == "12" else [])
    (item,) = find("mölndal", region="14").items
    assert (item.section, item.highlight) == ("utredning", "Remiss till Mölndal.")
    (item,) = find("katarakt", region="14").items
    assert "Mölndal" not in item.highlight


def test_a_new_supplement_and_its_end_reach_the_index(keys: Keys) -> None:
    katarakt = published.article()
    catch_up()
    supplement = published.supplement(katarakt, "14", blocks=[text("Mölndal.")])
    assert catch_up() == 1
    assert keys("Mölndal", region="14") == ["katarakt"]
    published.revise(supplement, body=[("text", {"html": "<p>Borås.</p>", "care_levels": []})])
    catch_up()
    assert (keys("Mölndal", region="14"), keys("Borås", region="14")) == ([], ["katarakt"])
    supplement.unpublish()
    catch_up()
    assert keys("Borås", region="14") == []
    assert keys("katarakt", region="14") == ["katarakt"]


def test_a_supplement_that_is_held_back_is_not_found(keys: Keys) -> None:
    sections = [section("utredning", text("Tio milligram.", id="b1"))]
    katarakt = published.article(sections=sections)
    published.supplement(katarakt, "14", after=1, blocks=[text("Mölndal.")])
    published.revise(
        katarakt,
        sections=[section("utredning", text("Ett milligram.", id="b1"))],
        approval={"change_class": ChangeClass.SAFETY},
    )
    catch_up()
    assert keys("milligram", region="14") == ["katarakt"]
    assert keys("Mölndal", region="14") == []


def test_without_its_article_nothing_of_it_is_found(keys: Keys) -> None:
    katarakt = published.article()
    published.supplement(katarakt, "14", blocks=[text("Mölndal.")])
    katarakt.unpublish()
    catch_up()
    assert keys("Mölndal", region="14") == []


def test_what_has_expired_leaves_the_index_with_the_day(
    keys: Keys, folder: IndexFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is published at midnight: the worker meets a new day."""
    today = localdate()
    katarakt = published.article()
    supplement = [text("Mölndal.")]
    published.supplement(katarakt, "14", blocks=supplement, valid_until=today)
    published.supplement(katarakt, "12", blocks=supplement)
    with closing(Indexer(folder)) as worker:
        worker.catch_up()
        assert keys("Mölndal", region="14") == ["katarakt"]
        for module in (indexing, sources):
            monkeypatch.setattr(module, "localdate", lambda: today + timedelta(days=1))
        assert worker.catch_up() == 0
        assert keys("Mölndal", region="14") == []
        assert keys("Mölndal", region="12") == ["katarakt"]
    catch_up()
    assert keys("Mölndal", region="14") == [], "a worker that starts later knows it too"
