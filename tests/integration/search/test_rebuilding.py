"""A rebuild is beside the live index, checked, swapped in whole, and tidies up."""

from __future__ import annotations

from contextlib import closing
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from content_models.vocabulary import ChangeClass
from search import rebuilding
from search.engines.embedded.folder import IndexFolder
from search.engines.embedded.locks import HeldLock
from search.engines.errors import Interrupted, RebuildFailed
from search.indexing import Indexer, catch_up
from search.rebuilding import rebuild
from tests.factories import published
from tests.factories.published import text
from tests.integration.search.conftest import Find, Keys


def generations(folder: IndexFolder) -> int:
    return len(list(folder.root.glob("a*-s*-*")))


def test_an_empty_ledger_has_an_empty_index(find: Find) -> None:
    catch_up()
    assert find("katarakt").total == 0


def test_readers_and_the_worker_follow_the_swap(folder: IndexFolder, keys: Keys) -> None:
    katarakt = published.article()
    published.supplement(katarakt, "14", blocks=[text("Mölndal.")])
    published.article("annan", title="Annan").unpublish()
    with closing(Indexer(folder)) as indexer:
        indexer.catch_up()
        assert keys("katarakt") == ["katarakt"]
        before = folder.live()
        made = rebuild(folder)
        assert (made.documents, made.sequence) == (1, 4)
        assert folder.live() != before
        assert keys("katarakt") == ["katarakt"]
        assert keys("mölndal", region="14") == ["katarakt"]
        published.article("glaukom", title="Glaukom")
        indexer.catch_up()
        assert keys("glaukom") == ["glaukom"]


def test_the_one_before_is_kept_and_older_ones_and_leftovers_go(folder: IndexFolder) -> None:
    published.article()
    first = rebuild(folder)
    second = rebuild(folder)
    folder.new()
    third = rebuild(folder)
    names = {path.name for path in folder.root.glob("a*-s*-*")}
    assert names == {second.generation, third.generation}
    assert first.generation in third.removed
    assert len(third.removed) == 2


def test_a_rebuild_that_fails_its_check_leaves_the_live_one(
    folder: IndexFolder, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.article()
    rebuild(folder)
    live = folder.live()
    monkeypatch.setattr(rebuilding, "searchable_parts", lambda: {"katarakt/sv", "saknas/sv"})
    with pytest.raises(RebuildFailed, match=r"asks for 2 documents, the new index holds 1.*saknas"):
        rebuild(folder)
    assert folder.live() == live
    assert generations(folder) == 1
    assert keys("katarakt") == ["katarakt"]


def test_a_rebuild_that_is_stopped_leaves_nothing(folder: IndexFolder) -> None:
    published.article()
    with pytest.raises(Interrupted):
        rebuild(folder, should_stop=lambda: True)
    assert folder.live() is None
    assert generations(folder) == 0


def test_what_is_published_meanwhile_is_in_the_new_index(
    folder: IndexFolder, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.article()
    searchable_parts = rebuilding.searchable_parts
    late = iter(["glaukom"])

    def parts() -> set[str]:
        for key in late:
            published.article(key, title="Glaukom")
        return searchable_parts()

    monkeypatch.setattr(rebuilding, "searchable_parts", parts)
    assert rebuild(folder).documents == 2
    assert keys("glaukom") == ["glaukom"]


def test_a_translation_that_is_held_back_is_not_missed(folder: IndexFolder) -> None:
    katarakt = published.article()
    published.article(language="en", title="Cataract")
    published.revise(katarakt, title="Katarakt 2", approval={"change_class": ChangeClass.SAFETY})
    assert rebuild(folder).documents == 1


def test_the_command_says_what_it_did_and_what_went(folder: IndexFolder) -> None:
    published.article()
    catch_up()
    leftover = folder.new()
    out = StringIO()
    call_command("rebuild_search_index", stdout=out)
    assert f"removed {leftover.path.name}" in out.getvalue()
    assert "is live: 1 documents, at sequence 1" in out.getvalue()


def test_two_rebuilds_at_once_are_refused_by_name(folder: IndexFolder) -> None:
    with (
        HeldLock(folder.root / "rebuild.lock", purpose="the other one"),
        pytest.raises(CommandError, match="the other one"),
    ):
        call_command("rebuild_search_index")
