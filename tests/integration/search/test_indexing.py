"""The index follows the ledger: current, idempotent, one writer, and anew when it has to be."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from search.engines.embedded.folder import Generation, IndexFolder
from search.engines.embedded.writing import EmbeddedWriter
from search.engines.engine import Position
from search.engines.errors import IndexBusy
from search.following import follow
from search.freshness import Freshness, check_index_folder, freshness
from search.indexing import Indexer, catch_up
from tests.factories import published
from tests.integration.search.conftest import Find, Keys


def test_what_is_published_is_found_and_what_is_withdrawn_is_not(keys: Keys) -> None:
    page = published.article()
    catch_up()
    assert keys("katarakt") == ["katarakt"]
    published.revise(page, title="Glaukom")
    catch_up()
    assert (keys("katarakt"), keys("glaukom")) == ([], ["katarakt"])
    page.unpublish()
    catch_up()
    assert keys("glaukom") == []


def test_a_draft_is_never_found(keys: Keys) -> None:
    page = published.article()
    page.title = "Hemligt utkast"
    page.save_revision()
    published.draft_article("annan", title="Hemligt")
    catch_up()
    assert keys("hemligt utkast") == []


def test_a_reader_follows_each_commit_of_a_writer_that_stays_open(
    folder: IndexFolder, keys: Keys
) -> None:
    with closing(Indexer(folder)) as indexer:
        indexer.catch_up()
        for number in range(3):
            published.article(f"artikel-{number}", title=f"Rubrik{number}")
            assert keys(f"rubrik{number}") == []
            assert indexer.catch_up() == 1
            assert keys(f"rubrik{number}") == [f"artikel-{number}"]
        assert indexer.catch_up() == 0


def test_a_crash_between_commit_and_position_is_mended_by_a_replay(
    folder: IndexFolder, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.article("forst", title="Katarakt")
    catch_up()
    published.article("sedan", title="Katarakt")

    def crash(self: Generation, position: Position) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Generation, "note", crash)
        with pytest.raises(KeyboardInterrupt):
            catch_up()
    assert catch_up() == 1
    found = find("katarakt")
    assert (found.total, {item.key for item in found.items}) == (2, {"forst", "sedan"})


def test_what_was_not_committed_is_forgotten(folder: IndexFolder, keys: Keys) -> None:
    published.article()
    catch_up()
    live = folder.live()
    assert live
    with closing(EmbeddedWriter(live, purpose="test")) as writer:
        writer.replace(["katarakt"], [])
    assert keys("katarakt") == ["katarakt"]


def test_a_second_writer_is_told_who_holds_the_index(folder: IndexFolder) -> None:
    published.article()
    with closing(Indexer(folder)) as first:
        first.catch_up()
        with pytest.raises(IndexBusy, match=r"held by process \d+ on .*: index worker"):
            catch_up()
    assert catch_up() == 0


@pytest.mark.parametrize("damage", ["missing", "damaged", "other version"])
def test_an_index_that_cannot_be_used_is_made_anew(
    folder: IndexFolder, keys: Keys, damage: str
) -> None:
    published.article()
    catch_up()
    live = folder.live()
    assert live
    if damage == "missing":
        shutil.rmtree(folder.root)
    elif damage == "damaged":
        (live.tantivy / "meta.json").write_text("{")
    else:
        older = Generation(live.path.with_name("a0-s0-1"))
        live.path.rename(older.path)
        folder.swap(older)
        assert [message.id for message in check_index_folder(None)] == ["tillagg.W020"]
    catch_up()
    assert keys("katarakt") == ["katarakt"]
    assert check_index_folder(None) == []


def test_an_index_of_another_ledger_is_made_anew(folder: IndexFolder, keys: Keys) -> None:
    published.article()
    catch_up()
    live = folder.live()
    assert live
    with closing(EmbeddedWriter(live, purpose="test")) as writer:
        writer.replace(["katarakt"], [])
        writer.commit(Position(writer.position.sequence, "another"))
    assert keys("katarakt") == []
    catch_up()
    assert keys("katarakt") == ["katarakt"]


def test_a_ledger_that_was_set_back_is_noticed_while_writing(folder: IndexFolder) -> None:
    published.article()
    with closing(Indexer(folder)) as indexer:
        indexer.catch_up()
        before = folder.live()
        assert before
        ahead = Position(before.position().sequence + 5, "ahead")
        assert indexer._writer
        indexer._writer.commit(ahead)
        indexer.catch_up()
    after = folder.live()
    assert after != before
    assert after
    assert after.position().sequence == ahead.sequence - 5


def test_it_stops_when_told(folder: IndexFolder) -> None:
    published.article()
    catch_up()
    published.article("annan")
    assert catch_up(should_stop=lambda: True) == 0
    assert catch_up() == 1


def test_freshness_counts_what_is_still_to_be_followed(folder: IndexFolder) -> None:
    published.article()
    catch_up()
    assert freshness().behind == 0
    published.article("annan")
    assert freshness() == Freshness(index=1, ledger=2)
    live = folder.live()
    assert live
    with closing(EmbeddedWriter(live, purpose="test")) as writer:
        assert follow(writer) == 1
    assert freshness().behind == 0
